// The issuers of a certificate among those that lie beside it, each proven by the signature that it made.
import { X509Certificate } from 'node:crypto';
import { issues } from './certificate-signature.ts';
import { certificateStructure } from './certificate-structure.ts';

/** Longer chains are nobody's. */
const MAX_CHAIN = 8;

/** DER, the issuer of `der` first and a root last; as far as the file has them. `der` itself is not among them. */
export function issuersOf(der: Uint8Array | null, beside: readonly Uint8Array[]): Uint8Array[] {
  const chain: Uint8Array[] = [];
  const candidates = beside.flatMap((each) => {
    const structure = certificateStructure(each);
    return structure === null ? [] : [{ der: each, structure }];
  });
  for (let at = der; at !== null && chain.length < MAX_CHAIN;) {
    const structure = certificateStructure(at);
    if (structure === null || structure.issuer.equals(structure.subject)) {
      break;
    }
    const certificate = at;
    const next = candidates.find(
      (each) => !chain.includes(each.der) && each.der !== certificate && issues(each.structure, certificate),
    );
    if (next !== undefined) {
      chain.push(next.der);
    }
    at = next?.der ?? null;
  }
  return chain.every(opens) ? chain : [];
}

/** What goes into custody must open in the library of this runtime too. */
function opens(der: Uint8Array): boolean {
  try {
    void new X509Certificate(der);
    return true;
  } catch {
    return false;
  }
}
