// Every digest by which a public key and its certificate are known to some tool.
import { createHash } from 'node:crypto';
import type { Identity, IdentityKind } from '../../shared/domain/find/found.ts';
import { derChildren, derElements, derOid, derSequence, derUnsigned, TAG } from '../../shared/encoding/der.ts';
import { jwkThumbprint } from '../../shared/encoding/thumbprint.ts';
import { keyIdentifier } from '../encoding/key-identifier.ts';
import { publicMembers, spkiOfJwk } from '../encoding/public-parts.ts';
import { sshBlob } from './ssh.ts';

type Jwk = Readonly<Record<string, unknown>>;

/** Of a JWK and the certificates in it; whatever else it holds. Never throws. */
export function identitiesOf(jwk: Jwk): Identity[] {
  const spki = spkiOfJwk({ ...jwk });
  const { x5c }: { x5c?: unknown } = jwk;
  const [certificate, ...issuers] = Array.isArray(x5c) ? x5c.filter((each) => typeof each === 'string') : [];
  return [
    ...(spki === null ? [] : keyIdentities(spki)),
    ...(certificate === undefined ? [] : certificateIdentities(Buffer.from(certificate, 'base64'))),
    ...issuers.map((each) => identity('issuer-sha256', digest('sha256', Buffer.from(each, 'base64')))),
  ];
}

const identity = (as: IdentityKind, hex: string): Identity => ({ as, hex });

const digest = (hash: string, octets: Uint8Array): string => createHash(hash).update(octets).digest('hex');

function keyIdentities(spki: Uint8Array): Identity[] {
  const found = [
    identity('spki-sha256', digest('sha256', spki)),
    identity('spki-sha1', digest('sha1', spki)),
    identity('ski', keyIdentifier(spki)),
  ];
  try {
    const members = publicMembers(spki);
    const blob = sshBlob(members);
    return [
      identity('thumbprint', Buffer.from(jwkThumbprint(members), 'base64url').toString('hex')),
      ...found,
      identity('ssh-sha256', digest('sha256', blob)),
      identity('ssh-md5', digest('md5', blob)),
    ];
  } catch {
    return found;
  }
}

function certificateIdentities(der: Uint8Array): Identity[] {
  const own = keyIdentifierIn(der);
  const serial = derUnsigned(serialIn(der));
  return [
    identity('certificate-sha1', digest('sha1', der)),
    identity('certificate-sha256', digest('sha256', der)),
    identity('certificate-md5', digest('md5', der)),
    ...(serial === null ? [] : [identity('serial', serial.toString(16))]),
    ...(own === null ? [] : [identity('ski', own)]),
  ];
}

const fieldsIn = (der: Uint8Array) => derChildren((derSequence(der) ?? [])[0]);

function serialIn(der: Uint8Array) {
  const [first, second] = fieldsIn(der);
  return first?.tag === TAG.context0 ? second : first;
}

const KEY_IDENTIFIER = '2.5.29.14';
const TAG_EXTENSIONS = 0xa3;

/** RFC 5280 §4.2.1.2, as the authority wrote it: by whatever method it liked. */
function keyIdentifierIn(der: Uint8Array): string | null {
  const field = fieldsIn(der).find(({ tag }) => tag === TAG_EXTENSIONS);
  const list = derChildren(derChildren(field, TAG_EXTENSIONS)[0]);
  const own = list.map((each) => derChildren(each)).find(([oid]) => derOid(oid) === KEY_IDENTIFIER);
  const [value] = own === undefined ? [] : (derElements(own.at(-1)?.contents ?? new Uint8Array()) ?? []);
  return value?.tag === TAG.octetString ? Buffer.from(value.contents).toString('hex') : null;
}
