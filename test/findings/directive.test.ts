import { describe, expect, it } from 'vitest';
import { directiveText, parseDirective } from '../../src/findings/directive/directive.ts';

describe('parseDirective', () => {
  it.each([
    ['//nolint', undefined, undefined],
    ['//nolint:all', undefined, undefined],
    ['//nolint // by design', undefined, 'by design'],
    ['//nolint:a,all', undefined, undefined],
    ['// nolint:errcheck', ['errcheck'], undefined],
    ['//nolint:Errcheck, ticker-not-stopped // why, and how', ['errcheck', 'ticker-not-stopped'], 'why, and how'],
    ['//nolint:errcheck because', ['errcheck'], undefined],
    ['//nolint:', [], undefined],
    ['//nolint:a // see https://example.org/x', ['a'], 'see https://example.org/x'],
  ])('reads %s', (comment, names, reason) => {
    expect(parseDirective(comment)).toEqual({ kind: 'nolint', names, reason });
  });

  it.each([
    ['//lint:ignore a,B the reason', { kind: 'ignore', names: ['a', 'b'], reason: 'the reason' }],
    ['//lint:ignore a', { kind: 'ignore', names: ['a'], reason: undefined }],
    ['//lint:ignore * generated', { kind: 'ignore', names: undefined, reason: 'generated' }],
    ['//lint:file-ignore a old\r', { kind: 'file-ignore', names: ['a'], reason: 'old' }],
  ])('reads %s', (comment, expected) => {
    expect(parseDirective(comment)).toEqual(expected);
  });

  it.each([
    '// no lint',
    '//nolinter',
    '/* nolint */',
    '/*nolint*/',
    '// lint:ignore a b',
    '//lint:ignored a b',
    '// see nolint',
  ])('takes %s for an ordinary comment', (comment) => {
    expect(parseDirective(comment)).toBeUndefined();
  });
});

describe('directiveText', () => {
  it('writes the given names, and the reason of a lint directive', () => {
    expect(directiveText({ kind: 'nolint', names: ['a', 'b'], reason: 'why' }, ['b'])).toBe('//nolint:b');
    expect(directiveText({ kind: 'ignore', names: ['a', 'b'], reason: 'why so' }, ['a', 'b'])).toBe(
      '//lint:ignore a,b why so',
    );
    expect(directiveText({ kind: 'file-ignore', names: ['a'], reason: undefined }, ['a'])).toBe('//lint:file-ignore a');
  });
});
