// The English words, which are the measure for every other language.
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

export const en = {
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
