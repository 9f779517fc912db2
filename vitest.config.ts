import { defineConfig } from 'vitest/config';
import { closingSummary } from './test/closing-summary.ts';

/** Somebody watches: then what runs is shown while it runs. Otherwise only what failed, and the closing summary. */
const isWatched = process.stdout.isTTY && !process.env['CI'];

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/scratch.ts',
    // A process for each processor, which loads the program and the grammar once for all the files that it runs.
    isolate: false,
    maxWorkers: '100%',
    // Nothing is measured by a clock: what takes so long hangs, however busy the machine is.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    teardownTimeout: 600_000,
    reporters: [isWatched ? 'default' : 'minimal', closingSummary()],
  },
});
