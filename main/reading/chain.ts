// The issuers of a certificate among those that lie beside it, each proven by the signature that it made.
import { X509Certificate } from 'node:crypto';
import { issues } from './certificate-signature.ts';
import { certificateStructure, type CertificateStructure } from './certificate-structure.ts';
import { KeyTests } from './key-tests.ts';

/** Longer chains are nobody's. */
const MAX_CHAIN = 8;

/** Whoever lies beside a certificate, ready to be asked for its issuers. */
export class Beside {
  readonly #bySubject = new Map<string, { der: Uint8Array; structure: CertificateStructure }[]>();
  readonly #tests = new KeyTests();

  constructor(certificates: Iterable<Uint8Array>) {
    for (const der of certificates) {
      const structure = certificateStructure(der);
      if (structure !== null) {
        const subject = structure.subject.toString('latin1');
        const named = this.#bySubject.get(subject) ?? [];
        named.push({ der, structure });
        this.#bySubject.set(subject, named);
      }
    }
  }

  /** DER, the issuer of `der` first and a root last; as far as they are there. `der` itself is not among them. */
  issuersOf(der: Uint8Array | null): Uint8Array[] {
    const chain: Uint8Array[] = [];
    for (let at = der; at !== null && chain.length < MAX_CHAIN;) {
      const next = this.#issuerOf(at, chain);
      if (next !== null) {
        chain.push(next);
      }
      at = next;
    }
    return chain.every(opens) ? chain : [];
  }

  #issuerOf(der: Uint8Array, chain: readonly Uint8Array[]): Uint8Array | null {
    const certificate = certificateStructure(der);
    if (certificate === null || certificate.issuer.equals(certificate.subject)) {
      return null;
    }
    const named = this.#bySubject.get(certificate.issuer.toString('latin1')) ?? [];
    const issuer = named
      .slice(0, MAX_NAMED)
      .find((each) => !chain.includes(each.der) && issues(each.structure, der, this.#tests));
    return issuer?.der ?? null;
  }
}

/** An authority has a few keys of one name. */
const MAX_NAMED = 20;

/** What goes into custody must open in the library of this runtime too. */
function opens(der: Uint8Array): boolean {
  try {
    void new X509Certificate(der);
    return true;
  } catch {
    return false;
  }
}
