// Fills a data folder with a fleet of public facts (a thousand tenants with five keys each when nothing else is said) and
// prints in milliseconds what the overview asks of the registry. Private keys are not needed to look at them.
import { createHash, randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { openCustodian } from '../../main/composition/compose.ts';
import { systemClock } from '../../main/composition/system.ts';
import type { RegistryWriter } from '../../main/ports/registry-writer.ts';
import { aRing, aTenant } from '../support/keys.ts';
import { createKeyWorkshop } from '../support/workshop.ts';
import { openRegistry } from '../../main/registry/registry.ts';
import { ENVIRONMENTS, type KeyState } from '../../shared/domain/limits.ts';
import type { PublicJwk, SigningKey } from '../../shared/domain/key-ring/key.ts';

const [folder = '', count = '1000'] = process.argv.slice(2);
const DAY_MS = 24 * 60 * 60 * 1000;
const STATES: readonly KeyState[] = ['next', 'current', 'previous', 'revoked', 'revoked'];

/** All keys look alike but for their names: what they are made of is read and not judged. */
interface Model {
  certificate: string;
  jwk: PublicJwk;
}

async function main(): Promise<void> {
  const workshop = createKeyWorkshop();
  const { spki, pkcs8 } = await workshop.generate('RS256', 2048);
  const profile = { commonName: 'fleet.example', notBefore: new Date(), days: 5000 };
  const certificate = await workshop.certify({ spki, pkcs8 }, 'RS256', profile);
  fill({
    certificate: Buffer.from(certificate).toString('base64'),
    jwk: workshop.publicJwk(spki, certificate, 'RS256', 'kid'),
  });
  await measure();
}

function fill(model: Model): void {
  const options = { folder, holder: 'the bench', waitMs: 1000, clock: systemClock, actor: 'bench' };
  const registry = openRegistry(options);
  registry.change({ action: 'bench.filled', subject: 'fleet', details: {} }, (writer) => {
    for (let number = 0; number < Number(count); number += 1) {
      addTenant(writer, number, model);
    }
  });
  registry.close();
}

function addTenant(writer: RegistryWriter, number: number, model: Model): void {
  const tenantId = randomUUID();
  const ringId = randomUUID();
  const name = `Tenant ${String(number).padStart(4, '0')}`;
  const at = (days: number): string => new Date(Date.now() - (days + (number % 60)) * DAY_MS).toISOString();
  writer.addTenant({
    ...aTenant,
    id: tenantId,
    name,
    domain: `t${number}.eu.auth0.com`,
    customDomain: `id${number}.example.com`,
    environment: ENVIRONMENTS[number % 3] ?? 'development',
    endpoint: 'auth0',
    createdAt: at(200),
  });
  writer.addRing({ ...aRing, id: ringId, tenantId, createdAt: at(200) });
  const keys = STATES.map((state, place) => keyOf(state, `${number}-${place}`, { tenantId, ringId, at, model }));
  keys.forEach(writer.addKey);
  const sent = JSON.stringify({ keys: keys.slice(0, 3).map((key) => key.jwk) });
  const kids = keys.slice(0, 3).map(({ kid }) => kid);
  const publication = { id: randomUUID(), tenantId, act: 'push' as const, at: at(30), hash: 'h', kids };
  writer.addPublication({ ...publication, replaced: sent, sent, confirmedAt: publication.at, variations: [] });
}

interface Home {
  tenantId: string;
  ringId: string;
  at: (days: number) => string;
  model: Model;
}

function keyOf(state: KeyState, label: string, { tenantId, ringId, at, model }: Home): SigningKey {
  const kid = createHash('sha256').update(label).digest('base64url');
  const since = (states: readonly KeyState[], days: number): string | null =>
    states.includes(state) ? at(days) : null;
  return {
    id: randomUUID(),
    ringId,
    tenantId,
    kid,
    alg: 'RS256',
    state,
    jwk: { ...model.jwk, kid },
    certificate: model.certificate,
    certificateEndsAt: at(-4000),
    replacedAt: null,
    spkiSha256: createHash('sha256').update(label).digest('hex'),
    provenance: { kind: 'generated', source: null },
    exportable: true,
    createdAt: at(190),
    certificateSince: null,
    announcedAt: at(180),
    publishedAt: at(180),
    currentAt: since(['current', 'previous', 'revoked'], 90),
    previousAt: since(['previous', 'revoked'], 20),
    revokedAt: since(['revoked'], 10),
    revocation: state === 'revoked' ? { reason: 'retired', compromised: false, compromisedSince: null } : null,
    takenDownAt: since(['revoked'], 9),
    destroyAt: null,
    destroyedAt: null,
    uses: 3,
    lastUsedAt: at(21),
  };
}

async function measure(): Promise<void> {
  const { custodian, close } = await openCustodian({ folder, custodyOf: 'checkout', door: 'window' });
  const timed = (work: () => unknown): number => {
    const started = performance.now();
    work();
    return performance.now() - started;
  };
  const list = timed(() => custodian.listTenants());
  const due = timed(() => custodian.dueEvents({ days: 365 }));
  const rings = timed(() => custodian.listRings());
  const outbox = timed(() => custodian.listOutbox());
  await close();
  process.stdout.write([list, due, rings, outbox].join(' '));
}

void main();
