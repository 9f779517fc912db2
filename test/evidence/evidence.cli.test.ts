import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commit, folder, git, goMod, repository, run, write } from '../built-program.ts';
import { sarifErrors } from '../report/validate-sarif.ts';
import { encode } from './encode-profile.ts';

const send = `package p

import "context"

func Ask(ctx context.Context, work func() int) int {
	answers := make(chan int)
	go func() {
		answers <- work()
	}()
	select {
	case answer := <-answers:
		return answer
	case <-ctx.Done():
		return 0
	}
}
`;

const loop = `package p

func Serve(jobs chan int, handle func(int)) {
	for range 3 {
		go func() {
			for {
				handle(<-jobs)
			}
		}()
	}
}

func slow(int) { block(make(chan int)) }

func block(c chan int) { <-c }
`;

const body = `package p

import "net/http"

func Check(url string) (bool, error) {
	resp, err := http.Get(url)
	if err != nil {
		return false, err
	}
	return resp.StatusCode == 200, nil
}
`;

/** So many goroutines of a dump, numbered from one on. */
function goroutines(count: number, reason: string, frames: string, from = 1): string {
  return Array.from({ length: count }, (_, i) => `goroutine ${from + i} [${reason}]:\n${frames}`).join('\n');
}

const blocked = 'm.Ask.func1()\n\t/b/p.go:8 +0x1\ncreated by m.Ask in goroutine 1\n\t/b/p.go:7 +0x1\n';

interface Evidence {
  readonly tier: string;
  readonly goroutines: number;
  readonly leaked: number;
  readonly minutes: number | null;
  readonly growth: { readonly goroutines: number } | null;
}

interface Report {
  readonly findings: readonly { readonly rule: string; readonly line: number; readonly evidence: readonly Evidence[] }[];
  readonly waiting: readonly { readonly path: string | null; readonly line: number | null; readonly goroutines: number; readonly why: readonly string[] }[];
  readonly folded: readonly { readonly words: string; readonly goroutines: number }[];
  readonly minutes: number | null;
  readonly notices: readonly string[];
}

function evidence(dir: string, ...args: readonly string[]): Report {
  const { out, err, code } = run(dir, 'evidence', '--format', 'json', ...args);
  expect([code, err]).toEqual([0, expect.any(String)]);
  return JSON.parse(out);
}

describe('how much', () => {
  const dir = folder({
    'go.mod': goMod, 'p.go': send, 'now.txt': goroutines(5, 'chan send, 93 minutes', blocked), 'old.txt': goroutines(3, 'chan send', blocked),
  });

  test('there is, for how long, and how much more than before', () => {
    const [finding] = evidence(dir, 'now.txt', '--base', 'old.txt').findings;
    expect(finding).toMatchObject({
      rule: 'blocked-send', line: 8, evidence: [{ tier: 'operation', goroutines: 5, minutes: 93, leaked: 0, growth: { goroutines: 2 } }],
    });
    expect(run(dir, 'evidence', '-q', 'now.txt', '--base', 'old.txt').out)
      .toContain('  seen: 5 goroutines wait in a send for a receiver; the longest for 93 minutes; 2 more than before\n');
  });

  const stack = [
    { func: 'runtime.chansend1', file: '/go/src/runtime/chan.go', line: 1, start: 1 }, { func: 'm.Ask.func1', file: '/b/p.go', line: 8, start: 7 },
  ];

  test('is new within the time of a delta profile', () => {
    writeFileSync(join(dir, 'delta.pb'), encode({ types: ['goroutine/count'], samples: [{ stack, values: [4] }], duration: 30e9 }));
    expect(evidence(dir, 'delta.pb').findings[0]?.evidence).toMatchObject([{ goroutines: 0, growth: { goroutines: 4 } }]);
  });

  test('the runtime calls leaked, of all', () => {
    const all = encode({ types: ['goroutine/count'], samples: [{ stack, values: [7] }], time: 1e18 });
    const leaked = encode({ types: ['goroutineleak/count'], samples: [{ stack, values: [6] }], time: 1e18 });
    writeFileSync(join(dir, 'all.pb'), all);
    writeFileSync(join(dir, 'leaked.pb'), leaked);
    expect(evidence(dir, 'all.pb', 'leaked.pb').findings[0]?.evidence).toMatchObject([{ goroutines: 7, leaked: 6 }]);
    expect(evidence(dir, 'leaked.pb').findings[0]?.evidence).toMatchObject([{ goroutines: 6, leaked: 6 }]);
  });

  test('and in how many minutes', () => {
    for (const [name, minute, count] of [['t0.pb', 0, 10], ['t1.pb', 15, 40]] as const)
      writeFileSync(join(dir, name), encode({ types: ['goroutine/count'], samples: [{ stack, values: [count] }], time: 1e18 + minute * 6e10 }));
    const report = evidence(dir, 't1.pb', '--base', 't0.pb');
    expect(report.minutes).toBe(15);
    expect(report.findings[0]?.evidence).toMatchObject([{ goroutines: 40, growth: { goroutines: 30 } }]);
  });
});

