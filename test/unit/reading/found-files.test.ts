// Files as officers meet them, each with what is true of it: what inspection calls it, and whether import takes it. All keys in
// them were made for this test.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SigningAlgorithm } from '../../../shared/domain/algorithms.ts';
import type { FoundFile, FoundWarning } from '../../../shared/domain/reading/inspection.ts';
import { toWireError } from '../../../shared/errors.ts';
import { inspectFile } from '../../../main/reading/inspect/inspect-file.ts';
import { readPrivateKey } from '../../../main/reading/read-private-key.ts';
import { ringOf } from '../../support/rings.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../fixtures/found-files');
const NOW = new Date('2026-11-29T12:00:00.000Z');

const fileNamed = (name: string): Buffer => readFileSync(path.join(FOLDER, name));

interface Truth {
  kind: FoundFile['kind'];
  importable: FoundFile['importable'];
  /** The ring to which it is brought. */
  alg?: SigningAlgorithm;
  passphrase?: string | Uint8Array;
  /** `taken`, or the code of the refusal with the code of its problem. */
  read: string;
  /** Warnings that must be there: the code, and what it is about. */
  says?: string[];
  needs?: FoundFile['needs'];
}

const open = (alg: SigningAlgorithm, ...says: string[]): Truth => ({
  kind: 'private key',
  importable: 'yes',
  alg,
  read: 'taken',
  says: ['key-in-the-clear', ...says],
});

const locked = (alg: SigningAlgorithm, passphrase: Truth['passphrase'] & {}, ...says: string[]): Truth => ({
  kind: 'PKCS#12',
  importable: 'with its passphrase',
  alg,
  passphrase,
  read: 'taken',
  says,
});

const closed = (kind: Truth['kind'], read: string, ...says: string[]): Truth => ({
  kind,
  importable: 'no',
  read,
  says,
});

const BOM = fileNamed('passphrase-bom.txt');

