// Every record that can be read can be written, and is the same again.
import { expect, it } from 'vitest';
import type { RegistryReader } from '../../../main/ports/registry-reader.ts';
import type { RegistryWriter } from '../../../main/ports/registry-writer.ts';
import { openRegistry } from '../../../main/registry/registry.ts';
import { AT } from '../../support/keys.ts';
import { ask, fullReader, questionsOf, type Question } from './questions.ts';

const OWNERS = ['tenant', 'other'] as const;

/** What is copied one by one; the rest has to be given in the words of the act that writes it. */
function copy(from: RegistryReader, to: RegistryWriter): void {
  from.policies().forEach(to.addPolicy);
  from.tenants().forEach(to.addTenant);
  from.allRings().forEach(to.addRing);
  from.allConsumers().forEach(to.addConsumer);
  from.authorities().forEach(to.addAuthority);
  from.intents().forEach(to.addIntent);
  from.couriers().forEach((fingerprint) => to.addCourier(fingerprint, AT));
  from.outbox().forEach(({ tenant, ...entry }) => to.putOutboxEntry(from.tenantByName(tenant)?.id ?? '', entry));
  to.setProxy(from.proxy());
  to.setProxyAccount(from.proxyAccount());
  to.setDeviceKey(from.auditAnchor()?.deviceKey ?? '');
  [from.carried('bundle')].forEach((bundle) => bundle !== null && to.addCarried(bundle));
  for (const tenant of OWNERS) {
    from.keys(tenant).forEach(to.addKey);
    from.publications(tenant, 9).toReversed().forEach(to.addPublication);
    from.bundles(tenant).forEach(to.addBundle);
    from.completedPlans(tenant).forEach(to.addCompletedPlan);
    from.consumerNotes(tenant).forEach(to.addConsumerNote);
    from.notes(tenant).forEach((note) => to.addNote(tenant, note));
    from.proofs(tenant, 9).forEach((proof) => to.addProof(tenant, proof));
    from.keptForeign(tenant).forEach((kept) => to.keepForeign(tenant, kept));
    from.handOvers(tenant).forEach((handOver) => to.addHandOver(tenant, handOver));
    from.officers(tenant).forEach((officer) => to.addOfficer(tenant, officer));
    to.setFourEyes(tenant, from.fourEyes(tenant));
    from.usedApprovals(tenant).forEach((id) => to.useApproval(tenant, id, AT));
    from.evidence(tenant, 9).forEach((one) => to.addEvidence(tenant, one, from.evidenceDocument(tenant, one.id) ?? ''));
    [from.drift(tenant)].forEach((report) => report !== null && to.setDrift(tenant, report));
  }
  from.backups().forEach((backup) =>
    to.addBackup(
      backup,
      OWNERS.flatMap((tenantId) => [...from.backedUpKeys(tenantId)].map((id) => ({ id, tenantId }))),
    ),
  );
}

/** The chain is made by every act, so that it is another one. */
const CHAIN = new Set<Question>(['audit', 'auditHead', 'auditAnchor', 'latestInstant', 'clockEntries']);

it('is the same again', () => {
  const from = fullReader();
  const clock = { now: () => new Date(AT) };
  const registry = openRegistry({ folder: null, holder: 'a test', waitMs: 50, clock, actor: 'officer' });
  registry.change({ action: 'test', subject: 'x', details: {} }, (writer) => copy(from, writer));
  registry.read((reader) => {
    for (const name of questionsOf(reader).filter((one) => !CHAIN.has(one))) {
      OWNERS.forEach((owner) => expect([name, ask(reader, name, owner)]).toEqual([name, ask(from, name, owner)]));
    }
    expect(reader.auditAnchor()).toEqual({ deviceKey: 'device', seal: null });
  });
  registry.close();
});