describe('which finding', () => {
  test('a goroutine that is elsewhere counts by the statement that started it', () => {
    const dir = folder({ 'go.mod': goMod, 'p.go': loop });
    const elsewhere = 'm.block(0x1)\n\t/b/p.go:15 +0x1\nm.slow(0x1)\n\t/b/p.go:13 +0x1\nother.Call()\n\t/x/other.go:3 +0x1\ncreated by m.Serve in goroutine 1\n\t/b/p.go:5 +0x1\n';
    const inside = 'm.Serve.func1()\n\t/b/p.go:7 +0x1\ncreated by m.Serve in goroutine 1\n\t/b/p.go:5 +0x1\n';
    write(dir, { 'elsewhere.txt': goroutines(2, 'chan receive', elsewhere), 'inside.txt': goroutines(3, 'chan receive', inside) });
    const findings = evidence(dir, '--strict', 'elsewhere.txt').findings.filter(({ rule }) => rule === 'goroutine-without-exit');
    expect(findings.flatMap((each) => each.evidence)).toMatchObject([{ tier: 'start', goroutines: 2 }]);
    const within = evidence(dir, '--strict', 'inside.txt').findings.filter(({ rule }) => rule === 'goroutine-without-exit');
    expect(within.flatMap((each) => each.evidence)).toMatchObject([{ tier: 'operation', goroutines: 3 }]);
  });

  test('an open body is a candidate, and an idle connection is none', () => {
    const dir = folder({ 'go.mod': goMod, 'p.go': body });
    const readLoop = (above: string): string => `${above}net/http.(*persistConn).readLoop(0x1)\n\t/go/src/net/http/transport.go:2210 +0x1\ncreated by net/http.(*Transport).dialConn\n\t/go/src/net/http/transport.go:1754 +0x1\n`;
    const idle = 'internal/poll.(*FD).Read(0x1)\n\t/go/src/internal/poll/fd_unix.go:1 +0x1\nbufio.(*Reader).Peek(0x1)\n\t/go/src/bufio/bufio.go:1 +0x1\n';
    write(dir, { 'open.txt': goroutines(9, 'select', readLoop('')), 'idle.txt': goroutines(9, 'IO wait', readLoop(idle)) });
    expect(evidence(dir, 'open.txt').findings.map((each) => each.evidence)).toMatchObject([[{ tier: 'family', goroutines: 9 }]]);
    const report = evidence(dir, 'idle.txt');
    expect(report.findings.map((each) => each.evidence)).toEqual([[]]);
    expect(report.folded).toEqual([{ words: 'sides of HTTP connections to servers', goroutines: 9 }]);
  });

  test('goroutines of a database are candidates for result sets and transactions, each for its own', () => {
    const sql = `package p

import "database/sql"

func Names(db *sql.DB) (name string, err error) {
	rows, err := db.Query("select name from users")
	if err != nil {
		return "", err
	}
	if rows.Next() {
		err = rows.Scan(&name)
	}
	return name, err
}
`;
    const dir = folder({
      'go.mod': goMod, 'p.go': sql,
      'rows.txt': goroutines(6, 'select', 'database/sql.(*Rows).awaitDone(0x1)\n\t/go/src/database/sql/sql.go:3 +0x1\n'),
      'tx.txt': goroutines(6, 'select', 'database/sql.(*Tx).awaitDone(0x1)\n\t/go/src/database/sql/sql.go:9 +0x1\n'),
    });
    expect(evidence(dir, 'rows.txt').findings.map((each) => each.evidence)).toMatchObject([[{ tier: 'family', goroutines: 6 }]]);
    const others = evidence(dir, '--min', '1', 'tx.txt');
    expect(others.findings.map((each) => each.evidence)).toEqual([[]]);
    expect(others.waiting[0]?.why[0]).toBe('they stand for transactions that are neither committed nor rolled back');
  });

  test('a wait of another kind on its line is none of it', () => {
    const dir = folder({ 'go.mod': goMod, 'p.go': send, 'a.txt': goroutines(2, 'sleep', blocked) });
    expect(evidence(dir, 'a.txt').findings.map((each) => each.evidence)).toMatchObject([[{ tier: 'start' }]]);
  });
});

