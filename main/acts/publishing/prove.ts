// Proof from outside: a probe token is signed with the current key and verified through the public JWKS alone. What was
// asked and answered is kept as evidence, and the audit entry of the proof names the hash of that record.
import type { ActArgs } from '../../../shared/contract.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { KeyEvidence } from '../../../shared/domain/evidence/evidence.ts';
import type { RemoteKey } from '../../../shared/domain/published-set/publication.ts';
import type { Proof } from '../../../shared/domain/evidence/proof.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import { type EvidenceRun, evidenceOf, keyEvidence } from '../../../shared/domain/evidence/assemble.ts';
import { DEFAULT_RING, keysOfRing, tenantInUse } from '../find.ts';
import type { Fetched } from '../../../shared/domain/evidence/evidence.ts';
import type { PublicPlace } from '../../../shared/domain/tenant/public-addresses.ts';
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

/**
 * One proof for each ring that has a current key which the tenant can publish, at each place where the set is read. Stopped,
 * it leaves no evidence.
 */
export async function proveNow(ports: Ports, args: ProveArgs, { signal }: Work = {}): Promise<Proof[]> {
  const { registry, tenants, verifier, random, clock } = ports;
  const { tenant, current } = registry.read((reader) => {
    const found = tenantInUse(reader, args.tenant);
    const rings = reader.rings(found.id).filter((ring) => isPushable(ring.alg, found.endpoint));
    const keys = rings.flatMap((ring) => keyIn('current', keysOfRing(reader, ring)) ?? []);
    return { tenant: found, current: keys };
  });
  if (current.length === 0) {
    throw new CustodianError('RING_HAS_NO_CURRENT', { ring: DEFAULT_RING });
  }
  const { endpoint, further, ...first } = await unlessCancelled(signal, () => tenants.connect(tenant));
  if (registry.read((reader) => pendingAt(reader, tenant)) !== null) {
    // The proof is the view from outside; that the tenant cannot be asked from inside does not stop it.
    const remote = await endpoint.read(signal).catch((): RemoteKey[] => []);
    refuseIfCancelled(signal);
    confirmIfThere(ports, tenant, remote);
  }
  await observe(ports, tenant, { ...first, further }, signal);
  // A proof is dated, also one that fails.
  assertClockAgrees(ports);
  const run: EvidenceRun = { id: random.uuid(), tenant, issuer: first.issuer, at: clock.now().toISOString() };
  const made: Made[] = [];
  for (const key of current) {
    for (const place of [first, ...further]) {
      refuseIfCancelled(signal);
      const claims = probeClaims(place.issuer, clock.now(), random.uuid());
      const token = await signRecorded(ports, tenant, key, claims, 'probe');
      made.push(await proveKey(verifier, place, key, { token, signal }));
    }
  }
  const all = made.map(({ proof }) => proof);
  const proofs =
    further.length === 0 ? all : all.map((proof) => ({ ...proof, everywhere: isProvenIn(all, proof.kid) }));
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

const isProvenIn = (proofs: readonly Proof[], kid: string): boolean =>
  proofs.every((proof) => proof.kid !== kid || proof.ok);

async function proveKey(
  verifier: Ports['verifier'],
  place: PublicPlace,
  { kid, alg }: SigningKey,
  { token, signal }: { token: string; signal: AbortSignal | undefined },
): Promise<Made> {
  const { proof, fetched } = await verifier.prove(place, token, { kid, alg }, signal);
  return { proof, fetched, evidence: keyEvidence(proof, alg, token, fetched) };
}

/** Waits first, when asked to, until the public set shows what was pushed; other acts go on meanwhile. */
export const provePublication = arranged('publish.verify', ({ beside, queued }) => async (args, work: Waiting = {}) => {
  await beside((ports) => waitUntilPublic(ports, args, work));
  return queued((ports) => proveNow(ports, args, work), work.signal);
});
