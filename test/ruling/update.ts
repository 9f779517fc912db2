/**
 * Writes what is found now over the installed Go as the expected ruling: `npm run ruling`. Each changed line wants to be
 * read at its source.
 */
import { writeFileSync } from 'node:fs';
import { goEnv } from '../go-toolchain.ts';
import { rule, rulingFile } from './ruling.ts';

const goRoot = goEnv('GOROOT', 'the ruling');
const version = goEnv('GOVERSION', 'the ruling');
if (goRoot !== undefined && version !== undefined) writeFileSync(rulingFile, `${JSON.stringify(rule(goRoot, version), null, 2)}\n`);
