// The German words. Officers are addressed as “Sie”; kid, JWKS, thumbprint and the names of standards stay as they are.
import type { en } from '../en/index.ts';
import { algorithms } from './algorithms.ts';
import { bench } from './bench.tsx';
import { certificate } from './certificate.tsx';
import { claims } from './claims.ts';
import { common } from './common.ts';
import { durations } from './durations.ts';
import { exporting } from './exporting.tsx';
import { formats } from './formats.ts';
import { handOver } from './hand-over.tsx';
import { importing } from './importing.ts';
import { inspect } from './inspect.ts';
import { key } from './key.tsx';
import { verifiers } from './verifiers.ts';

export const de: typeof en = {
  algorithms,
  bench,
  certificate,
  claims,
  common,
  durations,
  exporting,
  formats,
  handOver,
  importing,
  inspect,
  key,
  verifiers,
};
