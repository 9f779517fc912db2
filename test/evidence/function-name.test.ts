import { expect, test } from 'vitest';
import { functionName, plainName } from '../../src/apps/evidence/profile/function-name.ts';

test.each([
  ['main.main', 'main', undefined, 'main', false],
  ['example.org/app/store.(*Pool).Run', 'example.org/app/store', 'Pool', 'Run', false],
  ['example.org/app/store.Pool.Run', 'example.org/app/store', 'Pool', 'Run', false],
  ['example.org/app/store.Pool.Run-fm', 'example.org/app/store', 'Pool', 'Run', false],
  ['example.org/app.Leak.func1', 'example.org/app', undefined, 'Leak', true],
  ['example.org/app.Leak.func1.2', 'example.org/app', undefined, 'Leak', true],
  ['example.org/app.(*T).Go.func1.gowrap2', 'example.org/app', 'T', 'Go', true],
  ['example.org/app.T.Go.deferwrap1', 'example.org/app', 'T', 'Go', true],
  ['example.org/app.Walk-range1', 'example.org/app', undefined, 'Walk', true],
  ['example.org/app.Walk.func1-range2', 'example.org/app', undefined, 'Walk', true],
  ['example.org/app.glob..func1', 'example.org/app', undefined, undefined, true],
  ['example.org/app.init.func1', 'example.org/app', undefined, undefined, true],
  ['example.org/app.init.0', 'example.org/app', undefined, 'init', true],
  ['gopkg.in/yaml%2ev3.(*parser).parse', 'gopkg.in/yaml.v3', 'parser', 'parse', false],
])('%s', (symbol, importPath, receiver, name, literal) => {
  expect(functionName(symbol)).toEqual({ importPath, receiver, name, literal });
});

test('type arguments go, nested ones too', () => {
  expect(plainName('example.org/a.(*Pool[go.shape.struct { X []int }]).Run')).toBe('example.org/a.(*Pool).Run');
  expect(plainName('example.org/a.Map[...].func1')).toBe('example.org/a.Map.func1');
  expect(plainName('example.org/a.F]][')).toBe('example.org/a.F');
});
