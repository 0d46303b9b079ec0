// The English words that the window shares with the command line and the main process: codes -> what a person reads.
// They are the measure for every other language.
import { BULK_IMPORT_WORDS } from './bulk-import.ts';
import { certificateFault } from './flaws.ts';
import { CONVERSION_WORDS } from './conversion.ts';
import { COMPARISON_WORDS } from './comparison.ts';
import { consequence } from './consequences.ts';
import { proofStepIn } from '../proof.ts';
import { proofFactWords } from './proof.ts';
import { CREDENTIAL_WORDS, FLAVOUR_WORDS } from './credentials.ts';
import {
  DRIFT_WORDS,
  FINDING_WORDS,
  NAIVE_VERIFIER_WORDS,
  PENDING_WORDS,
  SINCE_LAST_PUSH_WORDS,
  VARIATION_WORDS,
} from './publishing.ts';
import { keychainDetail } from './problems/keychain.ts';
import { inputProblem } from './problems/input.ts';
import { fileFormat, keyEntry } from './names.ts';
import { fourEyesKind } from './four-eyes.ts';
import type { InputProblem } from '../../problems/input.ts';
import { FIND_WORDS } from './find.ts';
import { INSPECTION_WORDS } from './inspection.ts';
import { AUDIT_PROBLEM_WORDS } from './doctor.ts';
import {
  CLOCK_PART_WORDS,
  CLOCK_REASON_WORDS,
  FORECAST_WORDS,
  PLAN_ORDER_WORDS,
  POLICY_WARNING_WORDS,
  STEP_WORDS,
  TOKEN_PROBLEM_WORDS,
} from './waiting.ts';
import type { BackupDue } from '../../domain/backup/backup.ts';
import type { ClockDifference } from '../../domain/timing/key-clocks.ts';
import { stepProblem } from './step-problems.ts';
import { VERIFIER_WORDS } from './verifiers.ts';
import { screens } from './screens.ts';
import { windowActs } from './window-acts.ts';
import { windowFinding, windowSentence } from './window-advice.ts';

export const en = {
  auditProblem: AUDIT_PROBLEM_WORDS,
  /** One line each. */
  backupDue: ({ unsaved, drill }: BackupDue): string[] => [
    ...(unsaved > 0 ? [`${unsaved} ${unsaved === 1 ? 'key' : 'keys'} in no backup`] : []),
    ...(drill ? ['A drill is due'] : []),
  ],
  bulkImport: BULK_IMPORT_WORDS,
  clockDiffers: ({ host, seconds, direction }: ClockDifference) =>
    `${seconds} s ${direction === 'ahead' ? 'ahead of' : 'behind'} ${host}`,
  clockPart: CLOCK_PART_WORDS,
  clockReason: CLOCK_REASON_WORDS,
  certificateFault,
  comparison: COMPARISON_WORDS,
  consequence,
  conversion: CONVERSION_WORDS,
  credential: CREDENTIAL_WORDS,
  doctorFinding: windowFinding,
  drift: DRIFT_WORDS,
  error: windowSentence,
  find: FIND_WORDS,
  flavour: FLAVOUR_WORDS,
  forecast: FORECAST_WORDS,
  inspection: INSPECTION_WORDS,
  keychainDetail,
  lint: FINDING_WORDS,
  naiveVerifier: NAIVE_VERIFIER_WORDS,
  pending: PENDING_WORDS,
  planOrder: PLAN_ORDER_WORDS,
  planStep: STEP_WORDS,
  stepProblem,
  /** What a form says beside a field. */
  problem: (refused: InputProblem): string => `It ${inputProblem(refused)}.`,
  policyWarning: POLICY_WARNING_WORDS,
  fileFormat,
  fourEyesKind,
  keyEntry,
  proofStep: proofStepIn(proofFactWords),
  screens,
  sinceLastPush: SINCE_LAST_PUSH_WORDS,
  variation: VARIATION_WORDS,
  tokenProblem: TOKEN_PROBLEM_WORDS,
  verifier: VERIFIER_WORDS,
  windowActs,
};
