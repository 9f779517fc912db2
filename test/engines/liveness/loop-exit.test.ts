import { expect, test } from 'vitest';
import { canLeave } from '../../../src/engines/liveness/loop/loop-exit.ts';
import { functionCfgs } from '../../../src/flow/function-cfg.ts';
import { funcInfo, modelOf, nodesOf } from '../../parse-go.ts';

/** Whether the first loop of a function with this body can be left. */
function leaves(body: string): boolean {
  const model = modelOf({
    'a.go': `import ("os"; "runtime"; "log")\nvar _, _, _ = os.Args, runtime.GOOS, log.Flags\nfunc ok() bool\nfunc f() {\n${body}\n}\n`,
  });
  const { info, decl } = funcInfo(model, 'f');
  const [loop] = nodesOf(decl, 'ForStmt');
  if (!loop) throw new Error('no loop');
  return canLeave(loop.body, loop, info, functionCfgs(model));
}

test.each([
  ['for { return }'],
  ['for { break }'],
  ['l: for { for ok() { break l } }'],
  ['l: for { select { default: break l } }'],
  ['for { goto end }\nend: ok()'],
  ['for { if ok() { panic(1) } }'],
  ['for { os.Exit(1) }'],
  ['for { runtime.Goexit() }'],
  ['for { log.Fatalf("x") }'],
  ['for { func() { panic(1) }() }'],
])('%s can', (body) => {
  expect(leaves(body)).toBe(true);
});

test.each([
  ['for { ok() }'],
  ['for { select { default: break } }'],
  ['for { switch { case ok(): break } }'],
  ['for { for ok() { break } }'],
  ['for { continue }'],
  ['l: for { for ok() { continue l } }'],
  ['for { func() { return }() }'],
  ['for { goto again; again: ok() }'],
  ['l: for { m: select { default: break m } ; goto n; n: if ok() { continue l } }'],
])('%s cannot', (body) => {
  expect(leaves(body)).toBe(false);
});
