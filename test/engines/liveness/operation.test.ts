import { describe, expect, it } from 'vitest';
import { holderAt } from '../../../src/engines/liveness/channel/channel.ts';
import { channelUses } from '../../../src/engines/liveness/channel/channel-uses.ts';
import type { Operation } from '../../../src/engines/liveness/channel/operation.ts';
import { operationOf } from '../../../src/engines/liveness/channel/operation.ts';
import { funcInfo, idents, modelOf } from '../../parse-go.ts';

/** The send on `c` in function `f`, as `f` sees it. */
function sendIn(body: string, declarations = ''): Operation {
  const model = modelOf({ 'a.go': `func f(g group) {\nc := make(chan int)\n${body}\n}\n${declarations}` });
  const { info, decl } = funcInfo(model, 'f');
  const [ident] = idents(decl, 'c');
  const holder = ident && holderAt(ident, info, model);
  const send = holder && channelUses(holder, model).uses.find((use) => use.kind === 'sent');
  if (!send) throw new Error('no send');
  return operationOf(send, decl);
}

const sender = 'func send(c chan<- int) { c <- 1 }';
const starter = 'func start(c chan<- int) { go func() { c <- 1 }() }';

describe('when an operation runs, seen from the owner of the channel', () => {
  it.each([
    ['c <- 1', 'here'],
    ['func() { c <- 1 }()', 'here'],
    ['go func() { c <- 1 }()', 'goroutine'],
    ['go func() { func() { c <- 1 }() }()', 'goroutine'],
    ['g.Go(func() { c <- 1 })', 'goroutine'],
    ['defer func() { c <- 1 }()', 'deferred'],
    ['each(func() { c <- 1 })', 'elsewhere'],
    ['send := func() { c <- 1 }; go send()', 'goroutine'],
    ['send := func() { c <- 1 }; send(); send()', 'here'],
    ['send := func() { c <- 1 }; send(); go send()', 'elsewhere'],
    ['send := func() { go func() { c <- 1 }() }; send()', 'goroutine'],
    ['send(c)', 'here'],
    ['go send(c)', 'goroutine'],
    ['start(c)', 'goroutine'],
  ])('%s: %s', (body, expected) => {
    expect(sendIn(body, `${sender}\n${starter}`).moment).toBe(expected);
  });

  it('stands where a closure is called, not where it is written', () => {
    expect(sendIn('send := func() { c <- 1 }; go send(); go send()').places).toHaveLength(2);
  });

  it.each([
    ['go func() { for { c <- 1 } }()', false],
    ['go func() { for { go func() { c <- 1 }() } }()', true],
  ])('%s: repeated is %s', (body, expected) => {
    expect(sendIn(body).repeated).toBe(expected);
  });
});
