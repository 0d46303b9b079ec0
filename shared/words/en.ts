// The English words that the window shares with the command line and the main process: codes -> what a person reads.
// They are the measure for every other language.
import { INSPECTION_WORDS } from '../inspection-words.ts';
import { OUTCOME_WORDS } from '../domain/offline/courier.ts';
import { CREDENTIAL_WORDS } from '../domain/tenant/credentials.ts';
import { AUDIT_PROBLEM_WORDS } from '../doctor-words.ts';
import { DRIFT_WORDS } from '../domain/published-set/drift-report.ts';
import { FLAVOUR_WORDS } from '../domain/exports/hand-over.ts';
import { NAIVE_VERIFIER_WORDS } from '../domain/published-set/naive-verifiers.ts';
import { OWED_WORDS } from '../domain/published-set/outbox.ts';
import { proofFactWords, proofStepIn } from '../proof-facts.ts';
import { FINDING_WORDS, SINCE_LAST_PUSH_WORDS, VARIATION_WORDS } from '../domain/published-set/finding.ts';
import {
  CLOCK_PART_WORDS,
  CLOCK_REASON_WORDS,
  FORECAST_WORDS,
  PLAN_ORDER_WORDS,
  POLICY_WARNING_WORDS,
  STEP_WORDS,
  TOKEN_PROBLEM_WORDS,
} from '../waiting-words.ts';
import { VERIFIERS } from '../domain/verifiers.ts';
import { screens } from './en/screens.ts';
import { windowFinding, windowSentence } from './window-advice.ts';

export const en = {
  auditProblem: AUDIT_PROBLEM_WORDS,
  clockPart: CLOCK_PART_WORDS,
  clockReason: CLOCK_REASON_WORDS,
  courierOutcome: OUTCOME_WORDS,
  credential: CREDENTIAL_WORDS,
  doctorFinding: windowFinding,
  drift: DRIFT_WORDS,
  error: windowSentence,
  flavour: FLAVOUR_WORDS,
  forecast: FORECAST_WORDS,
  inspection: INSPECTION_WORDS,
  keychainDetail: (detail: string): string => detail,
  lint: FINDING_WORDS,
  naiveVerifier: NAIVE_VERIFIER_WORDS,
  owed: OWED_WORDS,
  planOrder: PLAN_ORDER_WORDS,
  planStep: STEP_WORDS,
  /** The schemas say `must not be empty`; a person reads `It must not be empty.` */
  problem: (text: string): string => (/^(must|may) /.test(text) ? `It ${text}.` : `${text}.`),
  policyWarning: POLICY_WARNING_WORDS,
  keyEntry: (line: string): string => line,
  proofStep: proofStepIn(proofFactWords),
  /** The name of a cipher or a derivation, with its cost. */
  scheme: (name: string): string => name,
  screens,
  sinceLastPush: SINCE_LAST_PUSH_WORDS,
  variation: VARIATION_WORDS,
  tokenProblem: TOKEN_PROBLEM_WORDS,
  verifier: VERIFIERS,
};
