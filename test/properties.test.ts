import { tryProperties } from './properties.ts';

// npm run test:all tries the others.
tryProperties('some');
