import { cpSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assetPath } from '../../src/assets.ts';
import { folder, goMod, leakyFile, program, start, succeeds, write } from '../built-program.ts';

const lua =
  [...readFileSync(assetPath('docs/editors.md'), 'utf8').matchAll(/```lua\n([^]*?)```/g)]
    .map(([, block = '']) => block)
    .find((block) => block.includes('start_client')) ?? '';

test('Neovim, set up as the page says, is shown findings while one edits', ({ skip }) => {
  skip(!succeeds('/', 'nvim', '--version'), 'nvim is not installed');
  const dir = folder({ 'go.mod': goMod, 'a.go': leakyFile('F') });
  write(dir, {
    'bin/golint-leaks': `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`,
    'init.lua': `${lua}
local said = {}
local function say(is)
  vim.wait(60000, function() return is(#vim.diagnostic.get(0)) end, 20)
  for _, each in ipairs(vim.diagnostic.get(0)) do table.insert(said, each.lnum .. ' ' .. each.code) end
  table.insert(said, 'end')
end
local function some(count) return count > 0 end
local function none(count) return count == 0 end
vim.api.nvim_create_autocmd('VimEnter', { callback = function()
  say(some)
  vim.api.nvim_buf_set_lines(0, 6, 6, false, { '\\tdefer t.Stop()' })
  say(none)
  vim.cmd('undo')
  say(some)
  vim.fn.writefile(said, 'said')
  vim.cmd('qa!')
end })
`,
  });
  start(dir, 'chmod', ['+x', 'bin/golint-leaks']);
  const { err } = start(dir, 'nvim', ['--headless', '-u', 'init.lua', 'a.go'], {
    PATH: `${join(dir, 'bin')}:${process.env['PATH'] ?? ''}`, HOME: dir, XDG_CACHE_HOME: join(dir, 'cache'),
  });
  expect(existsSync(join(dir, 'said')), err).toBe(true);
  expect(readFileSync(join(dir, 'said'), 'utf8').trim().split('\n')).toEqual([
    '5 ticker-not-stopped',
    'end',
    'end',
    '5 ticker-not-stopped',
    'end',
  ]);
});

test('the extension for VS Code packs without packages', ({ skip }) => {
  const dir = folder();
  cpSync(assetPath('editors/vscode'), dir, { recursive: true });
  symlinkSync(assetPath('node_modules'), join(dir, 'node_modules'));
  expect(start(dir, process.execPath, ['build.mjs']).code).toBe(0);
  skip(!succeeds(dir, 'npx', '--yes', '@vscode/vsce@3.9.2', '--version'), '@vscode/vsce cannot be had');
  const { code, err } = start(dir, 'npx', [
    '--yes',
    '@vscode/vsce@3.9.2',
    'package',
    '--no-dependencies',
    '--out',
    'x.vsix',
  ]);
  expect(code, err).toBe(0);
  expect(statSync(join(dir, 'x.vsix')).size).toBeLessThan(300_000);
});
