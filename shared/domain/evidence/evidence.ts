// What a proof from outside leaves behind for others to check: the requests as they were made, the answers as they came,
// hashes of key set and token, and the verdict. All of it is public; a token is kept as its hash.
import type { Instant } from '../timing/instant.ts';
import type { ProofStep } from './proof.ts';
import type { SigningAlgorithm } from '../algorithms.ts';

export const EVIDENCE_FORMAT = 'key-custodian-evidence/1';

/** One reading of the public key set, over a connection of its own. */
export interface Exchange {
  method: 'GET';
  url: string;
  requestHeaders: Record<string, string>;
  status: number;
  /** As they came, but for cookies, which are nobody's evidence. Names in lower case. */
  responseHeaders: Record<string, string>;
  /** SHA-256 (hex) of the body; the body itself is in the document's `bodies`. */
  bodySha256: string;
}

export interface KeyEvidence {
  kid: string;
  alg: SigningAlgorithm;
  at: Instant;
  ok: boolean;
  steps: ProofStep[];
  token: {
    /** SHA-256 (hex) of the compact JWS. */
    sha256: string;
    header: Record<string, unknown>;
    claims: Record<string, unknown>;
  };
  /** `null` when nothing could be fetched. */
  exchange: Exchange | null;
}

/** All proofs of one run: the file that is exported. */
export interface Evidence {
  format: typeof EVIDENCE_FORMAT;
  id: string;
  tenant: string;
  domain: string;
  customDomain: string | null;
  issuer: string;
  at: Instant;
  ok: boolean;
  proofs: KeyEvidence[];
  /** SHA-256 (hex) -> the body that has it. */
  bodies: Record<string, string>;
  /** Only where a body held a private key: the names of the members that were left out of it, so that its hash fits no more. */
  withheld?: string[];
}

/** What the record of a tenant says about one run. */
export interface EvidenceSummary {
  id: string;
  at: Instant;
  ok: boolean;
  kids: string[];
  /** SHA-256 (hex) of the exported file. The audit entry of the run names it too. */
  sha256: string;
}

/** What the outside answered. */
export interface Fetched {
  exchange: Exchange;
  /** As it came, unless it held private members. */
  body: string;
  /** The names of the members that were taken out; `all` when the whole body was. */
  withheld: string[];
}
