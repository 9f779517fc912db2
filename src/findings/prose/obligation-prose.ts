import type { ExitKind } from '../../flow/cfg.ts';
import type { Place, ProseOf } from './prose.ts';
import { derivedAnew, derivedInPass, eachPassFix, remedyWords } from './remedy-words.ts';
import {
  consequence, lateRelease, releaseCall, startable, subject, thirdPerson, variable, verb, withoutHandle,
} from './resource-words.ts';

/** The words of what is to be released and is not. */
export const obligationProse: ProseOf<
  | 'missed-exit'
  | 'no-handle'
  | 'each-pass'
  | 'overwritten'
  | 'stale-defer'
  | 'field-never-released'
  | 'owner-dropped'
  | 'released-early'
  | 'pending-each-pass'
  | 'container-never-released'
> = {
  'missed-exit': {
    message: (fact) => [
      `${subject(fact.resource)} is not ${fact.resource.released} when the function` + ` `,
      exit(fact),
      ...consequence(fact.resource),
    ],
    fix: ({ resource, remedy }) => remedyWords(resource, remedy),
  },
  'no-handle': {
    message: ({ resource, ...at }) => [
      `${withoutHandle(resource)}, so nobody can ${verb(resource)} it when the function `,
      exit(at),
      ...consequence(resource),
    ],
    fix: ({ resource, remedy }) =>
      resource.held === 'channel'
        ? `Make a ${resource.noun} that can be stopped, with ${startable(resource)},`
          + ' and defer its Stop in the function that receives from it.'
        : remedyWords({ ...resource, holder: undefined }, remedy),
  },
  'each-pass': {
    message: ({ resource, line }) => [
      `${subject(resource)} is made anew in each pass of `,
      { words: `the loop at line ${line}`, line },
      `, and the one of the pass before is not ${resource.released}`,
      ...consequence(resource),
    ],
    fix: ({ resource, oneWillDo, derived }) => {
      if (derived) return derivedInPass(resource);
      const instead = eachPassFix(resource);
      if (instead !== undefined) return instead;
      const atEnd = `${releaseCall(resource)} before each continue and at the end of the pass.`;
      return oneWillDo
        ? `Make one ${resource.noun} before the loop and defer its ${resource.release} there, or call ${atEnd}`
        : `Call ${atEnd}`;
    },
  },
  overwritten: {
    message: ({ resource, line }) => [
      `${subject(resource)} is not ${resource.released} before `,
      { words: `${variable(resource)} is given another value at line ${line}`, line },
      ...consequence(resource),
    ],
    fix: ({ resource, line, derived, covered }) => {
      if (derived) return derivedAnew(resource, line);
      const before = `Call ${releaseCall(resource)} before the assignment at line ${line}`;
      return covered ? `${before}.` : `${before}; for the last one, ${lateRelease(resource)}.`;
    },
  },
  'stale-defer': {
    message: ({ resource, line }) => [
      `${subject(resource)} is not ${resource.released}: `,
      { words: `the deferred ${resource.held === 'function' ? 'call' : resource.release} at line ${line}`, line },
      ` ${thirdPerson(verb(resource))} the old ${resource.noun}, not this one`,
    ],
    fix: ({ resource, line, derived }) =>
      derived
        ? `Write another defer ${releaseCall(resource)} directly after ${resource.call}: it takes the value that is new then.`
        : `Call ${releaseCall(resource)} before the new ${resource.noun} is assigned;`
          + ` in place of the defer at line ${line}, ${lateRelease(resource)}.`,
  },
  'field-never-released': {
    message: ({ resource, field, type }) => [
      `no method of this package ${thirdPerson(verb(resource))} field "${field}" of ${type},`
        + ` which holds the ${resource.noun} from ${resource.call}`,
    ],
    fix: ({ resource, field, type }) =>
      `Call ${resource.held === 'function' ? '' : `${resource.release} on `}field "${field}" in the method that ends the life of`
      + ` ${type} (Close, Stop, Shutdown), and where its constructor returns an error.`,
  },
  'owner-dropped': {
    message: ({ resource, field, owner, line }) => [
      `the ${resource.noun} from ${resource.call} in field "${field}" of "${owner}" is not ${resource.released}`
        + ' when the function ',
      { words: `drops "${owner}" and returns at line ${line}`, line },
    ],
    fix: ({ resource, field, owner, line }) =>
      `Call ${owner}.${field}${resource.held === 'function' ? '' : `.${resource.release}`}(),`
      + ` or the method of "${owner}" that does, before the return at line ${line}.`,
  },
  'released-early': {
    message: ({ resource, line, started }) => [
      `${subject(resource)} is ${resource.released} `,
      { words: `when the function returns at line ${line}`, line },
      `, while the goroutine started at line ${started} still uses it`,
    ],
    fix: ({ resource }) =>
      `Move the defer of ${releaseCall(resource)} into the goroutine that uses the ${resource.noun}.`,
  },
  'pending-each-pass': {
    message: ({ resource, duration, line, clause }) => [
      clause
        ? { words: `each "${clause.text}" at line ${clause.line}`, line: clause.line }
        : { words: `each pass of the loop at line` + ` ${line}`, line },
      ` leaves ${subject(resource)} pending${duration === undefined ? '' : ` for ${duration}`}, and `,
      ...(clause ? [{ words: `the loop at line ${line}`, line }, ' '] : []),
      'makes another one',
    ],
    fix: ({ resource }) =>
      `Make one ${resource.noun} with time.NewTimer before the loop, defer its Stop there, and call Reset in each pass.`,
  },
  'container-never-released': {
    message: ({ resource, container }) => [
      `${subject(resource)} is kept in ${container}, and nothing in this package ${thirdPerson(verb(resource))} what leaves it;`
        + ` the library keeps each ${resource.noun} until then`,
    ],
    fix: ({ resource, container }) =>
      `Call ${releaseCall(resource)} where its entry leaves ${container}, or is replaced there.`,
  },
};

function exit({ exit: kind, line }: { readonly exit: ExitKind; readonly line: number }): Place {
  const words = { return: 'returns', end: 'ends', goexit: 'calls runtime.Goexit' } satisfies Record<ExitKind, string>;
  return { words: `${words[kind]} at line ${line}`, line };
}
