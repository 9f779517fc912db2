import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import type { Project, ProjectOptions } from '../../src/apps/web/project.ts';
import { usualOptions } from '../../src/apps/web/project.ts';
import { analysed } from '../../src/apps/web/session/analysed.ts';
import { evidence } from '../../src/apps/web/session/evidence.ts';
import { reportText } from '../../src/apps/web/session/report.ts';
import { show } from '../../src/apps/web/session/show.ts';
import type { Shown } from '../../src/apps/web/session/shown.ts';
import { assetPath } from '../../src/assets.ts';
import { applyEdits } from '../../src/fix/apply-edits.ts';
import { parser } from '../parse-go.ts';

const ticker = `package exporter

import "time"

func start(done chan struct{}, collect func()) {
	t := time.NewTicker(time.Minute)
	for {
		select {
		case <-t.C:
			collect()
		case <-done:
			return
		}
	}
}
`;

function project(files: Readonly<Record<string, string>>, options: Partial<ProjectOptions> = {}, go = '1.22'): Project {
  return {
    module: 'example.com/play', go, options: { ...usualOptions, ...options },
    files: Object.entries(files).map(([path, text]) => ({ path, text })),
  };
}

function look(of: Project): Shown {
  return show(analysed(of, parser), of);
}

describe('a project in memory', () => {
  test('has its findings, with the numbered way of the leak', () => {
    const { findings, notices } = look(project({ 'main.go': ticker }));
    expect(notices).toEqual([]);
    expect(findings).toMatchObject([{
      rule: 'ticker-not-stopped', level: 'warning', path: 'main.go', line: 6, column: 7, endColumn: 34,
      message: 'ticker "t" from time.NewTicker is not stopped when the function returns at line 12',
      way: [
        { order: 1, line: 6, text: 'acquired here' },
        { order: 2, line: 11, text: 'by way of <-done' },
        { order: 3, line: 12, text: 'the function is left here' },
      ],
    }]);
  });

  test('begins the way of a leak where it is found, where nothing is acquired', () => {
    const loop = 'package load\n\nimport "os"\n\nfunc load(names []string) {\n\tfor _, name := range names {\n\t\tf, _ := os.Open(name)\n\t\tdefer f.Close()\n\t}\n}\n';
    expect(look(project({ 'load.go': loop })).findings).toMatchObject([
      {
        rule: 'defer-in-loop',
        way: [
          { order: 1, line: 8, text: 'found here' },
          { order: 2, line: 6, text: 'the loop begins its next pass here' },
        ],
      },
    ]);
  });

  test('has fixes as edits, and as a diff of what they change', () => {
    const [finding] = look(project({ 'main.go': ticker })).findings;
    const mended = applyEdits(
      ticker,
      (finding?.fix?.edits ?? []).map((edit) => ({ ...edit, line: 1, column: 1, endLine: 1, endColumn: 1 })),
    );
    expect(mended).toContain('\tt := time.NewTicker(time.Minute)\n\tdefer t.Stop()\n');
    expect(finding?.fix?.diff.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'place', text: '@@ -4,6 +4,7 @@' }, { kind: 'added', text: '\tdefer t.Stop()' },
    ]);
    expect(look(project({ 'main.go': mended })).findings).toEqual([]);
  });

  test('is analysed over its packages', () => {
    const stock = 'package stock\n\nimport "os"\n\nfunc Open() (*os.File, error) { return os.Open("stock.csv") }\n';
    const main = `package main

import "example.com/play/stock"

func size() (int64, error) {
	file, err := stock.Open()
	if err != nil {
		return 0, err
	}
	info, err := file.Stat()
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}
`;
    expect(
      look(project({ 'main.go': main, 'stock/stock.go': stock })).findings.map(
        ({ path, line, rule }) => `${path}:${line} ${rule}`,
      ),
    ).toEqual(['main.go:6 resource-not-closed']);
  });

  test('is of the Go version that its go.mod says', () => {
    expect(look(project({ 'main.go': ticker }, {}, '1.23')).findings.map(({ level }) => level)).toEqual(['note']);
    expect(look(project({ 'main.go': ticker }, {}, '')).findings.map(({ level }) => level)).toEqual(['warning']);
  });

  test('is without notes, and without the rules that are off, where that is asked for', () => {
    expect(look(project({ 'main.go': ticker }, { notes: false }, '1.23')).findings).toEqual([]);
    expect(look(project({ 'main.go': ticker }, { off: ['ticker-not-stopped'] })).findings).toEqual([]);
    expect(look(project({ 'main.go': ticker }, { off: rules.map(({ id }) => id) })).findings).toEqual([]);
  });

  test('says what could not be read, and what is suppressed', () => {
    const suppressed = ticker.replace('time.Minute)', 'time.Minute) //nolint:ticker-not-stopped // one per process');
    const broken = 'package exporter\n\nimport "time"\n\nfunc f( {\n\tt := time.NewTicker(1)\n}\n';
    expect(look(project({ 'a.go': suppressed, 'b.go': broken }))).toMatchObject({
      findings: [],
      notices: [
        expect.stringMatching(/^b\.go: 1 declaration could not be read/),
        '1 finding is suppressed in the source.',
      ],
    });
  });

  test('may hold anything', () => {
    for (const text of ['', '\0', '\ufeff', 'package', '}'.repeat(1000), 'package p\nfunc f() { `'])
      expect(look(project({ 'main.go': text })).findings).toEqual([]);
  });

  test('keeps the key of a finding when lines above it come and go', () => {
    const [before] = look(project({ 'main.go': ticker })).findings;
    const [after] = look(
      project({ 'main.go': ticker.replace('\nfunc start', '\n// A comment.\n\nfunc start') }),
    ).findings;
    expect(after?.key).toBe(before?.key);
    expect(after?.line).toBe(8);
  });
});

