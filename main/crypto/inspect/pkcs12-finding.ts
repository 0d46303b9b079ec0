// What a PKCS#12 file says of itself without its passphrase, and with it everything that it holds.
import type { InspectedPart } from '../../../shared/model.ts';
import { openPkcs12 } from '../containers/open-pkcs12.ts';
import { bagsOf, type Pkcs12, readPkcs12, type Safe } from '../containers/pkcs12.ts';
import { pkcs12Mac } from '../containers/pkcs12-mac.ts';
import { schemeOf } from '../protection/scheme.ts';
import { certificatePart } from './certificate-part.ts';
import { type Finding, finding, type Looking, part, reasonOf } from './finding.ts';
import { describeKey, isLegacy, LEGACY_WARNING } from './private-key-finding.ts';

/** `der` is one SEQUENCE. */
export async function pkcs12Finding(der: Uint8Array, encoding: string, looking: Looking): Promise<Finding> {
  const format = `PKCS#12 ${encoding}`;
  let file: Pkcs12;
  try {
    file = readPkcs12(der);
  } catch (error) {
    return finding('PKCS#12', format, [], { warnings: [reasonOf(error)] });
  }
  const outside = [macPart(file), ...file.safes.map(safePart)];
  if (looking.passphrase === null) {
    return finding('PKCS#12', format, outside, { importable: 'with its passphrase' });
  }
  try {
    const opened = await openPkcs12(der, looking);
    const keys = [];
    for (const { shape, name } of opened.keys) {
      keys.push(await describeKey(shape, { name, protection: { Protection: 'by the PKCS#12 file' } }));
    }
    const certificates = await Promise.all(opened.certificates.map((found) => certificatePart(found.der, looking.now)));
    const parts = [...outside, ...keys.map((key) => key.part), ...certificates.filter((found) => found !== null)];
    const importable = keys.some(({ usable }) => usable) ? 'with its passphrase' : 'no';
    return finding('PKCS#12', format, parts, { importable });
  } catch (error) {
    return finding('PKCS#12', format, outside, { warnings: [reasonOf(error)], importable: 'with its passphrase' });
  }
}

function macPart({ mac }: Pkcs12): InspectedPart {
  if (mac === null) {
    return part('integrity check', {}, ['It has none: nobody would notice a change.']);
  }
  try {
    return part('integrity check', { Method: pkcs12Mac(mac).words });
  } catch (error) {
    return part('integrity check', {}, [reasonOf(error)]);
  }
}

function safePart({ algorithm, content }: Safe): InspectedPart {
  try {
    if (algorithm !== null) {
      const { derivation, cipher } = schemeOf(algorithm);
      const facts = { Cipher: cipher, 'Key derivation': derivation, Bytes: content.length };
      return part('encrypted content', facts, [isLegacy(derivation) ? LEGACY_WARNING : null]);
    }
    const kinds = bagsOf(content).map(({ kind, name }) => (name === null ? kind : `${kind} “${name}”`));
    return part('open content', { Holds: kinds.join(', ') });
  } catch (error) {
    return part('content', {}, [reasonOf(error)]);
  }
}
