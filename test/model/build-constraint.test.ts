import { describe, expect, test } from 'vitest';
import {
  buildConstraint,
  compatibility,
  constraintsOfPackage,
  requiresTag,
} from '../../src/model/build/build-constraint.ts';

const compatible = compatibility(2);

/** Whether some build includes both of two files, given by name. */
function namesMeet(a: string, b: string): boolean {
  return compatible(buildConstraint(a, 'package p\n'), buildConstraint(b, 'package p\n'));
}

/** Whether some build includes two files with these `//go:build` expressions. */
function meet(a: string, b: string): boolean {
  return headersMeet(`//go:build ${a}\n\npackage p\n`, `//go:build ${b}\n\npackage p\n`);
}

function headersMeet(a: string, b: string): boolean {
  return compatible(buildConstraint('a.go', a), buildConstraint('b.go', b));
}

/** Whether the header keeps the file out of builds for Linux. */
function isOffLinux(header: string): boolean {
  return !headersMeet(`${header}package p\n`, '//go:build linux\n\npackage p\n');
}

describe('file names', () => {
  test('of different systems or architectures do not meet', () => {
    expect(namesMeet('a_linux.go', 'a_windows.go')).toBe(false);
    expect(namesMeet('a_amd64.go', 'a_arm64.go')).toBe(false);
    expect(namesMeet('a_linux_amd64.go', 'b_linux_arm64.go')).toBe(false);
    expect(namesMeet('a_linux_amd64.go', 'b_windows_amd64.go')).toBe(false);
    expect(namesMeet('a_linux_test.go', 'a_windows.go')).toBe(false);
    expect(namesMeet('a_linux.pb.go', 'a_windows.go')).toBe(false);
  });

  test('that leave each other room meet', () => {
    expect(namesMeet('a_linux.go', 'b_linux.go')).toBe(true);
    expect(namesMeet('a_linux.go', 'a.go')).toBe(true);
    expect(namesMeet('a_linux.go', 'b_amd64.go')).toBe(true);
    expect(namesMeet('a_linux_amd64.go', 'b_amd64.go')).toBe(true);
  });

  test('have no system in front of the first underscore, nor in the middle', () => {
    expect(namesMeet('linux.go', 'windows.go')).toBe(true);
    expect(namesMeet('linux_x.go', 'a_windows.go')).toBe(true);
    expect(namesMeet('a_linux_x.go', 'a_windows.go')).toBe(true);
    expect(namesMeet('a_linux_b_amd64.go', 'a_windows.go')).toBe(true);
    expect(namesMeet('_linux.go', 'a_windows.go')).toBe(false);
  });

  test('have no unix', () => {
    expect(namesMeet('a_unix.go', 'a_windows.go')).toBe(true);
  });

  test('of a system cover those that set its tag', () => {
    expect(namesMeet('a_linux.go', 'a_android.go')).toBe(true);
    expect(namesMeet('a_darwin.go', 'a_ios.go')).toBe(true);
    expect(namesMeet('a_solaris.go', 'a_illumos.go')).toBe(true);
    expect(namesMeet('a_linux.go', 'a_ios.go')).toBe(false);
  });
});

