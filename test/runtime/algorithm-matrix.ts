// Takes all ten algorithms through their whole life: generate, certify, describe, sign, verify, every format, read
// back. It uses no test framework, so that the same checks run on OpenSSL under Node and, bundled, on BoringSSL inside
// Electron's main process.
import { createHash } from 'node:crypto';
import { compactDecrypt, createLocalJWKSet, exportJWK, generateKeyPair, jwtVerify } from 'jose';
import { createKeyWorkshop } from '../support/workshop.ts';
import { fileFormat } from '../../shared/words/en/names.ts';
import { certificateFacts } from '../../main/formats/certificate-facts.ts';
import { createFormatWriter } from '../../main/formats/write.ts';
import { EXPORT_FORMATS } from '../../shared/domain/formats.ts';
import { SIGNING_ALGORITHMS, type SigningAlgorithm } from '../../shared/domain/algorithms.ts';
import type { KeyRing } from '../../shared/domain/key-ring/ring.ts';
import type { SigningKey } from '../../shared/domain/key-ring/key.ts';
import { makeKey } from './made-key.ts';

interface MatrixResult {
  name: string;
  ok: boolean;
  /** What was seen, or how it failed. */
  detail: string;
}

/** Steps for one algorithm, each giving a short fact. */
type Steps = Record<string, () => string | Promise<string>>;

const workshop = createKeyWorkshop();
const formats = createFormatWriter();

export async function runAlgorithmMatrix(): Promise<MatrixResult[]> {
  const results: MatrixResult[] = [];
  for (const alg of SIGNING_ALGORITHMS) {
    let steps: Steps = {};
    results.push(
      await attempt(`${alg} make`, async () => {
        steps = await stepsFor(alg);
        return 'generated, certified, described';
      }),
    );
    for (const [name, step] of Object.entries(steps)) {
      results.push(await attempt(`${alg} ${name}`, step));
    }
  }
  return results;
}

async function attempt(name: string, step: () => string | Promise<string>): Promise<MatrixResult> {
  try {
    return { name, ok: true, detail: await step() };
  } catch (error) {
    return { name, ok: false, detail: error instanceof Error ? (error.stack ?? error.message) : 'unknown' };
  }
}

async function stepsFor(alg: SigningAlgorithm): Promise<Steps> {
  const { key, pkcs8, ring } = await makeKey(alg);
  const exports = EXPORT_FORMATS.map((format) => {
    const step = (): string => formats.write(format, [key], 'acme').fileName;
    return [`export ${format}`, step] as const;
  });
  return {
    'sign and verify': () => proveSignature(key, pkcs8),
    'read back': async () => {
      const body = Buffer.from(pkcs8).toString('base64');
      const file = Buffer.from(`-----BEGIN PRIVATE KEY-----\n${body}\n-----END PRIVATE KEY-----\n`);
      const read = await workshop.read(file, ring, { passphrase: null, entry: null, allowSmallExponent: false });
      expectEqual(createHash('sha256').update(read.spki).digest('hex'), key.spkiSha256);
      expectEqual(read.thumbprint, key.kid);
      return `${fileFormat(read.source)}, ${await proveSignature(key, read.pkcs8)}`;
    },
    'hand over': () => proveHandOver(key, pkcs8, ring),
    'certificate facts': () => {
      const facts = certificateFacts(Buffer.from(key.certificate, 'base64'));
      expectEqual(facts.subject, 'CN=acme.eu.auth0.com');
      expectEqual(facts.notBefore, '2026-11-22T05:30:00.000Z');
      expectEqual(facts.notAfter, '2040-07-31T05:30:00.000Z');
      expectEqual(/^[0-9A-F]{18}$/.test(facts.serial), true);
      return facts.sha256;
    },
    ...Object.fromEntries(exports),
  };
}

/** Every writer of protected files, and a request; the modern PKCS#12 differs from these in nothing but its parameters. */
async function proveHandOver(key: SigningKey, pkcs8: Uint8Array, ring: KeyRing): Promise<string> {
  const passphrase = Buffer.from('Grüße, Käpt’n');
  for (const format of ['p12', 'pkcs8', 'private-jwk'] as const) {
    const order = { format, flavour: 'compatible', passphrase, recipient: null } as const;
    const { bytes } = await workshop.protect(pkcs8, key, order);
    const read = await workshop.read(Buffer.from(bytes), ring, { passphrase, entry: null, allowSmallExponent: false });
    expectEqual(read.thumbprint, key.kid);
  }
  const { publicKey, privateKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
  const recipient = Buffer.from(JSON.stringify(await exportJWK(publicKey)));
  const sealed = await workshop.protect(pkcs8, key, {
    format: 'private-jwk',
    flavour: 'modern',
    passphrase: null,
    recipient,
  });
  const { plaintext } = await compactDecrypt(Buffer.from(sealed.bytes).toString(), privateKey);
  expectEqual(Buffer.from(plaintext).toString().includes(key.kid), true);
  if (key.jwk.kty !== 'EC') {
    const sshKey = formats.write('ssh', [key], 'acme').bytes;
    const age = await workshop.protect(pkcs8, key, {
      format: 'pkcs8',
      flavour: 'modern',
      passphrase: null,
      recipient: sshKey,
    });
    expectEqual(Buffer.from(age.bytes).toString('latin1').startsWith('age-encryption.org/v1\n-> ssh-'), true);
  }
  const spki = workshop.provenPublicKey(pkcs8);
  const request = await workshop.request({ pkcs8, spki }, key.alg, 'signing.acme.example');
  return `four files, and a request of ${request.length} bytes`;
}

async function proveSignature({ alg, kid, jwk }: SigningKey, pkcs8: Uint8Array): Promise<string> {
  const token = await workshop.sign(pkcs8, alg, kid, { iss: 'https://acme.example/', sub: 'matrix' });
  const { payload, protectedHeader } = await jwtVerify(token, createLocalJWKSet({ keys: [jwk] }), {
    algorithms: [alg],
    issuer: 'https://acme.example/',
  });
  expectEqual(JSON.stringify(protectedHeader), JSON.stringify({ alg, kid, typ: 'JWT' }));
  expectEqual(payload.sub, 'matrix');
  return `token of ${token.length} characters`;
}

function expectEqual(seen: unknown, wanted: unknown): void {
  if (seen !== wanted) {
    throw new Error(`wanted ${String(wanted)}, saw ${String(seen)}`);
  }
}