describe('a report', () => {
  const about = { version: '1.2.3', page: (rule: string) => `# ${rule}` };
  const of = project({ 'main.go': ticker }, { off: ['blocked-send'] });

  test('in SARIF has the rules that ran, and their pages', () => {
    const { runs: [run] } = JSON.parse(reportText('sarif', analysed(of, parser), of, about));
    expect(run.tool.driver).toMatchObject({ semanticVersion: '1.2.3' });
    expect(run.results).toMatchObject([{ ruleId: 'ticker-not-stopped' }]);
    expect(run.tool.driver.rules.map(({ id }: { readonly id: string }) => id)).not.toContain('blocked-send');
    expect(JSON.stringify(run.tool.driver.rules)).toContain('# ticker-not-stopped');
  });

  test('in JSON has the findings', () => {
    expect(JSON.parse(reportText('json', analysed(of, parser), of, about))).toMatchObject({
      version: '1.2.3',
      findings: [{ path: 'main.go', line: 6 }],
    });
  });
});

describe('a profile', () => {
  const text = readFileSync(assetPath('examples/log-shipper/leaky/ship.go'), 'utf8');
  const shipper: Project = { ...project({ 'leaky/ship.go': text }), module: 'example.org/log-shipper' };
  const profile = (name: string): Uint8Array<ArrayBuffer> =>
    new Uint8Array(readFileSync(assetPath(`examples/log-shipper/profiles/plain/${name}`)));

  test.each(['goroutine.txt', 'goroutine.pb.gz', 'dump.txt.gz'])(
    'in the form of %s shows the finding that leaks',
    async (name) => {
      const outcome = analysed(shipper, parser);
      const [finding] = show(outcome, shipper).findings;
      expect(await evidence(outcome, name, profile(name), parser)).toMatchObject({
        summary: expect.stringMatching(/^1 profile with 80\d goroutines: 1 finding seen/),
        seen: [{ key: finding?.key, lines: [expect.stringMatching(/^802 goroutines /)] }],
      });
    },
  );

  test('that is none is one sentence', async () => {
    const outcome = analysed(shipper, parser);
    const said = async (input: string): Promise<unknown> =>
      evidence(outcome, 'the pasted text', new Uint8Array(Buffer.from(input)), parser);
    expect(await said('')).toBe('the pasted text is empty; give a profile, a dump, or a log with one.');
    expect(await said('<html>')).toBe('the pasted text is a page of HTML, no profile; take the address of the profile itself, such as /debug/pprof/goroutine.');
    expect(await said('hello')).toMatch(/^the pasted text holds no profile and no stack of a goroutine;/);
    expect(await said('\x1f\x8bhello')).toMatch(/^the pasted text /);
  });

  test('cut off while it is packed is one sentence', async () => {
    expect(await evidence(analysed(shipper, parser), 'x.gz', profile('dump.txt.gz').subarray(0, 60), parser)).toBe(
      'x.gz is broken.',
    );
  });
});
