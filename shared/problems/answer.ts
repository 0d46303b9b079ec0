// Why an answer cannot be understood: code -> its values.
import type { Coded } from './coded.ts';

export interface AnswerProblems {
  redirect: { to: string | null };
  'not-http': null;
  'not-json': null;
  'not-jwks': null;
  'not-keys': null;
  'not-signing-keys': null;
  'not-domains': null;
  'metadata-unreadable': null;
  'not-oauth': null;
  'too-large': { most: number };
  'key-without-certificate': null;
  'key-without-state': null;
}

export type AnswerProblem = Coded<AnswerProblems>;
