import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { folder, program } from '../built-program.ts';

const MEGABYTE = 2 ** 20;

/** A dump of a size, in which a stack comes again and again with other arguments, and a log around it. */
function piece(size: number): string {
  let text = `${'2024-05-01T10:00:00Z INFO served a request of goroutine 7, path=/api/v1/things status=200\n'.repeat(2000)}\n`;
  for (let id = 1; text.length < size; id++) {
    const depth = 3 + (id % 9);
    const frames = Array.from({ length: depth }, (_, i) =>
      `example.org/app/pkg${i}.(*Type).Method${(id + i) % 50}(0xc000${id.toString(16)}, {0x${i}, 0x2})\n\t/build/src/pkg${i}/file.go:${(id + i) % 50} +0x1d\n`);
    text += `goroutine ${id} [chan send, ${id % 90} minutes]:\n${frames.join('')}created by example.org/app.Start in goroutine 1\n\t/build/src/a.go:9 +0x1\n\n`;
  }
  return text;
}

/** The highest memory that a process had, in bytes. */
function peak(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
}

test.skipIf(!existsSync('/proc/self/status'))('a gigabyte of dumps in a log is read within 300 MB', async () => {
  const dump = Buffer.from(piece(60 * MEGABYTE));
  const child = spawn(process.execPath, [program, 'evidence', '--format', 'json', '-'], {
    cwd: folder({ 'go.mod': 'module m\n', 'a.go': 'package a\n' }),
  });
  let [out, highest] = ['', 0];
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  const ended = once(child, 'close');
  for (let i = 0; i < 17; i++) {
    if (!child.stdin.write(dump)) await once(child.stdin, 'drain');
    highest = Math.max(highest, peak(child.pid));
  }
  child.stdin.end();
  const [code] = await ended;
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    profiles: [{ goroutines: expect.any(Number) }],
    notices: [expect.stringContaining('holds 17 dumps'), expect.any(String)],
  });
  expect(highest).toBeLessThan(300 * MEGABYTE);
});
