import { displayPath } from '../../../discover/path/display-path.ts';
import { goSettings, goSettingsCache } from '../../../discover/go-settings.ts';
import { readFolder } from '../../../discover/packages.ts';
import { holderAt, holderName } from '../../../engines/liveness/channel/channel.ts';
import { channelUses } from '../../../engines/liveness/channel/channel-uses.ts';
import type { FileSystem } from '../../../host/file-system.ts';
import { parentOf } from '../../../host/paths.ts';
import { lineOf } from '../../../model/line-of.ts';
import type { ModelFile, PackageModel } from '../../../model/info.ts';
import { packageModel } from '../../../model/package-model.ts';
import { textOf } from '../../../model/text-of.ts';
import { TooMuchWork } from '../../../model/too-much-work.ts';
import { tokenFrom } from '../../../syntax/token/tokens.ts';
import type { Expr, Node } from '../../../syntax/ast.ts';
import type { Parser } from '../../../syntax/parse/parser.ts';
import { walk } from '../../../syntax/walk.ts';

/** A place in the package: a file as findings name it, and a line from 1. */
export interface Site {
  readonly path: string;
  readonly line: number;
}

/** All that a package does with a channel at which goroutines wait. */
export interface Partners {
  /** As the source names the channel there: `s.jobs`. */
  readonly channel: string;
  readonly sends: readonly Site[];
  readonly receives: readonly Site[];
  readonly closes: readonly Site[];
  /** Whether code that the analysis does not see may use it, too. */
  readonly open: boolean;
}

/**
 * Finds out who else uses the channel of an operation (a send, a receive or a range) of a file; undefined where that
 * does not show.
 */
export type FindPartners = (file: string, operation: Node) => Partners | undefined;

/** Opens packages with a parser, each once, to look at their channels. */
export function partnersFinder(parser: Parser, cwd: string, files: FileSystem): FindPartners {
  const settings = goSettingsCache();
  const models = new Map<string, readonly PackageModel[]>();
  const modelsOf = (dir: string): readonly PackageModel[] => {
    const known = models.get(dir) ?? readFolder({ dir, named: 'all' }, goSettings(dir, settings, files), cwd, files)
      .packages.map((text) => packageModel(parser, text));
    models.set(dir, known);
    return known;
  };
  return (file, operation) => {
    const path = displayPath(file, cwd);
    for (const model of modelsOf(parentOf(file))) {
      const own = model.files.find(({ source }) => source.path === path);
      if (own) return withinWork(() => partners(own, operation, model));
    }
    return undefined;
  };
}

/** What would take too long stays unexplained. */
function withinWork<Result>(ask: () => Result): Result | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof TooMuchWork) return undefined;
    throw error;
  }
}

function partners(file: ModelFile, operation: Node, model: PackageModel): Partners | undefined {
  const info = model.declarationAt(file, tokenFrom(file.source.tokens, operation.pos));
  const channel = info && channelIn(info.decl, operation);
  const holder = channel && holderAt(channel, info, model);
  if (info === undefined || channel === undefined || holder === undefined) return undefined;
  const { uses, open } = channelUses(holder, model);
  const sites = (kind: 'sent' | 'received' | 'closed'): readonly Site[] => {
    const found = uses
      .filter((use) => use.kind === kind)
      .map((use) => ({ path: use.info.file.source.path, line: lineOf(use.at.pos, use.info) }));
    return [...new Map(found.map((site) => [`${site.path}:${site.line}`, site])).values()];
  };
  const text = textOf(channel, info);
  return {
    channel: text.length > LONGEST ? holderName(holder) : text,
    sends: sites('sent'), receives: sites('received'), closes: sites('closed'), open,
  };
}

/** UTF-16 code units of a channel that is shown as it is written. */
const LONGEST = 60;

/** The channel of the operation at the same place of another reading of the file. */
function channelIn(decl: Node, operation: Node): Expr | undefined {
  let channel: Expr | undefined;
  walk(decl, (node) => {
    if (node.pos !== operation.pos || node.kind !== operation.kind) return;
    if (node.kind === 'SendStmt') channel ??= node.chan;
    else if (node.kind === 'UnaryExpr' || node.kind === 'RangeStmt') channel ??= node.x;
  });
  return channel;
}
