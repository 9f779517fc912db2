import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rules } from '../../../rules/index.ts';
import { analyze } from '../../../src/analyze.ts';
import { assetPath } from '../../../src/assets.ts';
import type { Finding } from '../../../src/findings/finding.ts';
import type { Parser } from '../../../src/syntax/parse/parser.ts';
import { run } from '../go.ts';
import { generate } from './generate.ts';
import type { Program } from './program.ts';
import { printed, text } from './program.ts';
import { choices } from './choices.ts';
import type { Resource } from './resource.ts';

/** One acquisition on which golint-leaks and the run do not agree, with the function around it. */
export interface Disagreement {
  readonly kind: 'missed' | 'false alarm';
  readonly seed: number;
  /** The name of the function in its batch. */
  readonly name: string;
  readonly line: string;
  readonly code: string;
}

/** What came of many programs. */
export interface Tally {
  readonly programs: number;
  readonly acquisitions: number;
  readonly leaks: number;
  readonly found: number;
  /** Acquisitions that no complete run passes, or that pile up in a loop that is never left: not judged. */
  readonly unjudged: number;
  readonly disagreements: readonly Disagreement[];
}

/** What all runs of one function showed. */
interface Truth {
  readonly made: ReadonlySet<number>;
  readonly leaked: ReadonlySet<number>;
  readonly open: ReadonlySet<number>;
}

/**
 * How many decisions one run may take, and how many runs one function: enough for nearly all, and for those in doubt.
 */
const QUICK: Limits = { decisions: 12, runs: 20_000 };
const THOROUGH: Limits = { decisions: 24, runs: 5_000_000 };

interface Limits {
  readonly decisions: number;
  readonly runs: number;
}

/** Findings that claim no leak: the stop comes too early. */
const noLeak: ReadonlySet<Finding['fact']['kind']> = new Set(['released-early']);

/**
 * Generates `size` functions from the seed, walks all their paths, and compares what the paths leave with what
 * golint-leaks says.
 */
export function checkBatch(parser: Parser, resource: Resource, seed: number, size: number): Tally {
  const source = choices(seed);
  let id = 1;
  const programs = Array.from({ length: size }, (_, index) => {
    const program = generate(source, resource, `p${index}`, id);
    id += program.lines.filter(({ acquires }) => acquires !== undefined).length;
    return program;
  });
  const shown = file(resource, programs, 'shown');
  const reported = reportedLines(parser, resource, shown);
  const truths = walked(resource, programs, QUICK);
  const first = tally(programs, truths, reported, shown, seed);
  const doubtful = new Set(first.disagreements.filter(({ kind }) => kind === 'false alarm').map(({ name }) => name));
  if (doubtful.size === 0) return first;
  // The path that leaks may be longer than the quick walk: in the third pass of a loop, say.
  const again = programs.filter(({ name }) => doubtful.has(name));
  const deeper = new Map(walked(resource, again, THOROUGH).map((each, index) => [again[index]?.name, each]));
  return tally(programs, truths.map((each, index) => deeper.get(programs[index]?.name) ?? each), reported, shown, seed);
}

function tally(programs: readonly Program[], truths: readonly Truth[], reported: ReadonlySet<number>, shown: string, seed: number): Tally {
  const lines = shown.split('\n');
  const disagreements: Disagreement[] = [];
  let acquisitions = 0;
  let leaks = 0;
  let found = 0;
  let unjudged = 0;
  for (const [index, program] of programs.entries()) {
    const start = lines.indexOf(`func ${program.name}(a, b bool) {`);
    const truth = truths[index];
    for (const [offset, line] of printed(program).entries()) {
      if (line.acquires === undefined || !truth) continue;
      acquisitions++;
      const says = reported.has(start + offset + 2);
      const leaked = truth.leaked.has(line.acquires);
      if (!leaked && (truth.open.has(line.acquires) || !truth.made.has(line.acquires))) {
        unjudged++;
        continue;
      }
      if (leaked) leaks++;
      if (leaked && says) found++;
      if (leaked === says) continue;
      const code = text(program, 'shown').map((each, at) => (at === offset + 1 ? `${each} // <--` : each)).join('\n');
      disagreements.push({ kind: leaked ? 'missed' : 'false alarm', seed, name: program.name, line: line.shown, code });
    }
  }
  return { programs: programs.length, acquisitions, leaks, found, unjudged, disagreements };
}

/** The lines that have a finding of the rule, from 1. */
function reportedLines(parser: Parser, resource: Resource, shown: string): ReadonlySet<number> {
  const files = [{ path: 'programs.go', text: shown, report: true }];
  const go = { version: '1.22', toolchain: undefined, godebug: {} };
  const { findings } = analyze(parser, { name: 'generated', files, go }, { rules, all: true });
  const leaks = findings.filter(({ rule, fact }) => rule === resource.rule && !noLeak.has(fact.kind));
  return new Set(leaks.map(({ location }) => location.line));
}

/** Compiles the instrumented form of the programs and walks all their paths. */
function walked(resource: Resource, programs: readonly Program[], { decisions, runs }: Limits): readonly Truth[] {
  const folder = mkdtempSync(join(tmpdir(), 'golint-leaks-'));
  try {
    cpSync(assetPath('test/oracle/generator/go'), folder, { recursive: true });
    writeFileSync(join(folder, 'go.mod'), 'module generated\n\ngo 1.23\n');
    writeFileSync(join(folder, 'programs.go'), file(resource, programs, 'run'));
    const { ok, stdout, text: said } = run('go', ['run', '.', `${decisions}`, `${runs}`], folder);
    if (!ok) throw new Error(said);
    return stdout.trim().split('\n').map(truth);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Reads `0 16 true -1-2- -2- -`: the number of the function, of its runs, whether these are all, and three sets. */
function truth(line: string): Truth {
  const [, , , made = '', leaked = '', open = ''] = line.split(' ');
  const set = (list: string): ReadonlySet<number> => new Set(list.split('-').filter(Boolean).map(Number));
  return { made: set(made), leaked: set(leaked), open: set(open) };
}

/** All programs as one Go file. */
function file(resource: Resource, programs: readonly Program[], form: 'shown' | 'run'): string {
  const path = form === 'run' ? 'generated/track' : resource.path;
  const names = programs.map(({ name }) => name).join(', ');
  return [
    form === 'run' ? 'package main' : 'package generated',
    `import (\n\t"runtime"\n${resource.path && `\t${resource.package} "${path}"\n`})`,
    'var _ = runtime.Goexit',
    'var never bool',
    ...(form === 'shown'
      ? [`var kept []${resource.type}`]
      : [keep(resource), `var programs = []func(a, b bool){${names}}`]),
    `func halt(t ${resource.type}) {\n\t${resource.release('t')}\n}`,
    `func look(t ${resource.type}) {\n\t${resource.use('t')}\n}`,
    ...programs.flatMap((program) => text(program, form)),
    '',
  ].join('\n');
}

/** In the run what is handed on counts as released. */
function keep({ type, release }: Resource): string {
  return `func keep(t ${type}) {\n\tif t != nil {\n\t\t${release('t')}\n\t}\n}`;
}
