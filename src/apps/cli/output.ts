import { fstatSync, statSync, writeSync } from 'node:fs';

/** A standard stream of the process. */
export interface Output {
  readonly isTerminal: boolean;
  /** Whether its reader has stopped reading. */
  readonly isGone: boolean;
  readonly write: (text: string) => void;
}

/**
 * Standard output (1) or standard error (2). Node takes milliseconds to open its own `stream` for them, so that is used
 * only where it must be: for a terminal, and where a reader is slow and may not be waited for. A reader that stops
 * reading, such as `head`, is no error: the run goes on to its end and its exit code. Of any other failure `lost` is
 * told, with its code (`ENOSPC`): a part of the output is missing.
 */
export function output(descriptor: 1 | 2, stream: () => NodeJS.WriteStream, lost: (code: string) => void): Output {
  let opened: NodeJS.WriteStream | undefined;
  let isTerminal: boolean | undefined;
  let isWaiting = false;
  let isGone = false;
  const failed = (error: unknown): void => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    isGone = true;
    if (code !== 'EPIPE') lost(code);
  };
  const open = (): NodeJS.WriteStream => (opened ??= stream().on('error', failed));
  const asksTerminal = (): boolean => (isTerminal ??= couldBeTerminal(descriptor) && open().isTTY);
  return {
    get isTerminal() {
      return asksTerminal();
    },
    get isGone() {
      return isGone;
    },
    write(text) {
      if (text === '') return;
      const rest = isWaiting || asksTerminal() ? text : unwritten(descriptor, Buffer.from(text), failed);
      isWaiting ||= rest.length > 0;
      if (rest.length > 0) open().write(rest);
    },
  };
}

/** As only devices for characters are, but not the one where nothing arrives; also where Windows has no answer. */
function couldBeTerminal(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor);
    return stats.isCharacterDevice() && stats.rdev !== statSync('/dev/null', { throwIfNoEntry: false })?.rdev;
  } catch {
    return true;
  }
}

/** Writes as much as is taken at once, and gives the rest. */
function unwritten(descriptor: number, bytes: Buffer, failed: (error: unknown) => void): Buffer {
  let rest = bytes;
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
    return rest;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return rest;
    failed(error);
    return Buffer.alloc(0);
  }
}
