import { byDeclarations } from './by-declarations.ts';
import { byTokens } from './by-tokens.ts';
import { byTrees } from './by-trees.ts';
import type { Rewriting } from './rewriting.ts';

/** All rewritings that need no Go. */
export const rewritings: readonly Rewriting[] = [...byTokens, ...byTrees, ...byDeclarations];
