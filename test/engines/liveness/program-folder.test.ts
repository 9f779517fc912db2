import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rules } from '../../../rules/index.ts';
import { disk } from '../../../src/host/node.ts';
import { analyze } from '../../../src/analyze.ts';
import { goSettings, goSettingsCache } from '../../../src/discover/go-settings.ts';
import { readFolder } from '../../../src/discover/packages.ts';
import type { Files } from '../../built-program.ts';
import { folder } from '../../built-program.ts';
import { parser } from '../../parse-go.ts';

const ticking = `package p

import "time"

type poller struct{ work func() }

func (p *poller) Start() {
	go func() {
		for range time.Tick(time.Second) {
			p.work()
		}
	}()
}
`;

const program = ticking.replace('package p', 'package main');

const handling = `package p

import "time"

type peer interface{ OnTrack(func(id int)) }

func serve(p peer, work func(int)) {
	p.OnTrack(func(id int) {
		go func() {
			for range time.Tick(time.Second) {
				work(id)
			}
		}()
	})
}
`;

const answering = `package p

import (
	"net/http"
	"time"
)

func answer(w http.ResponseWriter, r *http.Request) {
	go func() {
		for range time.Tick(time.Second) {
			w.Write(nil)
		}
	}()
}
`;

/** The number of findings in the one Go file of a folder of a project, seen from the folder `cwd`. */
function findings(files: Files, at: string, cwd: string): number {
  const root = folder(files);
  const dir = join(root, at);
  const { packages } = readFolder(
    { dir, named: 'all' },
    goSettings(dir, goSettingsCache(), disk),
    join(root, cwd),
    disk,
  );
  return packages.flatMap((each) => analyze(parser, each, { rules, all: true }).findings).length;
}

const module = 'module m\n\ngo 1.22\n';

test.each([
  [
    'a checkout below a folder of that name',
    { 'tools/repo/.git/HEAD': '', 'tools/repo/poll/a.go': ticking },
    'tools/repo/poll',
    '',
    1,
  ],
  [
    'a module below a folder of that name',
    { 'cmd/repo/go.mod': module, 'cmd/repo/poll/a.go': ticking },
    'cmd/repo/poll',
    'other',
    1,
  ],
  ['a program of a module', { 'repo/go.mod': module, 'repo/cmd/poll/a.go': program }, 'repo/cmd/poll', '', 0],
  [
    'a program seen from its own folder',
    { 'repo/go.mod': module, 'repo/cmd/poll/a.go': program },
    'repo/cmd/poll',
    'repo/cmd/poll',
    0,
  ],
  [
    'a library below the programs of a module',
    { 'repo/go.mod': module, 'repo/cmd/poll/a.go': ticking },
    'repo/cmd/poll',
    '',
    1,
  ],
  [
    'a module of examples in a checkout',
    { '.git/HEAD': '', 'examples/x/go.mod': module, 'examples/x/poll/a.go': ticking },
    'examples/x/poll',
    '',
    0,
  ],
  [
    'a module of examples in a module',
    { 'go.mod': module, 'examples/x/go.mod': module, 'examples/x/a.go': ticking },
    'examples/x',
    '',
    0,
  ],
  ['a handler in a program', { 'go.mod': module, 'examples/x/a.go': handling }, 'examples/x', '', 1],
  ['a handler of HTTP requests in a program', { 'go.mod': module, 'examples/x/a.go': answering }, 'examples/x', '', 1],
  ['a folder of no project', { 'tools/a.go': ticking }, 'tools', '', 0],
])('%s', (_, files, at, cwd, count) => {
  expect(findings(files, at, cwd)).toBe(count);
});
