// Why no connection came about: code -> its values.
import type { Coded } from './coded.ts';

export interface ConnectionProblems {
  'no-such-host': null;
  'name-service-silent': null;
  refused: null;
  cut: null;
  'no-route': null;
  'no-network': null;
  silent: null;
  'no-connection': null;
  'answer-damaged': null;
  system: { name: string };
  'tls-expired': null;
  'tls-not-yet-valid': null;
  'tls-other-name': null;
  'tls-client-refused': { name: string };
  'tls-untrusted': { name: string };
  'tls-failed': { name: string };
}

export type ConnectionProblem = Coded<ConnectionProblems>;
