import { describe, expect, test } from 'vitest';
import { folder, run } from './built-program.ts';

const source = `package store

import (
	"os"
	"time"
)

var seen = map[string]int{}

type box struct{ file *os.File }

func (b *box) keep(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	b.file = f
	return nil
}

func count(name string, done chan int) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	seen[name]++
	done <- 1
	f.Stat()
	ticker := time.NewTicker(time.Second) //nolint:ticker-not-stopped
	<-ticker.C
	return nil
}
`;

/** The number of the only line that holds a text. */
function lineOf(text: string): number {
  const lines = source.split('\n').flatMap((line, index) => (line.includes(text) ? [index + 1] : []));
  expect(lines).toHaveLength(1);
  return lines[0] ?? 0;
}

function whyOf(at: string): string {
  return run(folder({ 'go.mod': 'module store\n\ngo 1.22\n', 'store.go': source }), '--why', at).out;
}

describe('--why', () => {
  test('of a silence: what became of it, and that it is silent', () => {
    const keep = lineOf('func (b *box) keep') + 1;
    expect(whyOf(`store.go:${keep}`)).toBe([
      `store.go:${keep}: resource-not-closed: the file from os.Open`,
      `  line ${lineOf('b.file = f')}: "f" in b.file = f: handed on: who has it then may release it`,
      '  so it is silent', '',
    ].join('\n'));
  });

  test('of a finding: how often, on which ways, and the level that this makes; a place as reports print it', () => {
    const opened = lineOf('func count') + 1;
    expect(whyOf(`store.go:${opened}:12`)).toMatch(
      new RegExp(
        [
          `^store\\.go:${opened}: resource-not-closed: os\\.Open\\(name\\)`,
          '  found: file "f" from os\\.Open is not closed when the function returns at line \\d+',
          '  lost on some way out, and made on each call',
          '  which makes it a warning',
          `  line ${lineOf('f.Stat')}: "f" in f\\.Stat: only used\n$`,
        ].join('\n'),
      ),
    );
  });

  test('of what is believed, and of a line that a finding leads over', () => {
    expect(whyOf(`store.go:${lineOf('var seen')}`)).toMatch(/believed, though the code does not show it: that keys are what they are called\n {2}which makes it a warning, shown with --strict\n/);
  });

  test('of a channel: who uses it, and that others may', () => {
    expect(whyOf(`store.go:${lineOf('done <- 1')}:blocked-send`)).toMatch(/: blocked-send: the channel done\n {2}line \d+: taken from elsewhere\n {2}line \d+: sent to\n {2}code that is not seen from here may use the channel, too\n {2}so it is silent\n$/);
  });

  test('of what a directive suppresses, and of a line without anything', () => {
    expect(whyOf(`store.go:${lineOf('time.NewTicker')}`)).toMatch(/a directive suppresses it/);
    expect(whyOf('store.go:1')).toBe('store.go:1: no rule looks at anything on this line\n');
  });

  test.each([
    ['store.go', /--why "store\.go" names no line; write FILE\.go:LINE/],
    ['other.go:3', /there is no file "other\.go"/],
    ['store.go:3:tick', /There is no rule "tick"; did you mean ticker-not-stopped\?/],
  ])('%s is refused in one sentence', (at, words) => {
    const { code, out, err } = run(folder({ 'store.go': source }), '--why', at);
    expect([code, out, err.split('\n').length]).toEqual([2, '', 2]);
    expect(err).toMatch(words);
  });
});