describe('what waits without a finding', () => {
  const pool = `package p

type Pool struct {
	jobs chan int
	done chan bool
	out  chan int
}

func (p *Pool) work() {
	p.jobs <- 1
}

func (p *Pool) take() int {
	return <-p.jobs
}

func (p *Pool) wait() {
	<-p.done
}

func Send(c chan<- int) {
	c <- 1
}
`;
  const frames = (func: string, line: number): string => `m.${func}()\n\t/b/p.go:${line} +0x1\ncreated by other.Start in goroutine 1\n\t/x/o.go:3 +0x1\n`;
  const dir = folder({
    'go.mod': goMod, 'p.go': pool,
    'a.txt': [
      goroutines(20, 'chan send', frames('(*Pool).work', 10)), goroutines(30, 'chan receive', frames('(*Pool).wait', 18), 100),
      goroutines(12, 'chan send', frames('Send', 22), 200), goroutines(3, 'chan receive', frames('(*Pool).take', 14), 300),
    ].join('\n'),
  });

  test('is sorted by how much there is, and said with who could end it', () => {
    const { waiting, folded } = evidence(dir, 'a.txt');
    expect(waiting.map(({ path, line, goroutines: count }) => `${count} ${path}:${line}`)).toEqual(['30 p.go:18', '20 p.go:10', '12 p.go:22']);
    expect(waiting[0]?.why.join('; ')).toContain('nothing in the package sends to p.done; nothing in the package closes it');
    expect(waiting[1]?.why.join('; ')).toContain('p.jobs is received from at p.go:14');
    expect(waiting[2]?.why.join('; ')).toContain('code that is not seen from here may use the channel, too');
    expect(folded).toEqual([{ words: 'at places with fewer than 10', goroutines: 3 }]);
  });

  test('a select says what it can go on with, and a dump who started its goroutines', () => {
    const text = 'package p\n\nimport "context"\n\nfunc Run(ctx context.Context, c, d chan int) {\n\tgo run(ctx, c, d)\n}\n\n'
      + 'func run(ctx context.Context, c, d chan int) {\n\tselect {\n\tcase <-ctx.Done():\n\tcase v := <-c:\n\t\tprintln(v)\n\tcase d <- 1:\n\t}\n}\n';
    const stack = 'm.run(0x1)\n\t/b/p.go:10 +0x1\ncreated by m.Run in goroutine 1\n\t/b/p.go:6 +0x1\n';
    const other = folder({ 'go.mod': goMod, 'p.go': text, 'a.txt': goroutines(11, 'select', stack) });
    expect(evidence(other, 'a.txt').waiting).toMatchObject([{
      line: 10, why: ['it ends with one of its cases, and so with the context: <-ctx.Done(), <-c, d <- 1', 'started at p.go:6'],
    }]);
  });

  test('is no business of a library, where its own code waits for a lock; no call of another name takes that', () => {
    const text = 'package grpc\n\nimport "sync"\n\ntype addrConn struct{ mu sync.Mutex }\n\n'
      + 'func (a *addrConn) reset() {\n\ta.mu.Lock()\n\ta.mu.Unlock()\n}\n';
    const stack = (line: number): string => 'sync.runtime_SemacquireMutex(0x1)\n\t/go/src/runtime/sema.go:71 +0x1\n'
      + `sync.(*Mutex).Lock(0x1)\n\t/go/src/sync/mutex.go:90 +0x1\ngoogle.golang.org/grpc.(*addrConn).reset(0x1)\n\t/b/p.go:${line} +0x1\n`;
    const other = folder({
      'go.mod': 'module google.golang.org/grpc\n\ngo 1.24\n', 'p.go': text,
      'a.txt': goroutines(11, 'sync.Mutex.Lock', stack(8)), 'b.txt': goroutines(11, 'sync.Mutex.Lock', stack(9)),
    });
    expect(evidence(other, 'a.txt').waiting).toMatchObject([{ path: 'p.go', line: 8, present: true }]);
    expect(evidence(other, 'b.txt').waiting).toMatchObject([{ path: 'p.go', line: 9, present: false }]);
  });

  test('is named with the line that waits where that is in a library, and folded where no stack is there', () => {
    const frames = 'example.org/lib.(*Queue).take(0x1)\n\t/go/pkg/mod/example.org/lib@v1.2.3/queue.go:31 +0x1\n'
      + 'm.Send(0x1)\n\t/b/p.go:22 +0x1\n';
    write(dir, { 'cut.txt': `${goroutines(10, 'select', frames)}\ngoroutine 99 [select]:\n` });
    const text = run(dir, 'evidence', '--format', 'text', 'cut.txt', './...').out;
    expect(text).toContain('in example.org/lib.(*Queue).take, queue.go:31');
    expect(text).toContain('1 goroutines whose stack is not there');
  });

  test('and is as much as --min says, or grows', () => {
    expect(evidence(dir, '--min', '25', 'a.txt').waiting).toHaveLength(1);
    expect(evidence(dir, '--min', '1', 'a.txt').waiting).toHaveLength(4);
    write(dir, { 'base.txt': goroutines(2, 'chan receive', frames('(*Pool).take', 14)) });
    expect(evidence(dir, '--min', '50', 'a.txt', '--base', 'base.txt').waiting.map(({ line }) => line)).toEqual([18, 10, 22, 14]);
  });
});

