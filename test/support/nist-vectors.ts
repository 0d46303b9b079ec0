// The published vectors of NIST's validation programme and of RFC 8032 that concern what is done here, from Debian's
// package python3-cryptography-vectors; none where that is not installed.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SigningAlgorithm } from '../../shared/domain/algorithms.ts';
import type { Vector } from '../runtime/vectors.ts';

const FOLDER = '/usr/lib/python3/dist-packages/cryptography_vectors';

export const hasNistVectors = existsSync(path.join(FOLDER, 'asymmetric'));

/** One test: the values in it, and those of the headings above it. */
type Entry = Readonly<Record<string, string>>;

function entries(file: string, endsWith: readonly string[]): Entry[] {
  const found: Entry[] = [];
  let heading: Record<string, string> = {};
  let values: Record<string, string> = {};
  for (const line of readFileSync(path.join(FOLDER, file), 'utf8').split(/\r?\n/)) {
    const [, title] = /^\[(.+)\]$/.exec(line) ?? [];
    const [, name = '', value = ''] = /^(\w+)\s*=\s*(.*)$/.exec(line) ?? [];
    if (title !== undefined) {
      const [, key = title, of = ''] = /^(.+?)\s*=\s*(.+)$/.exec(title) ?? [];
      heading = { ...(of === '' ? {} : heading), [of === '' ? 'title' : key]: of === '' ? title : of };
      values = {};
    } else if (line === 'FAIL' || name !== '') {
      values[line === 'FAIL' ? 'FAIL' : name] = value.trim();
    }
    const [last = ''] = Object.keys(values).slice(-1);
    if (endsWith.includes(last)) {
      found.push({ ...heading, ...values });
      values = Object.fromEntries(Object.entries(values).filter(([key]) => key === 'n'));
    }
  }
  return found;
}

const base64url = (hex: string): string =>
  Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex').toString('base64url');
const stripped = (hex: string): string => hex.replace(/^(00)+/, '') || '00';
const passed = ({ Result = '' }: Entry): boolean => Result.startsWith('P');

const CURVES: Readonly<Record<string, { size: number; alg: SigningAlgorithm; hash: string }>> = {
  'P-256': { size: 64, alg: 'ES256', hash: 'SHA-256' },
  'P-384': { size: 96, alg: 'ES384', hash: 'SHA-384' },
  'P-521': { size: 132, alg: 'ES512', hash: 'SHA-512' },
};

const ecJwk = (crv: string, { Qx = '', Qy = '' }: Entry): object => {
  const size = CURVES[crv]?.size ?? 0;
  const coordinate = (hex: string): string => base64url(hex.replace(/^0+/, '').padStart(size, '0'));
  return { kty: 'EC', crv, x: coordinate(Qx), y: coordinate(Qy) };
};

const ecdsa = (): Vector[] =>
  entries('asymmetric/ECDSA/FIPS_186-3/SigVer.rsp', ['Result']).flatMap((entry, index) => {
    const [crv = '', hash] = (entry['title'] ?? '').split(',');
    const curve = CURVES[crv];
    if (curve === undefined || curve.hash !== hash) {
      return [];
    }
    const half = (hex = ''): string => hex.padStart(curve.size, '0');
    const signature = half(entry['R']) + half(entry['S']);
    const message = entry['Msg'] ?? '';
    const name = `ECDSA ${crv} ${index}`;
    return [
      { name, kind: 'signature', alg: curve.alg, jwk: ecJwk(crv, entry), message, signature, valid: passed(entry) },
    ];
  });

const points = (): Vector[] =>
  entries('asymmetric/ECDSA/FIPS_186-3/PKV.rsp', ['Result']).flatMap((entry, index) => {
    const crv = entry['title'] ?? '';
    const isOurs = CURVES[crv] !== undefined;
    return isOurs
      ? [{ name: `point of ${crv} ${index}`, kind: 'point', jwk: ecJwk(crv, entry), valid: passed(entry) }]
      : [];
  });

/** Moduli and exponents of the size that is taken here. */
const rsa = (file: string, scheme: 'RS' | 'PS'): Vector[] =>
  entries(`asymmetric/RSA/FIPS_186-2/${file}`, ['Result']).flatMap((entry, index) => {
    const [n, e] = [stripped(entry['n'] ?? ''), stripped(entry['e'] ?? '')];
    const size = /^SHA(256|384|512)$/.exec(entry['SHAAlg'] ?? '')?.[1];
    if (size === undefined || n.length < 512 || e.length > 8) {
      return [];
    }
    const alg = `${scheme}${size}` as SigningAlgorithm;
    const jwk = { kty: 'RSA', n: base64url(n), e: base64url(e) };
    const [message, signature] = [entry['Msg'] ?? '', entry['S'] ?? ''];
    const vector = { kind: 'signature', alg, jwk, message, signature } as const;
    const salted = scheme === 'PS' ? { saltLength: (entry['SaltVal'] ?? '').length / 2 } : {};
    return [{ name: `${alg} ${index}`, ...vector, ...salted, valid: passed(entry) }];
  });

const ed25519 = (): Vector[] =>
  readFileSync(path.join(FOLDER, 'asymmetric/Ed25519/sign.input'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line, index): Vector[] => {
      const [, key = '', message = '', signed = ''] = line.split(':');
      const jwk = { kty: 'OKP', crv: 'Ed25519', x: base64url(key) };
      const signature = signed.slice(0, 128);
      const valid: Vector = {
        name: `Ed25519 ${index}`,
        kind: 'signature',
        alg: 'Ed25519',
        jwk,
        message,
        signature,
        valid: true,
      };
      return [valid, { ...valid, name: `Ed25519 ${index}, another message`, message: `${message}00`, valid: false }];
    });

const keyWrap = (): Vector[] =>
  [128, 192, 256].flatMap((size) =>
    entries(`keywrap/kwtestvectors/KW_AD_${size}.txt`, ['P', 'FAIL']).map((entry, index) => ({
      name: `AES-${size} key wrap ${index}`,
      kind: 'key-wrap' as const,
      kek: entry['K'] ?? '',
      wrapped: entry['C'] ?? '',
      plain: entry['P'] ?? null,
    })),
  );

/** With vectors of 96 bits and whole tags, as RFC 7518 has them; every fourth, which are enough. */
const gcm = (): Vector[] =>
  [128, 192, 256].flatMap((size) =>
    entries(`ciphers/AES/GCM/gcmDecrypt${size}.rsp`, ['PT', 'FAIL'])
      .filter((entry) => entry['IV']?.length === 24 && entry['Tag']?.length === 32)
      .filter((_, index) => index % 4 === 0)
      .map((entry, index) => ({
        name: `A${size}GCM ${index}`,
        kind: 'content' as const,
        enc: `A${size}GCM`,
        key: entry['Key'] ?? '',
        iv: entry['IV'] ?? '',
        aad: entry['AAD'] ?? '',
        ciphertext: entry['CT'] ?? '',
        tag: entry['Tag'] ?? '',
        plain: entry['FAIL'] === undefined ? (entry['PT'] ?? '') : null,
      })),
  );

export const nistVectors = (): Record<string, Vector[]> => ({
  ECDSA: ecdsa(),
  'points of curves': points(),
  'RSA PKCS#1 v1.5': rsa('SigVer15_186-3.rsp', 'RS'),
  'RSA PSS': rsa('SigVerPSS_186-3.rsp', 'PS'),
  Ed25519: ed25519(),
  'AES key wrap': keyWrap(),
  'AES-GCM': gcm(),
});
