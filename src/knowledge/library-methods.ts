/**
 * Methods that Go's own library and others call through interfaces of theirs, whatever type has them: who calls one of
 * them does not show in the code of the type.
 */
export const libraryMethods = new RegExp(`^(?:${[
  // io, fmt, errors, sort, encoding, flag, context, sync, os, net
  'Close', 'Read', 'Write', 'ReadAt', 'WriteAt', 'ReadFrom', 'WriteTo', 'Seek', 'Flush', 'String', 'GoString', 'Error', 'Is', 'As', 'Unwrap',
  'Format', 'Scan', 'Value', 'Len', 'Less', 'Swap', 'Push', 'Pop', '(?:Un)?[Mm]arshal\\w*', 'Gob(?:En|De)code', 'Set', 'Get', 'Type', 'Done',
  'Err', 'Deadline', 'Lock', 'Unlock', 'Open', 'Stat', 'Accept', 'Addr', 'Dial\\w*',
  // net/http, log/slog, database/sql
  'ServeHTTP', 'RoundTrip', 'Cookies', 'SetCookies', 'Handle', 'Enabled', 'Log', 'Printf?', 'Println', 'Fatal\\w*', 'Next', 'Connect', 'Begin',
  // metrics, controllers, commands, services, visitors
  'Describe', 'Collect', 'Reconcile', 'Execute', 'Invoke', 'Process', 'Visit', 'Serve', 'Notify',
].join('|')})$`);
