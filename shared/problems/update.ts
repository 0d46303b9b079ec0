// Why a release document or a package is refused: code -> its values.
import type { Instant } from '../domain/timing/instant.ts';
import type { Coded } from './coded.ts';

export interface UpdateProblems {
  'too-large': { most: number };
  'not-signed': null;
  'other-key': null;
  'signature-wrong': null;
  malformed: null;
  'other-channel': { channel: string; wanted: string };
  'issued-later': { at: Instant };
  expired: { at: Instant };
  replayed: { issued: Instant; newest: Instant };
  'not-newer': { version: string; installed: string };
  'not-named': { file: string };
  'other-size': { file: string; bytes: number; named: number };
  'other-content': { file: string };
}

export type UpdateProblem = Coded<UpdateProblems>;
