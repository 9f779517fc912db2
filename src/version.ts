import { readFileSync } from 'node:fs';
import { assetPath } from './assets.ts';

/** The version of this tool, without `v`. */
export function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(assetPath('package.json'), 'utf8'));
  const found =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : undefined;
  return typeof found === 'string' ? found : '0.0.0';
}
