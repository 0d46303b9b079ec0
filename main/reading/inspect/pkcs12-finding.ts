// What a PKCS#12 file says of itself without its passphrase, and with it everything that it holds.
import type { FoundPart, PartName } from '../../../shared/domain/reading/inspection.ts';
import { openPkcs12 } from '../containers/open-pkcs12.ts';
import { bagsOf, type Pkcs12, readPkcs12, type Safe } from '../containers/pkcs12.ts';
import { pkcs12Mac } from '../containers/pkcs12-mac.ts';
import { derChildren, type DerElement } from '../../../shared/encoding/der.ts';
import { schemeOf } from '../protection/scheme-of.ts';
import { certificatePart } from './certificate-part.ts';
import { type Facts, type Finding, finding, type Looking, MAX_PARTS, part, reasonOf, scheme } from './finding.ts';
import { describeKey, isLegacy, type KeyDescription, WEAK_PROTECTION } from './private-key-finding.ts';

/** `der` is one SEQUENCE. */
export async function pkcs12Finding(der: Uint8Array, encoding: string, looking: Looking): Promise<Finding> {
  const format = `PKCS#12 ${encoding}`;
  let file: Pkcs12;
  try {
    file = readPkcs12(der);
  } catch (error) {
    return finding('PKCS#12', format, [], { warnings: [reasonOf(error)] });
  }
  const outside = [macPart(file), ...file.safes.slice(0, MAX_PARTS).flatMap(safeParts)];
  if (looking.passphrase === null) {
    return finding('PKCS#12', format, outside, { importable: 'with its passphrase' });
  }
  try {
    const opened = await openPkcs12(der, looking);
    const keys: KeyDescription[] = [];
    for (const { shape, name } of opened.keys) {
      keys.push(await describeKey(shape, { name, protection: { Protection: { code: 'by-pkcs12' } }, looking }));
    }
    const found = opened.certificates.slice(0, MAX_PARTS);
    const [beside, { now }] = [found.map((each) => each.der), looking];
    const certificates = found.map(({ der: each }) => certificatePart(each, { now, beside }));
    const parts = [...outside, ...keys.map((key) => key.part), ...certificates.filter((each) => each !== null)];
    const importable = keys.some(({ usable }) => usable) ? 'with its passphrase' : 'no';
    return finding('PKCS#12', format, parts, { importable });
  } catch (error) {
    return finding('PKCS#12', format, outside, { warnings: [reasonOf(error)], importable: 'with its passphrase' });
  }
}

function macPart({ mac }: Pkcs12): FoundPart {
  if (mac === null) {
    return part('integrity check', {}, ['no-mac']);
  }
  try {
    return part('integrity check', { Method: scheme(pkcs12Mac(mac).words) });
  } catch (error) {
    return part('integrity check', {}, [reasonOf(error)]);
  }
}

function safeParts({ algorithm, content }: Safe): FoundPart[] {
  try {
    if (algorithm !== null) {
      return [encryptedPart('encrypted content', algorithm, { Bytes: content.length })];
    }
    return bagsOf(content)
      .slice(0, MAX_PARTS)
      .map(({ kind, name, value }) =>
        kind === 'encrypted key'
          ? encryptedPart(kind, derChildren(value)[0], { Name: name })
          : part(kind, { Name: name }),
      );
  } catch (error) {
    return [part('content', {}, [reasonOf(error)])];
  }
}

function encryptedPart(what: PartName, algorithm: DerElement | undefined, facts: Facts): FoundPart {
  const { derivation, cipher } = schemeOf(algorithm);
  const legacy = isLegacy(derivation) ? WEAK_PROTECTION : null;
  return part(what, { ...facts, Cipher: scheme(cipher), 'Key derivation': scheme(derivation) }, [legacy]);
}
