// A registry with very many keys, made fast: every key is real and lies in the vault; tenants, certificates and dates are copies of one.
import { createHash, generateKeyPairSync, randomUUID } from 'node:crypto';
import { secretName } from '../../main/ports/secret-name.ts';
import type { SigningKey } from '../../shared/domain/key-ring/key.ts';
import { publicMembers } from '../../main/encoding/public-parts.ts';
import { ACME, type Desk } from './desk.ts';

const PER_TENANT = 5;

export async function fillWithKeys({ custodian, ports, vault }: Desk, count: number): Promise<void> {
  await custodian.addTenant({ ...ACME, alg: 'ES256' });
  const { reader } = { reader: ports.registry.read((all) => all) };
  const [tenant] = reader.tenants();
  const [ring] = tenant === undefined ? [] : reader.rings(tenant.id);
  const model = tenant === undefined ? undefined : reader.keys(tenant.id).find(({ state }) => state === 'current');
  if (tenant === undefined || ring === undefined || model === undefined) {
    throw new Error('no tenant to copy');
  }
  const halves: { id: string; pkcs8: Uint8Array }[] = [];
  ports.registry.change({ action: 'test.filled', subject: 'fleet', details: {} }, (writer) => {
    for (let number = 0; number < count / PER_TENANT; number += 1) {
      const [tenantId, ringId] = [randomUUID(), randomUUID()];
      const [name, domain] = [`Tenant ${number}`, `t${number}.eu.auth0.com`];
      writer.addTenant({ ...tenant, id: tenantId, name, domain, customDomain: `id${number}.example.com` });
      writer.addRing({ ...ring, id: ringId, tenantId });
      for (let place = 0; place < PER_TENANT; place += 1) {
        const made = newKey();
        const at = place === 0 ? {} : { state: 'previous' as const, previousAt: model.createdAt };
        writer.addKey({ ...model, ...made.key, ...at, tenantId, ringId });
        halves.push({ id: made.key.id, pkcs8: made.pkcs8 });
      }
    }
  });
  for (const { id, pkcs8 } of halves) {
    await vault.put(secretName(id), pkcs8);
  }
}

function newKey(): { key: Pick<SigningKey, 'id' | 'kid' | 'jwk' | 'spkiSha256'>; pkcs8: Uint8Array } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const spkiSha256 = createHash('sha256').update(spki).digest('hex');
  const kid = createHash('sha256').update(spkiSha256).digest('base64url');
  const jwk = { ...publicMembers(spki), kid, use: 'sig', alg: 'ES256' } as SigningKey['jwk'];
  return {
    key: { id: randomUUID(), kid, jwk, spkiSha256 },
    pkcs8: privateKey.export({ type: 'pkcs8', format: 'der' }),
  };
}