describe('expressions', () => {
  test('and their negations do not meet', () => {
    const tags = ['linux', 'amd64', 'unix', 'cgo', 'mytag', 'go1.20', 'gc', 'boringcrypto'];
    for (const tag of [...tags, 'linux && amd64', 'a || b', '(a && !b)'])
      expect([tag, meet(tag, tag), meet(tag, `!(${tag})`)]).toEqual([tag, true, false]);
  });

  test('know what a system implies', () => {
    expect(meet('unix', 'windows')).toBe(false);
    expect(meet('unix', 'darwin')).toBe(true);
    expect(meet('!unix', 'linux')).toBe(false);
    expect(meet('!unix', 'wasip1')).toBe(true);
    expect(meet('!unix', '!windows')).toBe(true);
    expect(meet('android', '!linux')).toBe(false);
    expect(meet('linux', '!android')).toBe(true);
    expect(meet('linux || darwin', '!linux && !android && !darwin')).toBe(false);
    expect(meet('unix', '!linux && !darwin && !freebsd')).toBe(true);
    expect(meet('!unix && !windows', '!plan9 && !js && !wasip1 && !nacl && !zos')).toBe(false);
  });

  test('have one architecture, one compiler and one release', () => {
    expect(meet('amd64 || arm64', '386')).toBe(false);
    expect(meet('!amd64', '!arm64')).toBe(true);
    expect(meet('gc', 'gccgo')).toBe(false);
    expect(meet('go1.20', '!go1.18')).toBe(false);
    expect(meet('go1.18', '!go1.20')).toBe(true);
    expect(meet('!go1.9', 'go1.10')).toBe(false);
    expect(meet('boringcrypto', '!goexperiment.boringcrypto')).toBe(false);
  });

  test('leave other tags free', () => {
    expect(meet('a', 'b')).toBe(true);
    expect(meet('a && linux', 'b && windows')).toBe(false);
    expect(meet('(a && linux) || (b && windows)', 'windows && !b')).toBe(false);
    expect(meet('tag.with_ünicode', '!tag.with_ünicode')).toBe(false);
  });

  test('bind as in Go: ! before && before ||', () => {
    expect(meet('a || b && c', 'a && !b && !c')).toBe(true);
    expect(meet('(a || b) && c', 'a && !c')).toBe(false);
    expect(meet('!a && b', '!b')).toBe(false);
    expect(meet('!a||b', 'a&&!b')).toBe(false);
  });

  test('with too many tags to try are taken to meet', () => {
    const many = Array.from({ length: 40 }, (_, index) => `t${index}`).join(' && ');
    expect(meet(many, '!t0')).toBe(true);
  });

  test('that Go refuses constrain nothing', () => {
    const deep = `${'('.repeat(100_000)}windows${')'.repeat(100_000)}`;
    const broken = ['windows &&', 'windows)', '(windows', '!!windows', 'windows linux', 'windows & x', '#windows'];
    for (const expression of [...broken, deep, '!'.repeat(2000)])
      expect([expression, meet(expression, 'linux')]).toEqual([expression, true]);
  });

  test('and the file name count together', () => {
    const both = buildConstraint('a_linux.go', '//go:build amd64\n\npackage p\n');
    expect(compatible(both, buildConstraint('a.go', '//go:build windows\n\npackage p\n'))).toBe(false);
    expect(compatible(both, buildConstraint('a.go', '//go:build arm64\n\npackage p\n'))).toBe(false);
    expect(compatible(both, buildConstraint('a_linux_amd64.go', 'package p\n'))).toBe(true);
  });
});

describe('headers', () => {
  test('may hold the line anywhere before the package clause', () => {
    expect(isOffLinux('//go:build windows\n')).toBe(true);
    expect(isOffLinux('// Copyright\n\n//go:build windows\n\n// Package p\n')).toBe(true);
    expect(isOffLinux('/* Copyright\n * x */\n\n//go:build windows\n\n')).toBe(true);
    expect(isOffLinux('\ufeff\r\n//go:build windows\r\n\r\n')).toBe(true);
    expect(isOffLinux('  //go:build\twindows\n')).toBe(true);
  });

  test('hold no line in a block comment, after the package clause, or with another name', () => {
    expect(isOffLinux('/*\n//go:build windows\n*/\n')).toBe(false);
    expect(isOffLinux('package p\n//go:build windows\n')).toBe(false);
    expect(isOffLinux('// go:build windows\n')).toBe(false);
    expect(isOffLinux('//go:builder windows\n')).toBe(false);
    expect(isOffLinux('/* //go:build windows\n')).toBe(false);
  });

  test('hold old lines only where a blank line follows', () => {
    expect(isOffLinux('// +build windows\n\n')).toBe(true);
    expect(isOffLinux('//+build windows\n// Copyright\n \t\n// Package p\n')).toBe(true);
    expect(isOffLinux('// +build windows\n')).toBe(false);
    expect(isOffLinux('// Copyright\n\n// +build windows\n')).toBe(false);
    expect(isOffLinux('/* Copyright */\n\n// +build windows\n\n')).toBe(false);
  });

  test('with a new line do not count the old ones', () => {
    expect(isOffLinux('//go:build linux\n// +build windows\n\n')).toBe(false);
  });

  test('read old lines as or of and, and all of them', () => {
    expect(isOffLinux('// +build windows linux\n\n')).toBe(false);
    expect(isOffLinux('// +build windows linux,!linux\n\n')).toBe(true);
    expect(isOffLinux('// +build linux\n// +build !unix\n\n')).toBe(true);
    expect(isOffLinux('// +build !windows\n\n')).toBe(false);
  });

  test('of hostile length are read', () => {
    expect(isOffLinux(`//${' '.repeat(1_000_000)}x\n/*${'*'.repeat(1_000_000)}*/\n//go:build windows\n`)).toBe(true);
  });
});

