// What goes to and comes from a certificate authority besides certificates: signing requests (RFC 2986), revocation lists
// (RFC 5280 §5) and PKCS#7 bundles (RFC 5652).
import 'reflect-metadata'; // must be there before @peculiar/x509 is
import { webcrypto } from 'node:crypto';
import { Pkcs10CertificateRequest, SubjectAlternativeNameExtension, X509Crl } from '@peculiar/x509';
import type { FoundPart, PartName } from '../../../shared/domain/reading/inspection.ts';
import { derBytes } from '../../encoding/der.ts';
import {
  derChildren,
  derElements,
  type DerElement,
  derOid,
  derSequence,
  derUnsigned,
  TAG,
} from '../../../shared/encoding/der.ts';
import { OID } from '../../encoding/object-identifiers.ts';
import { certificateStructure } from '../certificate-structure.ts';
import { bareHalf, certificatePiece, partPiece, type Piece } from '../contents.ts';
import { part } from './finding.ts';
import { publicKeyFacts } from './public-key-facts.ts';

const OID_ALTERNATIVE_NAMES = '2.5.29.17';

/** `null` when the DER is no request. */
export async function requestPiece(der: Uint8Array): Promise<Piece | null> {
  const [info] = derSequence(der) ?? [];
  const [version, subject, spki] = derChildren(info);
  if (derUnsigned(version) !== 0n || subject?.tag !== TAG.sequence || spki?.tag !== TAG.sequence) {
    return null;
  }
  try {
    const request = new Pkcs10CertificateRequest(der);
    const extension = request.extensions.find(({ type }) => type === OID_ALTERNATIVE_NAMES);
    const names = extension === undefined ? [] : new SubjectAlternativeNameExtension(extension.rawData).names.items;
    const proven = await request.verify(webcrypto).catch(() => false);
    const described = part(
      'certificate signing request',
      {
        Subject: request.subject === '' ? { code: 'empty' } : request.subject,
        'Alternative names': names.map(({ type, value }) => `${type}:${value}`).join(', '),
      },
      [proven ? null : 'request-unproven'],
    );
    const key = publicKeyFacts(derBytes(spki));
    const whole: FoundPart = {
      ...described,
      facts: [...described.facts, ...key.facts],
      warnings: [...described.warnings, ...key.warnings],
    };
    return partPiece(whole, bareHalf(derBytes(spki)));
  } catch {
    return null;
  }
}

/** `null` when the DER is no revocation list. */
export function revocationListPart(der: Uint8Array, now: Date): FoundPart | null {
  try {
    const list = new X509Crl(der);
    return part(
      'certificate revocation list',
      {
        Issuer: list.issuer,
        'Made at': list.thisUpdate.toISOString(),
        'Next one at': list.nextUpdate?.toISOString() ?? null,
        'Revoked certificates': list.entries.length,
      },
      [list.nextUpdate !== undefined && list.nextUpdate < now ? 'list-out-of-date' : null],
    );
  } catch {
    return null;
  }
}

const OTHER_CONTENTS: Readonly<Record<string, PartName>> = {
  [OID.data]: 'PKCS#7 with plain data',
  [OID.envelopedData]: 'PKCS#7, encrypted for the owner of a certificate',
  [OID.encryptedData]: 'PKCS#7, encrypted with a key',
  '1.2.840.113549.1.7.5': 'PKCS#7 with a digest',
};

/** The bundle and each certificate in it; `null` when the DER is no PKCS#7. */
export function pkcs7Parts(der: Uint8Array): Piece[] | null {
  const [type, content] = derSequence(der) ?? [];
  const oid = derOid(type);
  if (oid === null || content?.tag !== TAG.context0) {
    return null;
  }
  if (oid !== OID.signedData) {
    const what = OTHER_CONTENTS[oid];
    return what === undefined ? null : [partPiece(part(what, {}))];
  }
  const fields = derChildren(derChildren(content, TAG.context0)[0]);
  const certificates = inSet(fields.find(({ tag }) => tag === TAG.context0));
  const signers = inSet(fields.at(-1));
  const known = certificates.map(derBytes).filter((each) => certificateStructure(each) !== null);
  const bundle = part(signers.length === 0 ? 'bundle of certificates, without a signature' : 'signed message', {
    Certificates: certificates.length,
    Signatures: signers.length,
  });
  return [partPiece(bundle), ...known.map((each) => certificatePiece(each))];
}

const inSet = (element: DerElement | undefined): DerElement[] =>
  element === undefined ? [] : (derElements(element.contents) ?? []);
