import type { ResultCache } from './result-cache.ts';

/** What is known about folders from earlier rounds of this process. */
export function memoryCache(): ResultCache {
  const entries = new Map<string, { readonly signature: string; readonly value: object }>();
  return {
    get: (name, signature) => {
      const entry = entries.get(name);
      return entry?.signature === signature ? entry.value : undefined;
    },
    put: (name, signature, value) => void entries.set(name, { signature, value }),
    save: () => {},
  };
}
