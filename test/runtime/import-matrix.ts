// Reads every kind of key file, with its passphrase, without one and with a wrong one, and looks at what comes out. It uses
// no test framework, so that the same checks run on OpenSSL under Node and, bundled, on BoringSSL inside Electron.
import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { createKeyWorkshop } from '../support/workshop.ts';
import type { ReadOptions } from '../../main/ports/reading.ts';
import { fileFormat } from '../../shared/words/en/names.ts';
import { toWireError } from '../../shared/errors.ts';
import { ringOf } from '../support/rings.ts';
import type { SigningAlgorithm } from '../../shared/domain/algorithms.ts';
import type { FoundFile } from '../../shared/domain/reading/inspection.ts';

/** Plain JSON, so that files made in one process can be read in another. */
export interface ImportCase {
  name: string;
  /** Base64. */
  file: string;
  /** `null` for files without protection. */
  passphrase: string | null;
  alg: SigningAlgorithm;
  entry?: string;
  allowSmallExponent?: boolean;
  wanted: WantedKey | WantedRefusal;
}

export interface WantedKey {
  source: string;
  /** Lower-case hex. */
  spkiSha256: string;
  certificate: boolean;
}

export interface WantedRefusal {
  code: string;
  facts?: Record<string, unknown>;
}

export interface MatrixResult {
  name: string;
  ok: boolean;
  /** What was seen. The same on every runtime. */
  detail: string;
}

const NOW = new Date('2026-11-22T05:30:00.000Z');

const workshop = createKeyWorkshop();

export async function runImportMatrix(cases: readonly ImportCase[]): Promise<MatrixResult[]> {
  const results: MatrixResult[] = [];
  for (const each of cases) {
    for (const [step, check] of Object.entries(CHECKS)) {
      const detail = await check(each).catch((error: unknown) => `FAILED ${error instanceof Error ? error.stack : ''}`);
      if (detail !== null) {
        results.push({ name: `${each.name}: ${step}`, ok: !detail.startsWith('FAILED'), detail });
      }
    }
  }
  return results;
}

/** Each gives a short fact; `null` where it makes no sense. */
const CHECKS: Record<string, (each: ImportCase) => Promise<string | null>> = {
  read: async (each) => {
    const seen = await outcome(each, {});
    if ('code' in each.wanted) {
      const { code, facts } = each.wanted;
      expectEqual(seen.startsWith(code), true, seen);
      return facts === undefined ? seen : (expectEqual(seen, `${code} ${JSON.stringify(facts)}`), seen);
    }
    const { source, spkiSha256, certificate } = each.wanted;
    expectEqual(seen, `${source}, ${spkiSha256}, ${certificate ? 'its certificate' : 'no certificate'}`);
    return seen;
  },
  'without its passphrase': async (each) => {
    if (each.passphrase === null || 'code' in each.wanted) {
      return null;
    }
    const seen = await outcome(each, { passphrase: null });
    expectEqual(seen.split(' ')[0], 'KEY_ENCRYPTED');
    return seen;
  },
  'with a wrong passphrase': async (each) => {
    if (each.passphrase === null || 'code' in each.wanted) {
      return null;
    }
    const seen = await outcome(each, { passphrase: Buffer.from(`${each.passphrase}x`) });
    expectEqual(seen.split(' ')[0], 'KEY_PASSPHRASE_WRONG');
    return seen;
  },
  inspect: async (each) => {
    const [closed, opened] = await inspected(each);
    if (!('code' in each.wanted)) {
      const wanted = each.passphrase === null ? 'yes' : 'with its passphrase';
      expectEqual([closed.importable, opened.importable].join(), [wanted, wanted].join());
      expectEqual(fingerprints(opened).includes(each.wanted.spkiSha256), true, 'the fingerprint of the key');
    }
    return JSON.stringify([closed, opened]);
  },
};

const inspections = new Map<string, Promise<[FoundFile, FoundFile]>>();

/** Without its passphrase, and with it: once for each file, whatever is looked for in it. */
function inspected({ file, passphrase }: ImportCase): Promise<[FoundFile, FoundFile]> {
  const look = async (): Promise<[FoundFile, FoundFile]> => {
    const opener = passphrase === null ? null : Buffer.from(passphrase);
    const closed = await workshop.inspect(Buffer.from(file, 'base64'), null, NOW);
    return [closed, await workshop.inspect(Buffer.from(file, 'base64'), opener, NOW)];
  };
  const name = `${file} ${String(passphrase)}`;
  const found = inspections.get(name) ?? look();
  inspections.set(name, found);
  return found;
}

const fingerprints = ({ parts }: FoundFile): string[] =>
  parts
    .flatMap(({ facts }) => facts)
    .filter(({ name }) => name === 'Public key SHA-256')
    .map(({ value }) => (typeof value === 'string' ? value.replaceAll(':', '').toLowerCase() : ''));

async function outcome(
  { file, passphrase, alg, entry, allowSmallExponent }: ImportCase,
  other: Partial<ReadOptions>,
): Promise<string> {
  const ring = ringOf(alg);
  const options: ReadOptions = {
    passphrase: passphrase === null ? null : Buffer.from(passphrase),
    entry: entry ?? null,
    allowSmallExponent: allowSmallExponent ?? false,
    ...other,
  };
  try {
    const { pkcs8, spki, source, certificate } = await workshop.read(Buffer.from(file, 'base64'), ring, options);
    requireOwnSignature(pkcs8, spki);
    const identity = createHash('sha256').update(spki).digest('hex');
    return `${fileFormat(source)}, ${identity}, ${certificate === null ? 'no certificate' : 'its certificate'}`;
  } catch (error) {
    const { code, facts } = toWireError(error);
    return code === 'INTERNAL'
      ? `FAILED ${error instanceof Error ? error.stack : ''}`
      : `${code} ${JSON.stringify(facts)}`;
  }
}

/** What was accepted must sign, and verify under the public key that goes with it. */
export function requireOwnSignature(pkcs8: Uint8Array, spki: Uint8Array): void {
  const privateKey = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
  const digest = privateKey.asymmetricKeyType === 'ed25519' ? null : 'sha256';
  const message = Buffer.from('round trip');
  expectEqual(
    verify(digest, message, publicKey, sign(digest, message, privateKey)),
    true,
    'the round trip of a signature',
  );
}

function expectEqual(seen: unknown, wanted: unknown, what = ''): void {
  if (seen !== wanted) {
    throw new Error(`wanted ${String(wanted)}, saw ${String(seen)} ${what}`);
  }
}
