/** The GOOS values that have a meaning in file names and build tags; as internal/syslist of Go 1.26. */
export const systems: readonly string[] = [
  'aix', 'android', 'darwin', 'dragonfly', 'freebsd', 'hurd', 'illumos', 'ios', 'js', 'linux', 'nacl', 'netbsd',
  'openbsd', 'plan9', 'solaris', 'wasip1', 'windows', 'zos',
];

/** The GOARCH values that have a meaning in file names and build tags; as internal/syslist of Go 1.26. */
export const architectures: readonly string[] = [
  '386', 'amd64', 'amd64p32', 'arm', 'armbe', 'arm64', 'arm64be', 'loong64', 'mips', 'mipsle', 'mips64', 'mips64le',
  'mips64p32', 'mips64p32le', 'ppc', 'ppc64', 'ppc64le', 'riscv', 'riscv64', 's390', 's390x', 'sparc', 'sparc64', 'wasm',
];

/** Tags that a system sets beside its own name; as matchTag in go/build. */
const alsoSets: Readonly<Record<string, string>> = { android: 'linux', illumos: 'solaris', ios: 'darwin' };

const notUnix = new Set(['js', 'nacl', 'plan9', 'wasip1', 'windows', 'zos']);

/** Whether a build for the GOOS `system` sets `tag`: its own name, its parent's, or `unix`. */
export function systemSets(system: string, tag: string): boolean {
  if (tag === 'unix') return !notUnix.has(system);
  return tag === system || alsoSets[system] === tag;
}
