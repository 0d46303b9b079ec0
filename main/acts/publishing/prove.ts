// Proof from outside: a probe token is signed with the current key and verified through the public JWKS alone. What was
// asked and answered is kept as evidence, and the audit entry of the proof names the hash of that record.
import type { ActArgs } from '../../../shared/contract.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { KeyEvidence } from '../../../shared/domain/evidence/evidence.ts';
import type { Proof } from '../../../shared/domain/evidence/proof.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import { type EvidenceRun, evidenceOf, keyEvidence } from '../../../shared/domain/evidence/assemble.ts';
import { DEFAULT_RING, findTenant, keysOfRing } from '../find.ts';
import type { Fetched } from '../../../shared/domain/evidence/evidence.ts';
import type { PublicAddresses } from '../../../shared/domain/tenant/public-addresses.ts';
import type { Ports } from '../../ports/ports.ts';
import { probeClaims } from '../../../shared/domain/token/probe-token.ts';
import { isPushable } from '../../../shared/domain/endpoints.ts';
import { keyIn } from '../../../shared/domain/key-ring/lane.ts';
import { refuseIfCancelled, unlessCancelled } from '../../ports/stopping.ts';
import { confirmIfThere, pendingAt } from './confirm-pending.ts';
import { observe } from './observe.ts';
import { assertClockAgrees } from '../doctor/trusted-time.ts';
import { signRecorded } from '../keys/sign.ts';
import { arranged } from '../bound.ts';
import { waitUntilPublic, type Waiting } from './wait-until-public.ts';
import type { Work } from '../../ports/stopping.ts';

type ProveArgs = Pick<ActArgs<'publish.verify'>, 'tenant'>;

/** One proof for each ring that has a current key which the tenant can publish. Stopped, it leaves no evidence. */
export async function proveNow(ports: Ports, args: ProveArgs, { signal }: Work = {}): Promise<Proof[]> {
  const { registry, tenants, verifier, random, clock } = ports;
  const { tenant, current } = registry.read((reader) => {
    const found = findTenant(reader, args.tenant);
    const rings = reader.rings(found.id).filter((ring) => isPushable(ring.alg, found.endpoint));
    const keys = rings.flatMap((ring) => keyIn('current', keysOfRing(reader, ring)) ?? []);
    return { tenant: found, current: keys };
  });
  if (current.length === 0) {
    throw new CustodianError('RING_HAS_NO_CURRENT', { ring: DEFAULT_RING });
  }
  const { issuer, endpoint, ...addresses } = await unlessCancelled(signal, () => tenants.connect(tenant));
  if (registry.read((reader) => pendingAt(reader, tenant)) !== null) {
    // The proof is the view from outside; that the tenant cannot be asked from inside does not stop it.
    const remote = await endpoint.read(signal).catch(() => null);
    refuseIfCancelled(signal);
    confirmIfThere(ports, tenant, remote ?? []);
  }
  await observe(ports, tenant, addresses.jwksUrl, signal);
  // A proof is dated, also one that fails.
  assertClockAgrees(ports);
  const run: EvidenceRun = { id: random.uuid(), tenant, issuer, at: clock.now().toISOString() };
  const made: Made[] = [];
  for (const key of current) {
    refuseIfCancelled(signal);
    const token = await signRecorded(ports, tenant, key, probeClaims(issuer, clock.now(), random.uuid()), 'probe');
    made.push(await proveKey(verifier, addresses, key, { token, issuer, signal }));
  }
  const proofs = made.map(({ proof }) => proof);
  const { summary, document } = evidenceOf(run, made);
  registry.change(
    {
      action: 'publish.verified',
      subject: tenant.name,
      details: {
        proofs: proofs.map(({ kid, ok, jwksSha256 }) => ({ kid, ok, jwksSha256 })),
        evidence: { id: summary.id, sha256: summary.sha256 },
      },
    },
    (writer) => {
      proofs.forEach((proof) => writer.addProof(tenant.id, proof));
      writer.addEvidence(tenant.id, summary, document);
    },
  );
  return proofs;
}

interface Made {
  proof: Proof;
  evidence: KeyEvidence;
  fetched: Fetched | null;
}

async function proveKey(
  verifier: Ports['verifier'],
  addresses: PublicAddresses,
  { kid, alg }: SigningKey,
  { token, issuer, signal }: { token: string; issuer: string; signal: AbortSignal | undefined },
): Promise<Made> {
  const { proof, fetched } = await verifier.prove(addresses, token, { kid, alg, issuer }, signal);
  return { proof, fetched, evidence: keyEvidence(proof, alg, token, fetched) };
}

/** Waits first, when asked to, until the public set shows what was pushed; other acts go on meanwhile. */
export const provePublication = arranged('publish.verify', ({ beside, inTurn }) => async (args, work: Waiting = {}) => {
  await beside((ports) => waitUntilPublic(ports, args, work));
  return inTurn((ports) => proveNow(ports, args, work), work.signal);
});