const TRUTHS: Record<string, Truth> = {
  'aws-kms-pub.json': closed('public key', 'KEY_UNREADABLE public-key'),
  'azure-empty.pfx': { ...open('RS256'), kind: 'PKCS#12', says: ['passphrase-form empty'] },
  'azure-secret.json': { ...open('ES256'), kind: 'PKCS#12', says: ['passphrase-form empty'] },
  'der-b64url.txt': open('ES256', 'layer base64url'),
  'der-hex.txt': open('ES256', 'layer hex'),
  'der-trailing-newline.der': open('ES256', 'layer octets-behind'),
  'gz.pem': open('RS256', 'layer gzip'),
  'jwk-array.json': open('ES256'),
  'jwk-base64.txt': open('ES256', 'layer base64'),
  'jwk-e-number.jwk': closed('private key', 'KEY_UNREADABLE member-not-text', 'key-in-the-clear'),
  'jwk-ec-33.jwk': open('ES256', 'repaired coordinate-length'),
  'jwk-ec-short-x.jwk': open('ES256', 'repaired coordinate-length'),
  'jwk-kid-kept.jwk': open('RS256'),
  'jwk-kid-slash.jwk': open('RS256'),
  'jwk-no-kty.jwk': closed('private key', 'KEY_UNREADABLE member-missing', 'key-in-the-clear'),
  'jwk-padded.jwk': open('RS256', 'repaired padding'),
  'jwk-pair.json': open('ES256'),
  'jwk-public-nulls.jwk': closed('JWK set', 'KEY_UNREADABLE public-jwks'),
  'jwk-public-x5c-wrong.jwk': closed('JWK set', 'KEY_UNREADABLE public-jwks', 'x5c-other-key', 'thumbprint-hex x5t'),
  'jwk-rsa-ned.jwk': open('RS256', 'repaired primes-computed'),
  'jwk-rsa-no-crt-pq.jwk': open('RS256', 'repaired crt-computed'),
  'jwk-trailing-comma.jwk': open('ES256', 'layer trailing-commas'),
  'jwk-use-ops-clash.jwk': closed('private key', 'KEY_UNSUPPORTED not-for-signing', 'use-and-operations-apart'),
  'jwk-x5c-wrong.jwk': closed('private key', 'KEY_CERTIFICATE_MISMATCH', 'refused KEY_CERTIFICATE_MISMATCH'),
  'jwks-dup-kid.jwks': {
    ...open('RS256', 'kid-repeated', 'import-needs entry'),
    kind: 'JWK set',
    read: 'KEY_CHOICE_NEEDED',
    needs: ['entry'],
  },
  'k8s-secret.yaml': open('RS256', 'layer base64'),
  'key-capi.blob': open('RS256'),
  'key.pvk': open('RS256'),
  'keycloak-realm.json': open('RS256'),
  'okta-client.json': closed('JWK set', 'KEY_UNREADABLE public-jwks'),
  'p12-certtool-3des.p12': {
    ...closed('PKCS#12', 'KEY_CIPHER_UNSUPPORTED too-much-work', 'refused KEY_CIPHER_UNSUPPORTED'),
    alg: 'RS256',
    passphrase: 'secret',
    needs: ['long-work'],
  },
  'p12-iter1m.p12': locked('ES256', 'secret'),
  'p12-mac-plain.p12': locked('ES256', 'x', 'key-in-the-clear'),
  'p12-nfd.p12': locked('ES256', 'schön'.normalize('NFC'), 'passphrase-form decomposed'),
  'p12-nomac-plain.p12': { ...open('ES256'), kind: 'PKCS#12' },
  'p12-pw-bom.p12': locked('ES256', BOM, 'passphrase-form without-mark'),
  'p12-truncated.p12': closed('unknown', 'KEY_UNREADABLE der-cut-off', 'cut-off'),
  'passphrase-bom.txt': closed('unknown', 'KEY_UNREADABLE unknown', 'layer byte-order-mark'),
  'pbes2-sha512-256.pem': { ...locked('ES256', 'secret'), kind: 'private key' },
  'pem-4dash.pem': open('ES256', 'layer dashes'),
  'pem-dotenv-double-escaped.env': open('ES256', 'layer escaped-twice'),
  'pem-emdash.pem': open('ES256', 'layer dashes'),
  'pem-encrypted-oneline.env': { ...locked('RS256', 'secret', 'layer headers-in-line'), kind: 'private key' },
  'pem-html.html': open('ES256', 'layer html'),
  'pem-label-mismatch.pem': open('ES256', 'layer labels-differ'),
  'pem-no-begin.pem': open('RS256', 'layer begin-missing'),
  'pem-quoted-mail.eml': open('ES256', 'layer mail-quotes'),
  'pem-zero-width.pem': open('ES256', 'layer invisible'),
  'pk8-ec-explicit.pem': open('ES256', 'repaired explicit-curve'),
  'pk8-ed-wrongpub.pem': { ...closed('private key', 'KEY_WEAK public-half-other', 'weak-key'), alg: 'Ed25519' },
  'pk8-latin1-pass.pem': { ...locked('ES256', 'schön', 'passphrase-form latin-1'), kind: 'private key' },
  'pk8-rsa-pss-256.pem': open('PS256'),
  'pk8-rsa-pss.pem': open('PS384'),
  'pkcs1-zero-crt.pem': open('RS256', 'repaired crt-computed'),
  'putty-rsa.ppk': { ...open('RS256'), kind: 'SSH' },
  'rsa-e3.pem': {
    ...open('RS256', 'import-needs small-exponent'),
    read: 'KEY_WEAK exponent-small',
    needs: ['small-exponent'],
  },
  'rsakeyvalue.xml': open('RS256'),
  'saml-comment-first.xml': closed('document', 'KEY_UNREADABLE xml'),
  'saml-cr-entity.xml': closed('document', 'KEY_UNREADABLE xml'),
  'saml-several.xml': closed('document', 'KEY_UNREADABLE xml'),
  'saml-xmlns-attr.xml': closed('document', 'KEY_UNREADABLE xml'),
  'sec1-params-outside.pem': open('ES256', 'repaired curve-of-block'),
  'ssh-ed25519.key': { ...open('Ed25519'), kind: 'SSH' },
  'ssh-rsa.pub': closed('SSH', 'KEY_UNREADABLE ssh-public-key'),
  'store.bks': closed('key store', 'KEY_UNREADABLE damaged', 'refused KEY_UNREADABLE'),
};

const octetsOf = ({ passphrase }: Truth): Uint8Array | null =>
  typeof passphrase === 'string' ? Buffer.from(passphrase) : passphrase === undefined ? null : Buffer.from(passphrase);

