import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findingsIn } from './findings-in.ts';
import { run } from './go.ts';
import type { Result } from './result.ts';

/** A module's settings, and whether a ticker that nobody stops is then kept. */
interface Setting {
  readonly name: string;
  readonly go: string;
  readonly godebug?: string;
  /** Undefined where the toolchain decides. */
  readonly kept?: boolean;
}

const settings: readonly Setting[] = [
  { name: 'go 1.22', go: '1.22', kept: true },
  { name: 'go 1.23', go: '1.23', kept: false },
  { name: 'go 1.23 with asynctimerchan=1', go: '1.23', godebug: 'asynctimerchan=1' },
];

const CALLS = 1000;

const packageSource = `package poll

import "time"

func Once() {
	t := time.NewTicker(time.Hour)
	select {
	case <-t.C:
	default:
	}
}
`;

/**
 * Prints by how many bytes the heap has grown. The counting itself allocates less than one ticker for each call, and
 * who calls it does not show: what runs only while a program starts would be a note.
 */
const mainSource = `package main

import (
	"fmt"
	"runtime"

	"tickers/poll"
)

var calls [${CALLS}]func()

func init() {
	for i := range calls {
		calls[i] = poll.Once
	}
}

func main() {
	before := heap()
	for _, once := range calls {
		once()
	}
	fmt.Println(int64(heap()) - int64(before))
}

func heap() uint64 {
	for range make([]struct{}, 3) {
		runtime.GC()
	}
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}
`;

/** A ticker, its channel and its timer take some 250 bytes; a tenth of that for each call is no noise. */
const GROWN = 25 * CALLS;

/**
 * Measures whether tickers that nobody stops are kept, and compares the level of the finding: a warning where they are,
 * else a note.
 */
export function checkTickerVersions(): readonly Result[] {
  return settings.map((setting) => {
    const folder = mkdtempSync(join(tmpdir(), 'golint-leaks-'));
    try {
      return checkSetting(setting, folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}

function checkSetting({ name, go, godebug, kept }: Setting, folder: string): Result {
  mkdirSync(join(folder, 'poll'));
  writeFileSync(join(folder, 'go.mod'), `module tickers\n\ngo ${go}\n${godebug ? `\ngodebug ${godebug}\n` : ''}`);
  writeFileSync(join(folder, 'poll', 'poll.go'), packageSource);
  writeFileSync(join(folder, 'main.go'), mainSource);
  const { ok, stdout, text } = run('go', ['run', '.'], folder);
  if (!ok) return { name, complaints: [text] };
  const grown = Number(stdout);
  const isKept = grown > GROWN;
  const { findings, complaints } = findingsIn(folder);
  const level = findings.map((finding) => finding.level).join();
  return {
    name: `a ticker without Stop, ${name}`,
    told: `the heap grows by ${grown} bytes in ${CALLS} calls; ${level}`,
    complaints: [
      ...complaints,
      ...(kept === undefined || kept === isKept ? [] : [`expected to be ${kept ? 'kept' : 'collected'}`]),
      ...(level === (isKept ? 'warning' : 'note')
        ? []
        : [`tickers are ${isKept ? 'kept' : 'collected'}, and golint-leaks says: ${level}`]),
    ],
  };
}
