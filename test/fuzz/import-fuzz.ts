// Throws changed files at import and inspection and says what became of them. A fault is an exception that is not coded,
// more than two seconds of work, or an accepted key that does not verify what it signs.
import { createKeyWorkshop } from '../support/workshop.ts';
import { type ErrorCode, isCustodianError } from '../../shared/errors.ts';
import { ringOf } from '../support/rings.ts';
import { INSPECTION_WORDS, inspectedIn } from '../../shared/inspection-words.ts';
import { type ImportCase, requireOwnSignature } from '../runtime/import-matrix.ts';
import { mutate } from './mutate.ts';
import { createChance } from './random.ts';

export interface FuzzReport {
  inputs: number;
  /** How often files were accepted, and how often each code was the answer. */
  outcomes: Record<string, number>;
  /** Milliseconds of processor time of the slowest single call. */
  slowest: number;
  faults: Fault[];
}

interface Fault {
  seedFile: string;
  /** Counts from 0; with the seed it makes the input again. */
  input: number;
  what: string;
  /** Base64. */
  file: string;
}

/** What a refused file may say. */
const CODES = new Set<ErrorCode>([
  'KEY_UNREADABLE',
  'KEY_ENCRYPTED',
  'KEY_PASSPHRASE_WRONG',
  'KEY_CIPHER_UNSUPPORTED',
  'KEY_UNSUPPORTED',
  'KEY_WEAK',
  'KEY_RING_MISMATCH',
  'KEY_CHOICE_NEEDED',
  'KEY_CERTIFICATE_MISMATCH',
  'INPUT_INVALID',
]);

const LIMIT_MS = 2000;
const NOW = new Date('2026-11-22T05:30:00.000Z');

const workshop = createKeyWorkshop();

export async function fuzzImport(cases: readonly ImportCase[], inputs: number, seed: number): Promise<FuzzReport> {
  const chance = createChance(seed);
  const report: FuzzReport = { inputs, outcomes: {}, slowest: 0, faults: [] };
  for (let input = 0; input < inputs; input += 1) {
    const [chosen, other] = [chance.pick(cases), chance.pick(cases)];
    const file = mutate(Buffer.from(chosen.file, 'base64'), chance, Buffer.from(other.file, 'base64'));
    for (const [act, call] of Object.entries(callsFor(chosen, file))) {
      const before = process.cpuUsage();
      const answer = await call().catch((error: unknown) => codeOf(error));
      const { user, system } = process.cpuUsage(before);
      const spent = (user + system) / 1000;
      report.slowest = Math.max(report.slowest, spent);
      report.outcomes[`${act} ${answer}`] = (report.outcomes[`${act} ${answer}`] ?? 0) + 1;
      if (answer.startsWith('FAULT') || spent > LIMIT_MS) {
        const what = `${act}: ${answer}, ${spent.toFixed(0)} ms`;
        report.faults.push({ seedFile: chosen.name, input, what, file: file.toString('base64') });
      }
    }
  }
  return report;
}

function callsFor(
  { alg, passphrase, entry, allowSmallExponent }: ImportCase,
  file: Buffer,
): Record<string, () => Promise<string>> {
  const ring = ringOf(alg);
  const secret = (): Uint8Array | null => (passphrase === null ? null : Buffer.from(passphrase));
  const inspect = async (given: Uint8Array | null): Promise<string> => {
    const { kind, parts, purpose, advice } = inspectedIn(INSPECTION_WORDS, await workshop.inspect(file, given, NOW));
    return parts.length > 1000 || purpose === '' || advice === '' ? `FAULT ${kind}` : 'answered';
  };
  return {
    read: async () => {
      const options = { passphrase: secret(), entry: entry ?? null, allowSmallExponent: allowSmallExponent ?? false };
      const { pkcs8, spki } = await workshop.read(file, ring, options);
      requireOwnSignature(pkcs8, spki);
      return 'accepted';
    },
    inspect: () => inspect(null),
    'inspect opened': () => inspect(secret()),
  };
}

function codeOf(error: unknown): string {
  if (isCustodianError(error) && CODES.has(error.code)) {
    return error.code;
  }
  return `FAULT ${error instanceof Error ? (error.stack ?? error.message) : 'not an error'}`;
}
