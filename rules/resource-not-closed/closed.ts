/** Functions, and types, that read from, or write to, what they are given, and leave it open. */
export const borrowers = [
  'io.Copy', 'io.CopyN', 'io.CopyBuffer', 'io.ReadAll', 'io.ReadFull', 'io.ReadAtLeast', 'io.WriteString',
  'io.LimitReader', 'io.LimitedReader', 'io.TeeReader', 'io.MultiReader', 'io.MultiWriter', 'io.NewSectionReader',
  'io/ioutil.ReadAll', 'bufio.*', 'bytes.*', 'fmt.*', 'archive/tar.*', 'archive/zip.NewReader', 'archive/zip.NewWriter', 'compress/gzip.*',
  'compress/bzip2.*', 'compress/flate.*', 'compress/zlib.*', 'encoding/json.*', 'encoding/xml.*', 'encoding/csv.*', 'encoding/gob.*',
  'encoding/binary.*', 'encoding/base64.*', 'encoding/hex.*', 'encoding/pem.*', 'image.*', 'image/png.*', 'image/jpeg.*', 'image/gif.*',
  'text/template.*', 'html/template.*', 'text/tabwriter.*', 'text/scanner.*', 'mime/multipart.*', 'net/http.MaxBytesReader',
  'net/http/httputil.DumpResponse', 'runtime/pprof.WriteHeapProfile', 'syscall.*', 'golang.org/x/net/html.*',
  'gopkg.in/yaml.v2.*', 'gopkg.in/yaml.v3.*', 'sigs.k8s.io/yaml.*', 'github.com/goccy/go-yaml.*',
  'github.com/klauspost/compress/gzip.*', 'github.com/golang/snappy.*',
] as const;

/** How functions are called, whatever their package, that read or write what they are given and leave it open. */
export const verbs = ['Read', 'Parse', 'Decode', 'Unmarshal', 'Write', 'Encode', 'Marshal'] as const;

/** A file can be read and written by much more: nearly all take an `io.Reader` or `io.Writer`, which has no Close. */
export const fileVerbs = [
  ...verbs, 'Scan', 'Load', 'Copy', 'Print', 'Fprint', 'Hash', 'Sum', 'Execute', 'Render', 'Eval', 'Validate', 'Verify', 'Check',
  'Extract', 'Compile', 'Detect', 'Count', 'Is', 'Has', 'Dump', 'Run',
] as const;

/**
 * Calls that use a descriptor while they run (https://pkg.go.dev/golang.org/x/sys/unix). Not those that keep it, or
 * what they do to it: EpollCtl, Kevent.
 */
const descriptorUsers = [
  'GetsockoptInt', 'GetsockoptUcred', 'GetsockoptString', 'GetsockoptByte', 'GetsockoptInet4Addr', 'GetsockoptIPMreq',
  'GetsockoptIPv6Mreq', 'GetsockoptLinger', 'GetsockoptTimeval', 'GetsockoptTCPInfo', 'GetsockoptXucred', 'SetsockoptInt', 'SetsockoptString',
  'SetsockoptByte', 'SetsockoptLinger', 'SetsockoptTimeval', 'SetsockoptInet4Addr', 'SetsockoptIPMreq', 'SetsockoptIPv6Mreq', 'Getsockname',
  'Getpeername', 'Fstat', 'Fstatfs', 'Fsync', 'Fdatasync', 'Ftruncate', 'Fallocate', 'Fadvise', 'Fchmod', 'Fchown', 'Fgetxattr', 'Fsetxattr',
  'Flistxattr', 'Read', 'Write', 'Pread', 'Pwrite', 'Readv', 'Writev', 'Preadv', 'Pwritev', 'Seek', 'Getdents', 'ReadDirent', 'Sendfile', 'CopyFileRange',
  'Recvmsg', 'Sendmsg', 'IoctlGetInt', 'IoctlSetInt', 'IoctlGetWinsize', 'IoctlSetWinsize', 'IoctlGetTermios', 'IoctlSetTermios',
  'IoctlRetInt', 'IoctlSetPointerInt', 'IoctlGetUint32', 'IoctlSetString', 'IoctlFileClone', 'IoctlFileCloneRange',
].flatMap((name) => ['syscall', 'golang.org/x/sys/unix'].map((path) => `${path}.${name}`));

/** What most kinds have in common: they are closed, and any method but Close leaves them open. */
export const held = {
  released: 'closed',
  lookalikes: [],
  release: ['Close'],
  uses: [],
  anyUse: true,
  borrowers,
  descriptorUsers,
  // https://man7.org/linux/man-pages/man2/ioctl.2.html: what keeps the file open keeps a reference of its own.
  systemCalls: {
    of: ['Syscall', 'Syscall6', 'RawSyscall', 'RawSyscall6'].flatMap((name) => ['syscall', 'golang.org/x/sys/unix'].map((path) => `${path}.${name}`)),
    lending: ['SYS_IOCTL', 'SYS_FSYNC', 'SYS_FSTAT', 'SYS_FTRUNCATE', 'SYS_GETDENTS64'],
  },
  // https://man7.org/linux/man-pages/man2/flock.2.html: the lock goes with the descriptor.
  descriptorLockers: [
    'syscall.Flock',
    'golang.org/x/sys/unix.Flock',
    'syscall.FcntlFlock',
    'golang.org/x/sys/unix.FcntlFlock',
  ],
} as const;

/** As held, and they come with an error. */
export const closed = { ...held, withError: true } as const;

/** What reads a body to io.EOF, upon which the transport takes the connection back (net/http/transport.go, bodyEOFSignal). */
export const drainedBy = {
  'io.ReadAll': 0, 'io/ioutil.ReadAll': 0, 'io.Copy': 1, 'io.CopyBuffer': 1, '(*bytes.Buffer).ReadFrom': 0, '(bytes.Buffer).ReadFrom': 0,
} as const;

/** What is given to one of these is a reader: no text, and no bytes. */
export const bodyReaders = [
  'io.ReadAll', 'io/ioutil.ReadAll', 'io.Copy', 'io.CopyN', 'io.CopyBuffer', 'io.LimitReader', 'io.ReadFull', 'bufio.NewReader',
  'bufio.NewScanner', 'encoding/json.NewDecoder', 'encoding/xml.NewDecoder', 'compress/gzip.NewReader', 'golang.org/x/net/html.Parse',
] as const;
