/** A comment that asks to suppress findings. */
export interface Directive {
  /** `nolint` as golangci-lint reads it, `ignore` and `file-ignore` as staticcheck does. */
  readonly kind: 'nolint' | 'ignore' | 'file-ignore';
  /** The linters or rules it names, in lower case; undefined where it means all. */
  readonly names: readonly string[] | undefined;
  readonly reason: string | undefined;
}

/** Reads a comment (with its slashes) as a directive; undefined where it is none. A block comment never is. */
export function parseDirective(comment: string): Directive | undefined {
  if (!comment.includes('lint')) return undefined;
  return parseNolint(comment) ?? parseLint(comment);
}

/** The directive as it would be written with these names only. */
export function directiveText({ kind, reason }: Directive, names: readonly string[]): string {
  if (kind === 'nolint') return `//nolint:${names.join(',')}`;
  return [`//lint:${kind}`, names.join(','), reason ?? ''].join(' ').trimEnd();
}

/** As golangci-lint: `//nolint`, `// nolint:a, b // reason`; of each name only its first word counts. */
function parseNolint(comment: string): Directive | undefined {
  const body = comment.replace(/^\/\/[/ ]*/, '').trimEnd();
  if (!comment.startsWith('//') || !/^nolint(?: |:|$)/.test(body)) return undefined;
  const cut = body.indexOf('//');
  const head = cut === -1 ? body : body.slice(0, cut);
  const reason = cut === -1 ? '' : body.slice(cut + 2).trim();
  return { kind: 'nolint', names: nolintNames(head), reason: reason === '' ? undefined : reason };
}

function nolintNames(head: string): readonly string[] | undefined {
  if (!head.startsWith('nolint:')) return undefined;
  const names = head.slice('nolint:'.length).toLowerCase().split(',').map((item) => item.trim().split(/\s/)[0] ?? '');
  return names.includes('all') ? undefined : names.filter((name) => name !== '');
}

/**
 * As staticcheck: nothing between the slashes and `lint:`, names without spaces, then the reason, which is required.
 */
function parseLint(comment: string): Directive | undefined {
  const [head, list = '', ...words] = comment.trimEnd().split(/\s+/);
  if (head !== '//lint:ignore' && head !== '//lint:file-ignore') return undefined;
  const names = list.toLowerCase().split(',').filter((name) => name !== '');
  return {
    kind: head === '//lint:ignore' ? 'ignore' : 'file-ignore',
    names: names.includes('*') ? undefined : names,
    reason: words.length === 0 ? undefined : words.join(' '),
  };
}
