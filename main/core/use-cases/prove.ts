// Proof from outside: a probe token is signed with the current key and verified through the public JWKS alone.
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { Proof } from '../../../shared/model.ts';
import { DEFAULT_RING, findTenant, keysOfRing } from '../find.ts';
import type { Ports } from '../ports.ts';
import { probeClaims } from '../probe-token.ts';
import { isPushable } from '../publication.ts';
import { keyIn } from '../ring-rules.ts';
import { observe } from './observe.ts';
import { signRecorded } from './sign.ts';

/** One proof for each ring that has a current key which the tenant can publish. */
export async function provePublication(ports: Ports, args: ParsedArgsOf<'publish.verify'>): Promise<Proof[]> {
  const { registry, tenants, verifier } = ports;
  const { tenant, current } = registry.read((reader) => {
    const found = findTenant(reader, args.tenant);
    const rings = reader.rings(found.id).filter((ring) => isPushable(ring.alg, found.endpoint));
    const keys = rings.flatMap((ring) => keyIn('current', keysOfRing(reader, ring)) ?? []);
    return { tenant: found, current: keys };
  });
  if (current.length === 0) {
    throw new CustodianError('RING_HAS_NO_CURRENT', { ring: DEFAULT_RING });
  }
  const { jwksUrl, issuer } = await tenants.connect(tenant);
  await observe(ports, tenant, jwksUrl);
  const proofs: Proof[] = [];
  for (const key of current) {
    const token = await signRecorded(ports, tenant, key, probeClaims(ports, issuer), 'probe');
    proofs.push(await verifier.prove(jwksUrl, token, { kid: key.kid, alg: key.alg, issuer }));
  }
  registry.change(
    {
      action: 'publish.verified',
      subject: tenant.name,
      details: { proofs: proofs.map(({ kid, ok, jwksSha256 }) => ({ kid, ok, jwksSha256 })) },
    },
    (writer) => proofs.forEach((proof) => writer.addProof(tenant.id, proof)),
  );
  return proofs;
}
