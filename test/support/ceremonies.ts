// A key ceremony in a test: gone through as people would, up to a step.
import type { StepName } from '../../shared/domain/ceremony/steps.ts';
import { readOut } from '../../shared/domain/ceremony/read-back.ts';
import { backUp, from, type Holder, openedBy } from './backups.ts';
import type { Desk } from './desk.ts';

export const PEOPLE = { administrator: 'Ada', custodians: ['Cato', 'Cleo'], witness: 'Will', auditor: 'Olga' };

export const planFor = (tenant: string) =>
  ({ tenant, ring: 'default', place: 'Vienna, room 3', handOver: false, people: PEOPLE }) as const;

/** Takes each step with what it wants, until `until` comes next or all are behind it. */
export async function goThrough(
  desk: Desk,
  { tenant, holder, until }: { tenant: string; holder: Holder; until?: StepName },
): Promise<void> {
  const { custodian } = desk;
  let file: Uint8Array = new Uint8Array();
  for (let next = custodian.nextInCeremony(tenant); next !== null; next = custodian.nextInCeremony(tenant)) {
    const { step, value } = next;
    if (step === until) {
      return;
    }
    if (step === 'saved-before' || step === 'backup') {
      ({ file } = await backUp(desk, holder));
    } else if (step === 'generate') {
      await custodian.generateNext({ tenant });
    } else if (step === 'drill') {
      await custodian.drillBackup(from(file), openedBy(holder), 'keys.age');
    }
    await custodian.takeStep({ tenant, readBack: value === null ? undefined : readOut(value) });
  }
}
