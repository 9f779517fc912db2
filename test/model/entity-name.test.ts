import { describe, expect, it } from 'vitest';
import { isEntityName, namesEntity } from '../../src/model/names/entity-name.ts';
import { funcInfo, modelOf, nodesOf } from '../parse-go.ts';

const entities = ['id', 'addr', 'topic', 'broker', 'url'];

/** Whether the argument of the call of `use` in a function of this package names an entity. */
function speaks(argument: string): boolean {
  const model = modelOf({
    'a.go': `package p
type Broker struct { id int; name string; namespace string }
type request struct { URL struct { Path string } }
var topic string
func f(b *Broker, topicName string, topicKey string, r request, name string, remoteAddr interface{ String() string }, peerID string, x Broker) { use(${argument}) }
func g() { use(topic) }
func use(...interface{}) {}`,
  });
  const { info, decl } = funcInfo(model, argument === 'topic' ? 'g' : 'f');
  const [call] = nodesOf(decl, 'CallExpr');
  const [expr] = call?.args ?? [];
  if (!expr) throw new Error('no argument');
  return namesEntity(expr, entities, info, model);
}

describe('namesEntity', () => {
  it.each([
    ['peerID', true],
    ['b.id', true],
    ['b.ID()', true],
    ['remoteAddr.String()', true],
    ['topicKey', true],
    ['string(b.id)', true],
    ['b', true],
    ['x', true],
    ['r.URL.Path', true],
    ['topicName', false],
    ['name', false],
    ['b.name', false],
    ['b.namespace', false],
    ['"id"', false],
    ['topic', false],
  ])('%s: %s', (argument, expected) => {
    expect(speaks(argument)).toBe(expected);
  });
});

describe('isEntityName', () => {
  it.each([['wsTopic', true], ['Broker', true], ['BrokerPool', false], ['', false]])('%s: %s', (name, expected) => {
    expect(isEntityName(name, entities)).toBe(expected);
  });
});
