// A key ceremony over the real acts: in its order, each step only once it holds, wrong read-backs counted, and all of it read
// from the audit chain alone.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Ceremony } from '../../../../shared/domain/ceremony/ceremony.ts';
import { planSchema } from '../../../../shared/domain/ceremony/ceremony.ts';
import { scriptOf } from '../../../../shared/domain/ceremony/steps.ts';
import { ceremonyPapers as german } from '../../../../shared/words/de/ceremony/papers.ts';
import { ceremonyPapers as english } from '../../../../shared/words/en/ceremony/papers.ts';
import { backUp, from, type Holder, newHolder, openedBy } from '../../../support/backups.ts';
import { goThrough, planFor } from '../../../support/ceremonies.ts';
import { ACME, openDesk } from '../../../support/desk.ts';
import { kidIn } from '../../../support/tenant-keys.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

const tenant = 'Acme';
const desk = deskForEach();
let holder: Holder;
beforeEach(async () => {
  holder = await newHolder();
  await desk.custodian.addTenant({ ...ACME, alg: 'ES256' });
});

const begin = () => desk.custodian.beginCeremony(planFor(tenant));
const show = (): Ceremony => desk.custodian.showCeremony(tenant);
const next = () => desk.custodian.nextInCeremony(tenant)?.step;
const step = (readBack?: string) => desk.custodian.takeStep({ tenant, readBack });
const failsBy = (problem: string) => ({ code: 'CEREMONY_STEP_FAILED', facts: { problem } });
const found = (name: string) => show().steps.find((one) => one.step === name);

