// Why the way to a host is not known, or a proxy does not let us through: code -> its values.
import type { Coded } from './coded.ts';

export interface ProxyProblems {
  'no-proxy-named': { variable: string };
  'recorded-proxy-unfit': null;
  'script-needs-window': null;
  'script-unreadable': null;
  'system-silent': null;
  'script-silent': null;
  'kind-unknown': null;
  'login-unknown': null;
  'login-refused': null;
  'login-wanted': null;
}

export type ProxyProblem = Coded<ProxyProblems>;
