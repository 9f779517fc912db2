import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, run } from './built-program.ts';

/** A ticker that its function forgets: a note from Go 1.23 on, a warning before. */
const forgetful = (name: string): string => `
func ${name}(done <-chan struct{}) {
	t := time.NewTicker(time.Second)
	for {
		select {
		case <-t.C:
		case <-done:
			return
		}
	}
}
`;

const clause = 'package p\n\nimport "time"\n';
const goMod = 'module m\n\ngo 1.24\n';

/** A note at line 6, and a warning at line 18. */
const both = `${clause}${forgetful('wait')}
func send() int {
	c := make(chan int)
	c <- 1
	return <-c
}
`;

describe('notes', () => {
  test('come last in text, one line each, and do not fail the run', () => {
    const dir = folder({ 'go.mod': goMod, 'a.go': both });
    const { code, out, err } = run(dir);
    const lines = out.trimEnd().split('\n');
    expect(code).toBe(1);
    expect(lines[0]).toMatch(/^a\.go:18:2: warning: /);
    expect(lines.at(-2)).toBe('');
    expect(lines.at(-1)).toMatch(/^a\.go:6:7: note: .* \(ticker-not-stopped\)$/);
    expect(err).toBe('golint-leaks: 1 package, 1 file, 1 finding (1 warning), 1 note\n');
  });

  test('of more than 20 the others are counted', () => {
    const many = Array.from({ length: 23 }, (_, i) => forgetful(`f${i}`)).join('');
    const dir = folder({ 'go.mod': goMod, 'a.go': clause + many });
    const lines = run(dir).out.trimEnd().split('\n');
    expect(lines).toHaveLength(21);
    expect(lines.filter((line) => line.includes(': note: '))).toHaveLength(20);
    expect(lines.at(-1)).toBe('3 more notes; --notes shows all in full');
    expect(run(dir, '--notes').out.match(/^a\.go:\d+:7: note: /gm)).toHaveLength(23);
  });

  test.each(['github', 'gitlab', 'checkstyle', 'junit'])('are left out of %s, unless they are asked for', (format) => {
    const dir = folder({ 'go.mod': goMod, 'a.go': both });
    expect(run(dir, '--format', format).out).not.toContain('t.Stop');
    expect(run(dir, '--format', format, '--notes').out).toContain('t.Stop');
  });

  test.each(['json', 'sarif'])('are in %s, unless they are not wanted', (format) => {
    const dir = folder({ 'go.mod': goMod, 'a.go': both });
    expect(run(dir, '--format', format).out).toContain(String.raw`ticker \"t\" from time.NewTicker is not stopped`);
    expect(run(dir, '--format', format, '--no-notes').out).not.toContain(String.raw`ticker \"t\" from`);
  });

  test('--no-notes shows none, and counts none', () => {
    const dir = folder({ 'go.mod': goMod, 'a.go': clause + forgetful('wait') });
    expect(run(dir, '--no-notes')).toEqual({ code: 0, out: '', err: 'golint-leaks: 1 package, 1 file, no findings\n' });
  });

  test('a directive that silences one is used, whether notes are shown or not', () => {
    const silenced = clause + forgetful('wait').replace('Second)', 'Second) //nolint:ticker-not-stopped // short');
    const dir = folder({ 'go.mod': goMod, 'a.go': silenced });
    for (const flag of ['--notes', '--no-notes', '--quiet']) expect(run(dir, flag).out).toBe('');
  });

  test('--fail-on note shows them, and contradicts --no-notes', () => {
    const dir = folder({ 'go.mod': goMod, 'a.go': clause + forgetful('wait') });
    const { code, out } = run(dir, '--fail-on', 'note');
    expect({ code, hasFix: out.includes('  fix: ') }).toEqual({ code: 1, hasFix: true });
    expect(run(dir, '--fail-on', 'note', '--no-notes')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('--no-notes'),
    });
  });

  test('a baseline keeps them', () => {
    const dir = folder({ 'go.mod': goMod, 'a.go': clause + forgetful('wait') });
    run(dir, '--baseline', 'known.json', '--write-baseline');
    expect(readFileSync(join(dir, 'known.json'), 'utf8')).toContain('"rule":"ticker-not-stopped"');
    expect(run(dir, '--baseline', 'known.json').out).toBe('');
    expect(run(dir, '--baseline', 'known.json', '--write-baseline', '--no-notes').err).toContain(
      '1 finding (0 new, 0 taken out)',
    );
  });
});

describe('the key notes', () => {
  const withConfig = (text: string): string =>
    folder({ 'go.mod': goMod, 'a.go': clause + forgetful('wait'), '.golint-leaks.yaml': text });

  test('on: in full; off: none; a flag wins', () => {
    expect(run(withConfig('notes: on')).out).toContain('  fix: ');
    expect(run(withConfig('notes: off')).out).toBe('');
    expect(run(withConfig('notes: off'), '--notes').out).toContain('  fix: ');
    expect(run(withConfig('notes: on'), '--no-notes').out).toBe('');
  });

  test('a level replaces note only where it is on', () => {
    expect(run(withConfig('rules: {ticker-not-stopped: error}'))).toMatchObject({
      code: 0,
      out: expect.stringContaining(': note: '),
    });
    expect(run(withConfig('rules: {ticker-not-stopped: error}\nnotes: on'))).toMatchObject({
      code: 1,
      out: expect.stringContaining(': error: '),
    });
  });
});
