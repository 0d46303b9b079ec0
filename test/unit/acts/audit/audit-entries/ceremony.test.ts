// What a key ceremony leaves in the audit chain, to the letter.
import { expect, it } from 'vitest';
import { ceremonyPapers as words } from '../../../../../shared/words/en/ceremony/papers.ts';
import { planFor } from '../../../../support/ceremonies.ts';
import { acmeForEach } from '../../../../support/acme.ts';
import { chainOf } from '../../../../support/written-entries.ts';

const tenant = 'Acme';
const { desk } = acmeForEach();

it('a ceremony, step by step, to its end and before it', async () => {
  const { custodian } = desk;
  const chain = chainOf(desk);
  chain.written();
  await custodian.beginCeremony(planFor(tenant));
  await custodian.takeStep({ tenant });
  await custodian.noteInCeremony({ tenant, text: 'Olga is late' });
  await custodian.takeStep({ tenant });
  await custodian.deviateFrom({ tenant, reason: 'was looked at before' });
  await custodian.takeStep({ tenant });
  await custodian.takeStep({ tenant, readBack: 'wrong' }).catch(() => undefined);
  await custodian.abandonCeremony({ tenant, reason: 'fire alarm' });
  await custodian.saveMinutes(tenant, { words, save: async () => 'acme' });
  await custodian.beginCeremony({ ...planFor(tenant), handOver: true });
  while (custodian.nextInCeremony(tenant) !== null) {
    await custodian.deviateFrom({ tenant, reason: 'a rehearsal' });
  }
  await custodian.closeCeremony({ tenant });
  const written = chain.written().replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'INSTANT');
  const lines = written.split('\n').map((line) => line.replaceAll(/"\d+:[0-9a-f]{64}"/g, '"ANCHOR"'));
  expect(lines.slice(0, 11).join('\n')).toMatchInlineSnapshot(`
    "ceremony.begun Acme {"id":"UUID","ring":"default","place":"Vienna, room 3","handOver":false,"people":{"administrator":"Ada","custodians":["Cato","Cleo"],"witness":"Will","auditor":"Olga"},"steps":["people","clock","machine","chain","read-device","saved-before","generate","read-kid","read-certificate","backup","read-backup","drill","preview"]}
    ceremony.step-done Acme {"id":"UUID","step":"people","facts":{}}
    ceremony.noted Acme {"id":"UUID","text":"Olga is late"}
    ceremony.step-done Acme {"id":"UUID","step":"clock","facts":{"time":"INSTANT"}}
    ceremony.deviated Acme {"id":"UUID","step":"machine","reason":"was looked at before"}
    ceremony.step-done Acme {"id":"UUID","step":"chain","facts":{"anchor":"ANCHOR"}}
    ceremony.step-failed Acme {"id":"UUID","step":"read-device","problem":"read-back"}
    ceremony.abandoned Acme {"id":"UUID","reason":"fire alarm"}
    ceremony.minutes-made Acme {"id":"UUID","ended":"abandoned","entries":8,"sha256":"SHA256","folder":"acme"}
    ceremony.begun Acme {"id":"UUID","ring":"default","place":"Vienna, room 3","handOver":true,"people":{"administrator":"Ada","custodians":["Cato","Cleo"],"witness":"Will","auditor":"Olga"},"steps":["people","clock","machine","chain","read-device","saved-before","generate","read-kid","read-certificate","backup","read-backup","drill","hand-over","preview"]}
    ceremony.deviated Acme {"id":"UUID","step":"people","reason":"a rehearsal"}"
  `);
  expect(lines.at(-1)).toMatchInlineSnapshot(`"ceremony.closed Acme {"id":"UUID"}"`);
});
