import { beforeEach, expect, test } from 'vitest';
import type { TestContext } from 'vitest';
import { NO_GO } from '../go-toolchain.ts';
import { checkFixtures } from './check-fixtures.ts';
import { checkIncident } from './check-incident.ts';
import { checkTickerVersions } from './check-ticker-versions.ts';
import { checkGenerated } from './generator/check-generated.ts';
import { resources } from './generator/resource.ts';
import { hasGo, hasLeakProfile } from './go.ts';
import { incidents } from './incidents.ts';
import type { Result } from './result.ts';

/** What `npm run oracle` asks Go. */

beforeEach(({ skip }) => skip(!hasGo(), NO_GO));

test.for(incidents())('%s really leaks, and no longer when it is mended', (name, context) => {
  accept(checkIncident(name, { leakProfile: hasLeakProfile(), draw: false }), context);
});

test('fixtures that say how to run them really leak', (context) => {
  accept(checkFixtures(), context);
});

test('tickers are kept in the versions of Go in which that is said of them', (context) => {
  for (const result of checkTickerVersions()) accept(result, context);
});

const kinds = Object.entries(resources);

test.for(kinds)('generated programs about %s leak where that is said of them', async ([name, resource], context) => {
  accept(await checkGenerated(name, resource, 1000, 1), context);
});

function accept({ complaints, skipped }: Result, { skip }: TestContext): void {
  skip(skipped !== undefined, skipped);
  expect(complaints).toEqual([]);
}
