// Authorities and servers of every kind, good and bad, made in the test itself.
import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import {
  BasicConstraintsExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';

export interface Pair {
  /** PEM. */
  cert: string;
  key: string;
}

export interface MadeAuthority extends Pair {
  /** A certificate by this authority, for servers of these names. */
  issue(names: readonly string[], dates?: Dates): Promise<Pair>;
  /** An authority below this one. */
  below(name: string): Promise<MadeAuthority>;
}

interface Dates {
  /** In days from now. */
  from?: number;
  to?: number;
}

interface Kind extends Dates {
  /** Whether it says of itself that it is an authority. */
  ca?: boolean;
  rsaBits?: number;
}

interface Issuer {
  certificate: X509Certificate;
  keys: CryptoKeyPair;
}

const DAY_MS = 86_400_000;
const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

export async function makeAuthority(name = 'Company authority', kind: Kind = {}): Promise<MadeAuthority> {
  return authorityOf(await made(name, kind, authorityParts(kind), null));
}

function authorityOf(issuer: Issuer): Promise<MadeAuthority> {
  return pairOf(issuer).then((pair) => ({
    ...pair,
    async issue(names, dates = {}) {
      const more = [
        new SubjectAlternativeNameExtension(
          names.map((value) => ({ type: /^[\d.]+$/.test(value) ? ('ip' as const) : ('dns' as const), value })),
        ),
        new BasicConstraintsExtension(false, undefined, true),
      ];
      return pairOf(await made(names[0] ?? 'nobody', dates, more, issuer));
    },
    below: async (name) => authorityOf(await made(name, {}, authorityParts({}), issuer)),
  }));
}

const authorityParts = ({ ca = true }: Kind): Extension[] => [
  new BasicConstraintsExtension(ca, undefined, true),
  ...(ca ? [new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true)] : []),
];

async function made(
  name: string,
  { from = -2, to = 2, rsaBits }: Kind,
  extensions: Extension[],
  issuer: Issuer | null,
): Promise<Issuer> {
  const algorithm =
    rsaBits === undefined
      ? EC
      : {
          name: 'RSASSA-PKCS1-v1_5',
          hash: 'SHA-256',
          modulusLength: rsaBits,
          publicExponent: new Uint8Array([1, 0, 1]),
        };
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const common = {
    serialNumber: webcrypto.getRandomValues(Buffer.alloc(8)).toString('hex').replace(/^./, '1'),
    notBefore: new Date(Date.now() + from * DAY_MS),
    notAfter: new Date(Date.now() + to * DAY_MS),
    signingAlgorithm: algorithm,
    extensions,
  };
  const subject = `CN=${name}`;
  const certificate =
    issuer === null
      ? await X509CertificateGenerator.createSelfSigned({ ...common, name: subject, keys })
      : await X509CertificateGenerator.create({
          ...common,
          signingAlgorithm: EC,
          subject,
          issuer: issuer.certificate.subject,
          publicKey: keys.publicKey,
          signingKey: issuer.keys.privateKey,
        });
  return { certificate, keys };
}

async function pairOf({ certificate, keys }: Issuer): Promise<Pair> {
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return { cert: `${certificate.toString('pem')}\n`, key: `${PemConverter.encode(pkcs8, 'PRIVATE KEY')}\n` };
}
