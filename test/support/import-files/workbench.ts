// Where the tests of import make their files: a folder, the tools of others, and five keys that openssl made.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SigningAlgorithm } from '../../../shared/domain/algorithms.ts';
import type { ImportCase, WantedKey } from '../../runtime/import-matrix.ts';

export const PASSPHRASE = 'correct horse';
export const NON_ASCII = 'pässwörd–密码 🔑';

export interface BenchKey {
  alg: SigningAlgorithm;
  /** PEM files. */
  key: string;
  certificate: string;
  spkiSha256: string;
}

export interface Workbench {
  keys: Record<'rsa' | 'p256' | 'p384' | 'p521' | 'ed25519', BenchKey>;
  file(name: string): string;
  save(name: string, bytes: Uint8Array | string): string;
  /** Runs a tool; a failing one throws what it said. Arguments are a list, never shell text. */
  run(tool: string, ...args: readonly string[]): Buffer;
  /** Runs a tool whose output file has this name, and reads that. */
  made(name: string, tool: string, ...args: readonly string[]): Buffer;
  close(): void;
}

const KEYS: [name: keyof Workbench['keys'], alg: SigningAlgorithm, generate: string[]][] = [
  ['rsa', 'RS256', ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048']],
  ['p256', 'ES256', ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256']],
  ['p384', 'ES384', ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384']],
  ['p521', 'ES512', ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-521']],
  ['ed25519', 'Ed25519', ['-algorithm', 'ED25519']],
];

export function openWorkbench(): Workbench {
  const folder = mkdtempSync(path.join(tmpdir(), 'custodian-import-'));
  const file = (name: string): string => path.join(folder, name);
  const run = (tool: string, ...args: readonly string[]): Buffer =>
    execFileSync(tool, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: 120_000 });
  const entries = KEYS.map(([name, alg, generate]) => {
    const [key, certificate] = [file(`${name}.key`), file(`${name}.crt`)];
    run('openssl', 'genpkey', ...generate, '-out', key);
    run('openssl', 'req', '-x509', '-key', key, '-subj', `/CN=${name}.example`, '-days', '3650', '-out', certificate);
    const spki = run('openssl', 'pkey', '-in', key, '-pubout', '-outform', 'DER');
    const spkiSha256 = createHash('sha256').update(spki).digest('hex');
    return [name, { alg, key, certificate, spkiSha256 } satisfies BenchKey] as const;
  });
  return {
    keys: Object.fromEntries(entries) as Workbench['keys'],
    file,
    run,
    save(name, bytes) {
      writeFileSync(file(name), bytes);
      return file(name);
    },
    made(name, tool, ...args) {
      rmSync(file(name), { force: true });
      run(tool, ...args);
      return readFileSync(file(name));
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A case that must be read as this key. */
export function readable(
  name: string,
  { alg, spkiSha256 }: BenchKey,
  file: Uint8Array | string,
  source: string,
  rest: Partial<Omit<ImportCase, 'name' | 'file' | 'wanted'>> & Partial<Pick<WantedKey, 'certificate'>> = {},
): ImportCase {
  const { certificate = false, ...others } = rest;
  const base64 = Buffer.from(file).toString('base64');
  return { name, file: base64, passphrase: null, alg, wanted: { source, spkiSha256, certificate }, ...others };
}

export function refused(
  name: string,
  alg: SigningAlgorithm,
  file: Uint8Array | string,
  passphrase: string | null,
  code: string,
  facts?: Record<string, unknown>,
): ImportCase {
  const wanted = facts === undefined ? { code } : { code, facts };
  return { name, file: Buffer.from(file).toString('base64'), passphrase, alg, wanted };
}