describe('a ceremony', () => {
  it('goes through every step to its end, and is about the key that was made in it', async () => {
    await begin();
    await goThrough(desk, { tenant, holder });
    expect(next()).toBeUndefined();
    await desk.custodian.closeCeremony({ tenant });
    const { steps, ended, people } = show();
    expect(ended?.how).toBe('closed');
    expect(people).toEqual(planFor(tenant).people);
    expect(steps.map(({ state }) => state)).toEqual(scriptOf({ handOver: false }).map(() => 'done'));
    expect(found('generate')?.facts).toMatchObject({ kid: kidIn(desk, tenant, 'next') });
    expect(found('read-kid')?.facts).toEqual({ value: kidIn(desk, tenant, 'next') });
    expect((await desk.custodian.verifyAudit()).ok).toBe(true);
  });

  it('counts a wrong read-back, tells it, and never goes past it', async () => {
    await begin();
    await goThrough(desk, { tenant, holder, until: 'read-kid' });
    const kid = kidIn(desk, tenant, 'next');
    for (const wrong of ['0000', kid.toLowerCase().slice(-16), kid.slice(-15), kid.slice(0, 16), '', '  ']) {
      await expect(step(wrong)).rejects.toMatchObject(failsBy('read-back'));
    }
    expect(next()).toBe('read-kid');
    expect(found('read-kid')?.failures).toHaveLength(6);
    const groups = kid.slice(-16).replaceAll(/.{4}/g, '$& ');
    await step(groups);
    expect(found('read-kid')).toMatchObject({ state: 'done' });
    expect(next()).toBe('read-certificate');
  });

  it('does not count what nobody tried', async () => {
    await begin();
    await goThrough(desk, { tenant, holder, until: 'read-device' });
    await expect(step()).rejects.toMatchObject(failsBy('not-read'));
    await goThrough(desk, { tenant, holder, until: 'generate' });
    await expect(step()).rejects.toMatchObject(failsBy('not-done'));
    expect(show().steps.flatMap(({ failures }) => failures)).toEqual([]);
  });

  it('takes no act that was done before its turn, of another ring, or that is not the one', async () => {
    await begin();
    await desk.custodian.generateNext({ tenant });
    await desk.custodian.addRing({ tenant, alg: 'ES256', name: 'other' });
    await goThrough(desk, { tenant, holder, until: 'generate' });
    await desk.custodian.generateNext({ tenant, ring: 'other' });
    await expect(step()).rejects.toMatchObject(failsBy('not-done'));
    const { file } = await backUp(desk, holder);
    await goThrough(desk, { tenant, holder, until: 'drill' });
    await desk.custodian.drillBackup(from(file), openedBy(holder), 'keys.age');
    await expect(step()).rejects.toMatchObject(failsBy('not-done'));
  });

  it('looks before it begins: keys in no backup, and a key that would not be published', async () => {
    await begin();
    await goThrough(desk, { tenant, holder, until: 'saved-before' });
    await expect(step()).rejects.toMatchObject(failsBy('unsaved'));
    expect(found('saved-before')?.failures).toEqual(['unsaved']);
    await goThrough(desk, { tenant, holder, until: 'preview' });
    // Somebody makes another one meanwhile.
    await desk.custodian.generateNext({ tenant, replace: kidIn(desk, tenant, 'next') });
    await expect(step()).rejects.toMatchObject(failsBy('not-wanted'));
  });

  it('looks at the clock, and at every key that is here', async () => {
    let ahead = 7200;
    const watched = openDesk({ serversAhead: () => ahead });
    const { custodian } = watched;
    await custodian.addTenant({ ...ACME, alg: 'ES256' });
    await custodian.addTenant({
      ...ACME,
      name: 'Other',
      domain: 'other.eu.auth0.com',
      customDomain: 'id.other.example',
    });
    await custodian.beginCeremony(planFor(tenant));
    const take = () => custodian.takeStep({ tenant });
    const facts = (name: string) => custodian.showCeremony(tenant).steps.find((one) => one.step === name)?.facts;
    await goThrough(watched, { tenant, holder, until: 'clock' });
    await expect(take()).rejects.toMatchObject(failsBy('clock'));
    ahead = 0;
    await take();
    expect(facts('clock')).toEqual({ time: watched.ports.clock.now().toISOString() });
    await goThrough(watched, { tenant, holder, until: 'machine' });
    const name = watched.vault.names().find((each) => each.startsWith('key-')) ?? '';
    const secret = await watched.vault.get(name);
    await watched.vault.put(name, Buffer.from('not a key'));
    await expect(take()).rejects.toMatchObject(failsBy('alarms'));
    await watched.vault.put(name, secret ?? new Uint8Array());
    await take();
    expect(facts('machine')).toEqual({ keys: 4, sound: 4, warnings: 0 });
    await watched.close();
  });

  it('goes past a step only with a reason, which stays', async () => {
    await begin();
    await desk.custodian.noteInCeremony({ tenant, text: 'Olga came at ten past nine' });
    await desk.custodian.deviateFrom({ tenant, reason: 'everybody knows each other' });
    expect(show()).toMatchObject({
      notes: [{ text: 'Olga came at ten past nine' }],
      steps: expect.arrayContaining([
        expect.objectContaining({ step: 'people', state: 'deviated', reason: 'everybody knows each other' }),
      ]) as unknown,
    });
    expect(next()).toBe('clock');
  });

  it('has nothing to read where nothing was made, and says so', async () => {
    await desk.custodian.addRing({ tenant, alg: 'ES256', name: 'empty', empty: true });
    await desk.custodian.beginCeremony({ ...planFor(tenant), ring: 'empty' });
    while (next() !== 'read-kid') {
      await desk.custodian.deviateFrom({ tenant, reason: 'a rehearsal' });
    }
    await expect(step('x')).rejects.toMatchObject(failsBy('no-key'));
  });

  it('is one at a time, ends early with a reason, and closes when all is behind it', async () => {
    await expect(desk.custodian.closeCeremony({ tenant })).rejects.toMatchObject({ code: 'CEREMONY_NONE' });
    await begin();
    await expect(begin()).rejects.toMatchObject({ code: 'CEREMONY_OPEN' });
    await expect(desk.custodian.closeCeremony({ tenant })).rejects.toMatchObject({ code: 'CEREMONY_STEPS_LEFT' });
    await desk.custodian.abandonCeremony({ tenant, reason: 'fire alarm' });
    expect(show().ended).toMatchObject({ how: 'abandoned', reason: 'fire alarm' });
    await expect(step()).rejects.toMatchObject({ code: 'CEREMONY_NONE' });
    const again = await begin();
    expect(again.steps.every(({ state }) => state === 'open')).toBe(true);
  });

  it('goes on where it was after a stop, under another name of the tenant too', async () => {
    const kept = openDesk({ from: 'kept' });
    await kept.custodian.addTenant({ ...ACME, alg: 'ES256' });
    await kept.custodian.beginCeremony(planFor(tenant));
    await goThrough(kept, { tenant, holder, until: 'read-kid' });
    const again = openDesk({ from: await kept.putAway() });
    expect(again.custodian.nextInCeremony(tenant)).toMatchObject({ step: 'read-kid' });
    await again.custodian.renameTenant({ tenant, to: 'Acme 2' });
    await goThrough(again, { tenant: 'Acme 2', holder });
    await again.custodian.closeCeremony({ tenant: 'Acme 2' });
    expect(again.custodian.showCeremony('Acme 2').ended?.how).toBe('closed');
    await again.close();
  });

  it('is that of its own tenant, whatever another is called', async () => {
    const other = { ...ACME, name: 'Acme/EU', domain: 'acme-eu.eu.auth0.com', customDomain: 'eu.acme.example' };
    await desk.custodian.addTenant({ ...other, alg: 'ES256' });
    await desk.custodian.beginCeremony(planFor(other.name));
    expect(show).toThrow(expect.objectContaining({ code: 'CEREMONY_NONE' }) as Error);
    const { id } = await begin();
    expect(show().id).toBe(id);
    expect(desk.custodian.showCeremony(other.name).id).not.toBe(id);
  });

  it('is of people of whom nobody has two parts', () => {
    const people = (witness: string) =>
      planSchema.safeParse({ ...planFor(tenant), people: { ...planFor(tenant).people, witness } });
    expect(people('Will').success).toBe(true);
    expect(people('cleo').success).toBe(false);
    expect(people(' ADA ').success).toBe(false);
  });
});

it.each([english, german])('the script on paper names people, keys and steps, in %#', async (words) => {
  const page = await desk.custodian.drawScript(planFor(tenant), { date: '1 December', words });
  const text = Buffer.from(page).toString('utf8');
  for (const told of [
    ...Object.values(words.roles),
    'Cleo',
    'Vienna, room 3',
    '1 December',
    kidIn(desk, tenant, 'next'),
  ]) {
    expect(text).toContain(told);
  }
  expect(text.match(/<tr>/g)?.length).toBe(5 + 1 + scriptOf({ handOver: false }).length + 1);
  expect(text).not.toMatch(/<script|<img|<link|src=|url\(/);
  expect(desk.custodian.listAudit({ afterSeq: 0, limit: 100, action: 'ceremony' })).toEqual([]);
});