describe('a tag is required', () => {
  const requiresIgnore = (header: string): boolean =>
    requiresTag(buildConstraint('a.go', `${header}\n\npackage p\n`), 'ignore');

  test('by a file that no build without it includes', () => {
    expect(requiresIgnore('//go:build ignore')).toBe(true);
    expect(requiresIgnore('//go:build ignore && linux')).toBe(true);
    expect(requiresIgnore('// +build ignore')).toBe(true);
    expect(requiresIgnore('// +build')).toBe(true);
  });

  test('not by others', () => {
    expect(requiresIgnore('')).toBe(false);
    expect(requiresIgnore('//go:build ignore || linux')).toBe(false);
    expect(requiresIgnore('//go:build !ignore')).toBe(false);
    expect(requiresIgnore('//go:build tools')).toBe(false);
  });
});

test('a constraint is a plain value', () => {
  const constraint = buildConstraint('a_linux.go', '//go:build (amd64 || !cgo)\n\npackage p\n');
  expect(structuredClone(constraint)).toEqual(constraint);
  expect(JSON.parse(JSON.stringify(constraint))).toEqual({
    kind: 'and',
    of: [
      { kind: 'tag', tag: 'linux' },
      { kind: 'or', of: [{ kind: 'tag', tag: 'amd64' }, { kind: 'not', of: { kind: 'tag', tag: 'cgo' } }] },
    ],
  });
});

describe('work', () => {
  /** 120 alternatives of systems, architectures and tags, other ones for each number. */
  const hostile = (seed: number): string => {
    const systems = ['linux', 'windows', 'darwin', 'freebsd', 'netbsd', 'openbsd', 'plan9', 'solaris', 'aix', 'dragonfly', 'js', 'wasip1'];
    const architectures = ['amd64', 'arm64', '386', 'arm', 'mips', 'ppc64', 's390x', 'riscv64', 'wasm', 'loong64'];
    return Array.from({ length: 120 }, (_, i) =>
      `(${systems[(i + seed) % systems.length]} && ${architectures[(i * 7 + seed) % architectures.length]} && !go1.${20 + ((i + seed) % 3)})`).join(' || ');
  };

  test.each([4, 40, 200])(
    'of %i constraints with 120 alternatives is bounded, and what takes more is taken for compatible',
    (count) => {
      const constraintOf = constraintsOfPackage();
      const constraints = Array.from({ length: count }, (_, i) =>
        constraintOf('a.go', `//go:build ${hostile(i)} && t${i}\n\npackage p\n`),
      );
      const meets = compatibility(count);
      const began = performance.now();
      for (const a of constraints) for (const b of constraints) meets(a, b);
      expect(performance.now() - began).toBeLessThan(20_000);
      const impossible = constraintOf(
        'a.go',
        `//go:build (${hostile(1)}) && ${Array.from({ length: 40 }, (_, i) => `x${i}`).join(' && ')} && !x1\n\npackage p\n`,
      );
      expect(meets(impossible, constraints[0] ?? impossible)).toBe(true);
    },
  );

  test('of real constraints is never refused, in packages with hundreds of different ones', () => {
    const meets = compatibility(300);
    const constraint = (text: string) => buildConstraint('a.go', `//go:build ${text}\n\npackage p\n`);
    const unixes = 'aix || darwin || dragonfly || freebsd || linux || netbsd || openbsd || solaris';
    expect(meets(constraint(unixes), constraint('windows || plan9'))).toBe(false);
    expect(
      meets(constraint('linux && (386 || amd64 || arm || arm64)'), constraint('linux && (mips64 || mips64le)')),
    ).toBe(false);
    expect(
      meets(
        constraint('!purego && (amd64 || arm64 || ppc64le || s390x)'),
        constraint('purego || !(amd64 || arm64 || ppc64le || s390x)'),
      ),
    ).toBe(false);
  });

  test('equal constraints are one object', () => {
    const constraintOf = constraintsOfPackage();
    expect(constraintOf('a_linux.go', 'package p\n')).toBe(constraintOf('b_linux.go', 'package p\n'));
    expect(constraintOf('a_linux.go', 'package p\n')).not.toBe(constraintOf('b_darwin.go', 'package p\n'));
  });
});
