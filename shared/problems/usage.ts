// How a command was called wrongly: code -> its values.
import type { Coded } from './coded.ts';

export interface UsageProblems {
  /** In the words of the parser of command lines, which speaks English. */
  parser: { text: string };
  'standard-input-twice': null;
  'reasons-uneven': { keep: number; reasons: number };
  'credentials-of-courier': null;
  credentials: null;
  'bundle-target': null;
  device: null;
  'to-whom': null;
  protection: null;
  'backup-opener': null;
  'vault-passphrase': null;
  'passphrases-differ': null;
  'no-holder-here': null;
  shares: null;
  'step-without-command': null;
  'format-or-all': null;
  'consumer-or-all': null;
  'network-nothing': null;
  'proxy-or-script': null;
  'proxy-login': null;
  'proxy-of-login': null;
}

export type UsageProblem = Coded<UsageProblems>;