describe('what is said is true', () => {
  test('of every file that lies here', () => {
    expect(readdirSync(FOLDER).toSorted()).toEqual(Object.keys(TRUTHS).toSorted());
  });

  test.each(Object.entries(TRUTHS))('%s', async (name, truth) => {
    const found = await inspectFile(fileNamed(name), octetsOf(truth), NOW);
    expect({ kind: found.kind, importable: found.importable, needs: found.needs }).toEqual({
      kind: truth.kind,
      importable: truth.importable,
      needs: truth.needs ?? [],
    });
    expect(told(found)).toEqual(expect.arrayContaining(truth.says ?? []));
    expect(await outcome(fileNamed(name), truth)).toBe(truth.read);
  });
});

test.each([
  ['jwk-base64.txt', 'ES256', [{ code: 'layer', layer: 'base64' }]],
  ['jwk-padded.jwk', 'RS256', [{ code: 'repaired', repair: 'padding' }]],
  ['azure-empty.pfx', 'RS256', [{ code: 'passphrase-form', form: 'empty' }]],
] as const)('an import of %s tells what inspection tells', async (name, alg, mended) => {
  const options = { passphrase: null, entry: null, allowSmallExponent: false };
  const read = await readPrivateKey(fileNamed(name), ringOf(alg), options);
  using key = read.key;
  expect([key.spki.length > 0, read.mended]).toEqual([true, mended]);
});

describe('a passphrase', () => {
  test.each(
    Object.entries(TRUTHS).filter(([, { passphrase, importable }]) => passphrase !== undefined && importable !== 'no'),
  )('of %s: a wrong one is called wrong, and none is asked for', async (name, truth) => {
    const read = (passphrase: string | undefined): Promise<string> => {
      const { passphrase: _, ...rest } = truth;
      return outcome(fileNamed(name), passphrase === undefined ? rest : { ...rest, passphrase });
    };
    expect(await read('not this one')).toMatch(/^KEY_PASSPHRASE_WRONG/);
    expect(await read(undefined)).toMatch(/^KEY_ENCRYPTED/);
  });
});

describe('certificates of SAML metadata', () => {
  test.each([
    ['saml-several.xml', ['signing', 'signing', 'encryption']],
    ['saml-cr-entity.xml', ['signing']],
    ['saml-xmlns-attr.xml', ['signing']],
    ['saml-comment-first.xml', ['signing']],
  ])('%s: each with its use', async (name, uses) => {
    const { parts } = await inspectFile(fileNamed(name), null, NOW);
    expect(parts[0]?.what).toBe('SAML metadata');
    const values = parts.flatMap(({ facts }) =>
      facts.filter((fact) => fact.name === 'Used for').map(({ value }) => value),
    );
    expect(values).toEqual(uses.map((code) => ({ code })));
  });
});

function told({ warnings, parts }: FoundFile): string[] {
  return [...warnings, ...parts.flatMap((part) => part.warnings)].flatMap((warning) => [
    warning.code,
    detailOf(warning),
  ]);
}

function detailOf(warning: FoundWarning): string {
  const values: unknown[] = Object.entries(warning).flatMap(([name, value]: [string, unknown]) =>
    name === 'code' ? [] : [value],
  );
  const [first] = values;
  const detail = typeof first === 'object' && first !== null && 'code' in first ? first.code : first;
  return `${warning.code} ${String(detail)}`;
}

async function outcome(
  file: Uint8Array,
  truth: Omit<Truth, 'passphrase'> & Pick<Truth, 'passphrase'>,
): Promise<string> {
  try {
    const ring = ringOf(truth.alg ?? 'RS256');
    const options = { passphrase: octetsOf(truth), entry: null, allowSmallExponent: false };
    using key = (await readPrivateKey(file, ring, options)).key;
    return key.spki.length > 0 ? 'taken' : 'nothing';
  } catch (error) {
    const { code, facts } = toWireError(error);
    const [detail] = Object.values(facts ?? {}).flatMap((value: unknown) =>
      typeof value === 'object' && value !== null && 'code' in value ? [String(value.code)] : [],
    );
    return ['KEY_UNREADABLE', 'KEY_WEAK', 'KEY_UNSUPPORTED', 'KEY_CIPHER_UNSUPPORTED'].includes(code)
      ? `${code} ${detail}`
      : code;
  }
}
