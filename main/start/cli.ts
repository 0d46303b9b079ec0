// What `custodian` starts.
import path from 'node:path';
import { createLoader } from './load.ts';

createLoader(import.meta.dirname)(path.join(import.meta.dirname, 'command-line.cjs'));
