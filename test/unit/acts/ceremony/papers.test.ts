// The papers of a ceremony to the letter: what the script is drawn from, and what the minutes hold and are recorded with.
import { expect, it } from 'vitest';
import { sha256Of } from '../../../../main/acts/evidence/signed-file.ts';
import { scriptOf } from '../../../../shared/domain/ceremony/steps.ts';
import { ceremonyPapers as words } from '../../../../shared/words/en/ceremony/papers.ts';
import { planFor } from '../../../support/ceremonies.ts';
import { ACME } from '../../../support/desk.ts';
import { acmeForEach } from '../../../support/acme.ts';
import { keyIn } from '../../../support/tenant-keys.ts';

const tenant = ACME.name;
const { desk } = acmeForEach();

const chain = () => desk.ports.registry.read((reader) => reader.audit(0, 999));

it('a script is drawn from the plan and from what is on record', async () => {
  const drawn: unknown[] = [];
  const { writer } = desk.ports.formats;
  desk.ports.formats.writer = async () => ({
    ...(await writer()),
    ceremonyScript: (...given) => {
      drawn.push(...given);
      return Buffer.from('a page');
    },
  });
  const { tenant: _tenant, ...plan } = planFor(tenant);
  const page = await desk.custodian.drawScript(planFor(tenant), { date: '2026-12-01', words });
  expect(Buffer.from(page).toString()).toBe('a page');
  expect(drawn).toEqual([
    {
      tenant: { name: tenant, domain: ACME.domain, environment: ACME.environment },
      ring: 'default',
      alg: 'ES256',
      current: keyIn(desk, 'current').kid,
      next: keyIn(desk, 'next').kid,
      device: (await desk.custodian.verifyAudit()).deviceKey,
      place: plan.place,
      people: plan.people,
      handOver: plan.handOver,
      date: '2026-12-01',
      steps: scriptOf(plan),
      madeAt: desk.ports.clock.now().toISOString(),
    },
    words,
  ]);
});

it.each([false, true])(
  'minutes hold the entries since before it began, to its end where it has one: %s',
  async (ended) => {
    const { custodian } = desk;
    const before = chain().at(-1);
    await custodian.beginCeremony(planFor(tenant));
    await custodian.noteInCeremony({ tenant, text: 'Olga is late' });
    if (ended) {
      await custodian.abandonCeremony({ tenant, reason: 'fire alarm' });
      await custodian.renameTenant({ tenant, to: 'Acme2' });
      await custodian.renameTenant({ tenant: 'Acme2', to: tenant });
    }
    const since = chain().filter(({ seq }) => seq > (before?.seq ?? 0));
    const entries = ended
      ? since.slice(0, since.findIndex(({ action }) => action === 'ceremony.abandoned') + 1)
      : since;
    const last = entries.at(-1);
    let bytes: Uint8Array = new Uint8Array();
    const saved = await custodian.saveMinutes(tenant, {
      words,
      save: async (files) => {
        bytes = files[0]?.bytes ?? bytes;
        return 'a folder';
      },
    });
    expect(JSON.parse(Buffer.from(bytes).toString('utf8'))).toMatchObject({
      version: 1,
      id: saved.id,
      madeAt: desk.ports.clock.now().toISOString(),
      tenant: { name: tenant, domain: ACME.domain, environment: ACME.environment },
      before: { seq: before?.seq, hash: before?.hash },
      anchor: { seq: last?.seq, hash: last?.hash },
      entries,
    });
    expect(saved).toMatchObject({
      folder: 'a folder',
      ended: ended ? 'abandoned' : null,
      entries: entries.length,
      sha256: sha256Of(bytes),
      files: ['minutes.json', 'minutes.html'],
      before: `${before?.seq}:${before?.hash}`,
      anchor: `${last?.seq}:${last?.hash}`,
      device: (await custodian.verifyAudit()).deviceKey,
    });
  },
);

it('after its last step there is none to take or to go past', async () => {
  const { custodian } = desk;
  await custodian.beginCeremony(planFor(tenant));
  while (custodian.nextInCeremony(tenant) !== null) {
    await custodian.deviateFrom({ tenant, reason: 'a rehearsal' });
  }
  const done = { code: 'CEREMONY_STEPS_DONE', facts: { tenant } };
  await expect(custodian.takeStep({ tenant })).rejects.toMatchObject(done);
  await expect(custodian.deviateFrom({ tenant, reason: 'x' })).rejects.toMatchObject(done);
});