test('evidence changes the order of a SARIF log, and neither levels nor fingerprints', () => {
  const dir = folder({ 'go.mod': goMod, 'a.go': body, 'p.go': send, 'now.txt': goroutines(5, 'chan send', blocked) });
  interface Result { readonly ruleId: string; readonly level: string; readonly rank?: number; readonly partialFingerprints: object; readonly properties?: { readonly evidence?: object } }
  const results = (out: string): readonly Result[] => {
    const log = JSON.parse(out);
    expect(sarifErrors(log)).toEqual([]);
    return log.runs[0].results;
  };
  const plain = results(run(dir, '--format', 'sarif', './...').out);
  const seen = results(run(dir, 'evidence', '--format', 'sarif', 'now.txt', './...').out);
  const same = ({ ruleId, level, partialFingerprints }: Result): object => ({ ruleId, level, partialFingerprints });
  expect(plain.map(({ ruleId }) => ruleId)).toEqual(['resource-not-closed', 'blocked-send']);
  expect(seen.map(same)).toEqual(plain.toReversed().map(same));
  expect(seen[0]).toMatchObject({ rank: 100, properties: { evidence: [{ tier: 'operation', goroutines: 5 }] } });
  expect(seen[1]?.rank).toBeUndefined();
});

test('--rev moves lines by what has changed since', () => {
  const dir = repository({ 'go.mod': goMod, 'p.go': send });
  const revision = git(dir, 'rev-parse', 'HEAD');
  write(dir, { 'now.txt': goroutines(4, 'chan send', blocked), 'p.go': send.replace('func Ask', '// Ask asks.\nfunc Ask').replace('\tanswers :=', '\tprintln()\n\tprintln()\n\tanswers :=') });
  commit(dir);
  expect(evidence(dir, '--rev', revision, 'now.txt').findings).toMatchObject([{ line: 11, evidence: [{ tier: 'operation', goroutines: 4 }] }]);
  expect(run(dir, 'evidence', '--rev', 'nothing', 'now.txt')).toMatchObject({ code: 2, err: expect.stringContaining('--rev nothing: git knows no such commit') });
});

describe('the exit code', () => {
  const dir = folder({ 'go.mod': goMod, 'p.go': send, 'now.txt': goroutines(5, 'chan send', blocked), 'other.txt': goroutines(5, 'select', 'x.F()\n\t/x/x.go:3\n') });

  test('is 0 but for --fail-on and what it is about', () => {
    expect(run(dir, 'evidence', 'now.txt').code).toBe(0);
    expect(run(dir, 'evidence', '--fail-on', 'warning', 'now.txt').code).toBe(1);
    expect(run(dir, 'evidence', '--fail-on', 'warning', 'other.txt').code).toBe(0);
  });

  test.each([
    [['absent.txt'], 'absent.txt: there is no such file; name a profile, or - for standard input.'], [['./...'], 'evidence needs a profile'],
    [[], 'evidence needs'], [['now.txt', '--base', 'go.mod'], 'go.mod: holds no profile and no stack of a goroutine'],
    [['-', '--base', '-'], 'standard input (-) can be read only once'], [['now.txt', '--min', '0'], '--min "0" is no number'],
    [['now.txt', '--path-map', 'x'], '--path-map "x" has no OLD=NEW'], [['now.txt', '--format', 'github'], '--format github has no place'],
    [['now.txt', './absent/...'], 'absent'],
  ])('is 2 for %j', (args, words) => {
    const { code, err } = run(dir, 'evidence', '-q', ...args);
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  test('is 2 for a profile that is cut off', () => {
    const bytes = encode({ types: ['goroutine/count'], samples: [{ stack: [], values: [4] }], time: 1e18 });
    writeFileSync(join(dir, 'cut.pb'), bytes.subarray(0, bytes.length - 12));
    expect(run(dir, 'evidence', 'cut.pb')).toMatchObject({ code: 2, out: '', err: 'golint-leaks: cut.pb: the profile is cut off; fetch it again, to its end.\n' });
  });
});
