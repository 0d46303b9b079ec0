// The record of a proof, put together from what the verifier saw. Pure. The token itself is not in it: while it lives it
// is a credential, though a harmless one, and its hash says as much.
import { utf8 } from '@scure/base';
import { fromBase64 } from '../../encoding/bytes.ts';
import { sha256Hex } from '../../encoding/sha256.ts';
import { type Evidence, EVIDENCE_FORMAT, type EvidenceSummary, type Fetched, type KeyEvidence } from './evidence.ts';
import type { Instant } from '../timing/instant.ts';
import type { Proof } from './proof.ts';
import type { SigningAlgorithm } from '../algorithms.ts';
import type { Tenant } from '../tenant/tenant.ts';

export interface EvidenceRun {
  id: string;
  tenant: Tenant;
  issuer: string;
  at: Instant;
}

/** `token` is a compact JWS that we made. */
export function keyEvidence(
  { kid, at, ok, steps }: Proof,
  alg: SigningAlgorithm,
  token: string,
  fetched: Fetched | null,
): KeyEvidence {
  const [header = '', claims = ''] = token.split('.');
  return {
    kid,
    alg,
    at,
    ok,
    // A record that others check speaks for itself.
    steps: steps.map(({ step, ok: passed, detail }) => ({ step, ok: passed, detail })),
    token: { sha256: sha256Hex(token), header: jsonIn(header), claims: jsonIn(claims) },
    exchange: fetched?.exchange ?? null,
  };
}

/** The document as it is recorded and exported, byte for byte, and what the tenant's record says about it. */
export function evidenceOf(
  { id, tenant, issuer, at }: EvidenceRun,
  made: readonly { evidence: KeyEvidence; fetched: Fetched | null }[],
): { summary: EvidenceSummary; document: string } {
  const proofs = made.map(({ evidence }) => evidence);
  const fetched = made.flatMap(({ fetched: one }) => one ?? []);
  const withheld = [...new Set(fetched.flatMap((one) => one.withheld))];
  const content: Evidence = {
    format: EVIDENCE_FORMAT,
    id,
    tenant: tenant.name,
    domain: tenant.domain,
    customDomain: tenant.customDomain,
    issuer,
    at,
    ok: proofs.every(({ ok }) => ok),
    proofs,
    bodies: Object.fromEntries(fetched.map(({ exchange, body }) => [exchange.bodySha256, body])),
    ...(withheld.length > 0 && { withheld }),
  };
  const document = `${JSON.stringify(content, null, 2)}\n`;
  const kids = proofs.map(({ kid }) => kid);
  return { summary: { id, at, ok: content.ok, kids, sha256: sha256Hex(document) }, document };
}

function jsonIn(part: string): Record<string, unknown> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a part of a token that we made ourselves
  return JSON.parse(utf8.encode(fromBase64(part))) as Record<string, unknown>;
}
