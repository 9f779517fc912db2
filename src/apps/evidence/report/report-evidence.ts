import type { Finding } from '../../../findings/finding.ts';
import type { Entry, EvidenceRemarks, Seen } from '../../../report/meta.ts';
import { unreachable } from '../../../unreachable.ts';
import type { EvidenceReport, ExplainedPlace } from '../assemble.ts';
import type { Amount, Evidence } from '../match/evidence.ts';
import { whyUnseen } from '../match/unseen.ts';
import { stackTrees } from './stack-tree.ts';
import { evidenceWords, foldedEntry, goroutines, placeEntry } from './words.ts';

/** The findings in the order that evidence gives them: those that profiles show first. */
export function orderByEvidence(findings: readonly Finding[], { evidence }: EvidenceReport): readonly Finding[] {
  const seen = new Set(evidence.map(({ finding }) => finding));
  return [...seen, ...findings.filter((finding) => !seen.has(finding))];
}

/** What reports say beside the findings, in their order. */
export function remarks(ordered: readonly Finding[], report: EvidenceReport): EvidenceRemarks {
  const ofFinding = new Map<Finding, Seen>();
  ordered.forEach((finding, i) => {
    const own = report.evidence.filter((each) => each.finding === finding);
    if (own.length > 0) ofFinding.set(finding, seenOf(own, report.minutes, 100 - (50 * i) / ordered.length));
  });
  const unseen = ordered
    .filter((finding) => !ofFinding.has(finding))
    .map((finding) => ({ finding, why: whyUnseen(finding, report.profiles) }));
  return {
    ofFinding,
    sections: sections(unseen, report),
    stacks: stackTrees(report.stacks),
    json: { ...json(report), unseen: unseen.map(unseenJson) },
  };
}

function seenOf(own: readonly Evidence[], minutes: number | undefined, rank: number): Seen {
  return {
    lines: own.map((each) => evidenceWords(each, minutes)),
    rank: Math.round(rank * 10) / 10,
    properties: own.map((each) => ({
      tier: each.tier, ...amountJson(each.amount), growth: each.growth === undefined ? null : amountJson(each.growth),
      meaning: tierWords(each),
    })),
  };
}

function tierWords({ tier }: Evidence): string {
  switch (tier) {
    case 'operation':
      return 'at this line';
    case 'moved':
      return 'at this line, which has moved since the program was built';
    case 'start':
      return 'goroutines started here';
    case 'family':
      return 'a candidate among others';
    default:
      return unreachable(tier);
  }
}

function amountJson({ goroutines: all, leaked, minutes, objects, bytes }: Amount): object {
  return { goroutines: all, leaked, minutes: minutes ?? null, objects, bytes };
}

type Section = EvidenceRemarks['sections'][number];

function sections(unseen: readonly Unseen[], { places, keeping, folded, minutes }: EvidenceReport): readonly Section[] {
  return [
    {
      title: 'Goroutines that wait, or grow, without a finding',
      entries: places.map((place) => placeEntry(place, minutes)),
    },
    { title: 'Memory in use without a finding', entries: keeping.map((place) => placeEntry(place, minutes)) },
    {
      title: 'Goroutines that wait as they should, or few',
      entries: folded.toSorted((a, b) => b.goroutines - a.goroutines).map(foldedEntry),
    },
    {
      title: 'Findings of which these profiles show nothing, which does not mean that nothing leaks there',
      entries: unseenEntries(unseen),
    },
  ].filter(({ entries }) => entries.length > 0);
}

/** A finding of which profiles show nothing, and why. */
interface Unseen {
  readonly finding: Finding;
  readonly why: string;
}

const MOST_UNSEEN = 20;

function unseenEntries(unseen: readonly Unseen[]): readonly Entry[] {
  const shown = unseen
    .slice(0, MOST_UNSEEN)
    .map(({ finding: { location, rule }, why }) => ({
      head: `${location.path}:${location.line}: ${rule}: ${why}`,
      lines: [],
    }));
  return unseen.length > MOST_UNSEEN
    ? [...shown, { head: `and ${unseen.length - MOST_UNSEEN} more`, lines: [] }]
    : shown;
}

function unseenJson({ finding: { location, rule }, why }: Unseen): object {
  return { path: location.path, line: location.line, rule, why };
}

/** The keys that the JSON report has beside its own; all of them always there. */
function json({ profiles, older, minutes, places, keeping, folded }: EvidenceReport): object {
  return {
    profiles: [...profiles, ...older].map((profile) => ({
      name: profile.name, kind: profile.kind, base: older.includes(profile), delta: profile.delta,
      goroutines: profile.kind === 'heap' ? 0 : profile.stacks.reduce((sum, { count }) => sum + count, 0),
      bytes: profile.stacks.reduce((sum, each) => sum + each.bytes, 0),
    })),
    minutes: minutes ?? null,
    waiting: places.map(placeJson),
    keeping: keeping.map(placeJson),
    folded: folded.map(({ words, goroutines: count }) => ({ words, goroutines: count })),
  };
}

function placeJson({ at, wait, amount, growth, why, stacks }: ExplainedPlace): object {
  return {
    path: at?.path ?? null, line: at?.line ?? null, function: at?.func ?? null, started: at?.isStart ?? false,
    present: at?.isPresent ?? false, wait,
    ...amountJson(amount), growth: growth === undefined ? null : amountJson(growth), why,
    stack: (stacks[0]?.stack.frames ?? []).slice(0, MOST_FRAMES).map(({ func, file, line }) => ({ function: func, file, line })),
  };
}

const MOST_FRAMES = 32;

/** The last line on standard error: what was read, and how much of it is explained. */
export function closingWords({ profiles, evidence, places }: EvidenceReport): string {
  const all = profiles
    .filter(({ kind }) => kind !== 'heap')
    .reduce((sum, { stacks }) => sum + stacks.reduce((a, { count }) => a + count, 0), 0);
  const shown = new Set(evidence.map(({ finding }) => finding)).size;
  const read = `${profiles.length} profile${profiles.length === 1 ? '' : 's'}${all > 0 ? ` with ${goroutines(all)}` : ''}`;
  return `${read}: ${shown} finding${shown === 1 ? '' : 's'} seen, ${places.length} other place${places.length === 1 ? '' : 's'} where goroutines wait`;
}
