import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assetPath } from '../../src/assets.ts';
import { folder, program, start, succeeds, write } from '../built-program.ts';
import { shop, targets } from './build-system.ts';

const goRules = `
def _library(ctx):
    return [DefaultInfo(files = depset(ctx.files.srcs))]

go_library = rule(implementation = _library, attrs = {
    "srcs": attr.label_list(allow_files = True),
    "deps": attr.label_list(),
    "embed": attr.label_list(),
    "importpath": attr.string(),
})

go_binary = go_library

def _program(ctx):
    script = ctx.actions.declare_file(ctx.label.name)
    ctx.actions.write(script, ctx.attr.script, is_executable = True)
    return [DefaultInfo(executable = script)]

program = rule(implementation = _program, executable = True, attrs = {"script": attr.string()})
`;

/** The shop with a target for each package; rules of its own, because those for Go have to be downloaded. */
function workspace(): string {
  const dir = shop();
  write(dir, {
    WORKSPACE: `local_repository(name = "golint_leaks", path = ${JSON.stringify(assetPath('bazel'))})\n`,
    'tools/go.bzl': goRules,
    'tools/lint.bzl': `load("@golint_leaks//:defs.bzl", "golint_leaks_aspect")\ngolint_leaks = golint_leaks_aspect(binary = Label("//tools:golint-leaks"), go_version = "1.24")\n`,
    'tools/BUILD.bazel': `load(":go.bzl", "program")\nprogram(name = "golint-leaks", script = ${JSON.stringify(`#!/bin/sh\nexec ${process.execPath} ${program} "$@"\n`)}, visibility = ["//visibility:public"])\n`,
  });
  for (const { dir: name, files, deps } of targets)
    write(dir, {
      [`${name}/BUILD.bazel`]: `load("//tools:go.bzl", "go_library")\ngo_library(\n  name = "lib",\n  srcs = ${JSON.stringify(files.map((each) => each.slice(name.length + 1)))},\n  importpath = "example.com/shop/${name}",\n  deps = ${JSON.stringify(deps.map((dep) => `//${dep}:lib`))},\n  visibility = ["//visibility:public"],\n)\n`,
    });
  // A binary that only embeds has no action of its own.
  const build = readFileSync(join(dir, 'cmd/shop/BUILD.bazel'), 'utf8');
  const binary = 'load("//tools:go.bzl", "go_binary")\ngo_binary(name = "shop", embed = [":lib"])\n';
  write(dir, { 'cmd/shop/BUILD.bazel': `${build}${binary}` });
  return dir;
}

describe('the aspect, run by Bazel', () => {
  test('has an action for each package, whose outputs a disk cache keeps', ({ skip }) => {
    skip(!succeeds('/', 'bazel', '--version'), 'Bazel is not installed');
    const [cache, dir, other] = [folder(), workspace(), workspace()];
    const groups = ['human', 'machine', 'patch'].map((each) => `rules_lint_${each}`).join(',');
    const build = (where: string): string => {
      const { code, err } = start(where, 'bazel', [
        `--output_user_root=${join(cache, 'root')}`, 'build', '//...', '--aspects=//tools:lint.bzl%golint_leaks',
        `--output_groups=${groups},golint_leaks_facts`, `--disk_cache=${join(cache, 'disk')}`,
      ]);
      expect(code, err).toBe(0);
      return err;
    };
    const made = (where: string): readonly string[] =>
      targets.flatMap(({ dir: name }) => {
        const out = join(where, 'bazel-bin', name);
        return readdirSync(out)
          .filter((each) => each.includes('.GolintLeaks.') && !each.endsWith('.params'))
          .map((each) => `${name}/${each}\n${readFileSync(join(out, each), 'utf8')}`);
      });
    try {
      build(dir);
      expect(
        made(dir)
          .filter((text) => /\.out\n/.test(text))
          .map((text) => /: warning: .*\(([\w-]+)\)/.exec(text)?.[1]),
      ).toEqual([undefined, 'resource-not-closed', 'range-over-unclosed-channel', undefined]);
      expect(made(dir)).toHaveLength(5 * targets.length);
      expect(build(other), 'in another checkout').toMatch(/\b4 (?:remote|disk) cache hit/);
      expect(made(other)).toEqual(made(dir));
      const file = join(other, 'httpx/httpx.go');
      writeFileSync(file, `${readFileSync(file, 'utf8')}\n// A comment.\n`);
      expect(build(other), 'one action').toMatch(/\b1 [\w-]*sandbox|\b1 (?:local|worker)/);
    } finally {
      for (const where of [dir, other])
        start(where, 'bazel', [`--output_user_root=${join(cache, 'root')}`, 'shutdown']);
    }
  });
});
