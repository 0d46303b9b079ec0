// Why a bundle or a receipt is refused: code -> its values.
import type { Instant } from '../domain/timing/instant.ts';
import type { FindingCode } from '../domain/published-set/finding.ts';
import type { InputProblem } from './input.ts';
import type { Coded } from './coded.ts';

export interface CourierFlaws {
  'not-signed-document': null;
  'no-bundle': null;
  'no-receipt': null;
  'signature-wrong': null;
  'not-canonical': null;
  member: { member: string | null; problem: InputProblem };
  'made-in-future': { at: Instant };
  finding: { kid: string; finding: FindingCode };
  'too-many-keys': null;
  unknown: null;
  'codes-of-several': null;
  'codes-missing': { of: number; missing: readonly number[] };
  'codes-misread': null;
  'not-made-here': { tenant: string };
  'receipt-already': null;
  'other-content': null;
  'published-since': null;
  'impossible-time': { at: Instant };
  'after-expiry': { at: Instant };
  'other-set': null;
}

export type CourierFlaw = Coded<CourierFlaws>;
