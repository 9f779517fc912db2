import { sourceText } from '../../syntax/source-text.ts';
import { repositoryRoot } from '../../discover/path/root.ts';
import type { FileSystem } from '../../host/file-system.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Drift } from '../../line-changes.ts';
import { oneLine } from '../../syntax/one-line.ts';
import type { Parser } from '../../syntax/parse/parser.ts';
import { partnersFinder } from './explain/channel-partners.ts';
import type { TextOf } from './explain/why.ts';
import { whyWaiting } from './explain/why.ts';
import type { Evidence } from './match/evidence.ts';
import { match } from './match/match.ts';
import type { Folded, WaitingPlace } from './match/waiting.ts';
import { keepingPlaces, waitingPlaces } from './match/waiting.ts';
import { readCheckout } from './places/checkout.ts';
import { locateFrames } from './places/locate.ts';
import type { PathMap } from './places/path-map.ts';
import type { PlacedStack } from './places/place-stacks.ts';
import { placeStacks } from './places/place-stacks.ts';
import type { Sources } from './places/sources.ts';
import { openSources } from './places/sources.ts';
import type { Frame, Profile } from './profile/profile.ts';
import { doubts } from './doubts.ts';

/** What evidence is asked for, beside the profiles. */
export interface Question {
  /**
   * The working directory, absolute; where files are read; and a file that was analysed, where the directory is in no
   * checkout.
   */
  readonly cwd: string;
  readonly files: FileSystem;
  readonly file: string | undefined;
  readonly maps: readonly PathMap[];
  /** From how many goroutines on a place without a finding is named. */
  readonly least: number;
  /** What has become of the sources since the program was built; undefined where nobody said from which revision. */
  readonly drift: Drift | undefined;
}

/** A place without a finding, and why that may be. */
export interface ExplainedPlace extends WaitingPlace {
  readonly why: readonly string[];
}

/** All that profiles show of a program and its findings. */
export interface EvidenceReport {
  readonly profiles: readonly Profile[];
  readonly older: readonly Profile[];
  /** Minutes between the older profiles and the others; undefined where they do not say. */
  readonly minutes: number | undefined;
  /** The most important first. */
  readonly evidence: readonly Evidence[];
  readonly places: readonly ExplainedPlace[];
  readonly keeping: readonly ExplainedPlace[];
  readonly folded: readonly Folded[];
  /** All that the profiles hold, with places. */
  readonly stacks: readonly PlacedStack[];
  /** What the user should know: whole sentences without the full stop. */
  readonly notices: readonly string[];
}

/** Ties profiles to findings. Reads the sources that the profiles lead to. */
export function assemble(
  findings: readonly Finding[],
  profiles: readonly Profile[],
  older: readonly Profile[],
  question: Question,
  parser: Parser,
): EvidenceReport {
  const checkout = readCheckout(
    repositoryRoot(question.cwd, question.files, question.file),
    question.files,
    question.drift?.renames,
  );
  const sources = openSources(parser, question.files);
  const located = locateFrames(framesOf([...profiles, ...older]), checkout, question.maps);
  const own = [...new Set([...located.values()].flatMap((each) => (each.kind === 'own' ? [each.file] : [])))];
  const moved = question.drift?.follow(own) ?? ((_file: string, line: number) => line);
  const place = (all: readonly Profile[]): readonly PlacedStack[] =>
    all.flatMap((profile) => placeStacks(profile, { located, sources, cwd: question.cwd, moved }));
  const [now, before] = [place(profiles), older.length > 0 ? place(older) : undefined];
  const { evidence, rest } = match(findings, now, before, sources);
  const explain = explainer(parser, question, sources);
  const familiar = new Set(evidence.flatMap(({ stacks, tier }) => (tier === 'family' ? stacks : [])));
  const unexplained = rest.filter((stack) => !familiar.has(stack));
  const { places, folded } = waitingPlaces(unexplained, before, question.least);
  return {
    profiles,
    older,
    minutes: elapsed(profiles, older),
    evidence: evidence.toSorted(byImportance),
    places: places.map(explain),
    folded,
    stacks: now,
    keeping: keepingPlaces(unexplained, before, heapOf(now))
      .slice(0, MOST_KEEPING)
      .map((each) => ({ ...each, why: [] })),
    notices: [
      ...profileNotices([...profiles, ...older]),
      ...buildNotices(profiles, older),
      ...doubts(now, located, checkout),
    ],
  };
}

const MOST_KEEPING = 10;

function* framesOf(profiles: readonly Profile[]): Generator<Frame> {
  const seen = new Set<Frame>();
  for (const { stacks } of profiles)
    for (const { frames, created } of stacks)
      for (const frame of created ? [...frames, created] : frames)
        if (!seen.has(frame)) {
          seen.add(frame);
          yield frame;
        }
}

function explainer(
  parser: Parser,
  { cwd, files }: Question,
  sources: Sources,
): (place: WaitingPlace) => ExplainedPlace {
  const findPartners = partnersFinder(parser, cwd, files);
  const textOf: TextOf = (file, node) => {
    const source = sources.open(file);
    const text = source && oneLine(sourceText(source).slice(node.pos, node.end));
    return text !== undefined && text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
  };
  return (place) => ({ ...place, why: whyWaiting(place, findPartners, textOf) });
}

const LONGEST_TEXT = 60;

/**
 * What grows comes first, then what the runtime calls leaked, then how much there is; memory is weighed by the kilobyte
 * of a stack.
 */
function byImportance(a: Evidence, b: Evidence): number {
  return weight(b.growth ?? b.amount) - weight(a.growth ?? a.amount) || weight(b.amount) - weight(a.amount);
}

function weight({ goroutines, leaked, bytes }: Evidence['amount']): number {
  return goroutines + leaked + bytes / 4096;
}

function heapOf(stacks: readonly PlacedStack[]): number {
  return stacks.reduce((sum, { profile, stack }) => sum + (profile.kind === 'heap' ? stack.bytes : 0), 0);
}

function elapsed(profiles: readonly Profile[], older: readonly Profile[]): number | undefined {
  const times = (all: readonly Profile[]): readonly number[] => all.flatMap(({ time }) => time ?? []);
  const [now, before] = [times(profiles), times(older)];
  if (now.length === 0 || before.length === 0) return undefined;
  const minutes = (Math.max(...now) - Math.max(...before)) / 60_000;
  return minutes > 0 ? minutes : undefined;
}

function profileNotices(profiles: readonly Profile[]): readonly string[] {
  return profiles.flatMap(({ name, notices }) => notices.map((notice) => `${name}: ${notice}`));
}

function buildNotices(profiles: readonly Profile[], older: readonly Profile[]): readonly string[] {
  const builds = new Set([...profiles, ...older].flatMap(({ build }) => build ?? []));
  return older.length > 0 && builds.size > 1
    ? ['the older profiles are of another build of the program, so they are compared by lines that may have moved']
    : [];
}

