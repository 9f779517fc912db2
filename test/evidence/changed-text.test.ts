import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assetPath } from '../../src/assets.ts';
import { ProfileError } from '../../src/apps/evidence/profile/profile.ts';
import { read, shown } from './read.ts';

/** The profiles of the incidents in text: dumps, and counted stacks. */
const texts = readdirSync(assetPath('examples'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.includes('profiles') && name.endsWith('.txt'))
  .map((name) => readFileSync(join(assetPath('examples'), name), 'utf8').slice(0, 6000));

/** What stands in reports around dumps, and within them. */
const pieces = ['\n', '\n\n', '\t', ' ', '\\n', '> ', '"', '```\n', 'goroutine 7 [chan send]:\n', '101 instances of:\n', '27 @ 0x1 0x2\n',
  '#\t0x1\tmain.f+0x1\t/a.go:1\n', 'created by ', '(_T)', '\r\n', '#011', '2026-11-30T10:00:00Z ', '\u0000', 'é', '0x', ':9'];

function randomly(seed: number): (below: number) => number {
  let state = seed;
  return (below) => (state = (state * 48271) % 2147483647) % below;
}

function changed(text: string, random: (below: number) => number): string {
  let result = text;
  for (let changes = 1 + random(6); changes > 0; changes--) {
    const [at, length] = [random(result.length + 1), random(3) === 0 ? random(200) : random(3)];
    result = result.slice(0, at) + (pieces[random(pieces.length)] ?? '') + result.slice(at + length);
  }
  return random(4) === 0 ? result.slice(0, random(result.length + 1)) : result;
}

/** What is read, or that it is refused in words of ours; anything else fails the test. */
async function outcome(text: string, size: number): Promise<readonly string[] | 'refused'> {
  try {
    return shown(await read(text, size));
  } catch (error) {
    if (error instanceof ProfileError) return 'refused';
    throw error;
  }
}

test('texts changed at random are read or refused, and in pieces as they are whole', async () => {
  expect(texts.length).toBeGreaterThan(15);
  const random = randomly(20261130);
  let read = 0;
  for (let round = 0; round < 1500; round++) {
    const text = changed(texts[round % texts.length] ?? '', random);
    const whole = await outcome(text, 2 ** 18);
    if (whole !== 'refused') read++;
    expect(await outcome(text, 1 + random(700)), JSON.stringify(text)).toEqual(whole);
  }
  expect(read).toBeGreaterThan(1000);
});
