// Bundles the extension with its client library, so that it packs without packages: vsce package --no-dependencies.
import { resolve } from 'node:path';
import { rolldown } from 'rolldown';

const folder = import.meta.dirname;
const bundle = await rolldown({ input: resolve(folder, 'extension.js'), platform: 'node', external: ['vscode'] });
await bundle.write({ file: resolve(folder, 'dist/extension.cjs'), format: 'cjs', minify: true });
await bundle.close();
