import { tryProperties } from './properties.ts';

tryProperties('others');
