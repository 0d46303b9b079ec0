// A key ceremony: begun, gone through step by step, ended. Each of these is one entry of the audit chain and nothing else, so
// that whatever stops it loses nothing. On the command line alone: the page has no part in it.
import {
  type Ceremony,
  CEREMONY_ACTIONS,
  type CeremonyPlan,
  isUntried,
  nextStep,
  type StepProblem,
} from '../../../shared/domain/ceremony/ceremony.ts';
import { scriptOf, type StepFacts, type StepName } from '../../../shared/domain/ceremony/steps.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { Ports } from '../../ports/ports.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { openDevice } from '../audit/device.ts';
import { looking, piece, queued } from '../bound.ts';
import { findRing, tenantInUse } from '../find.ts';
import { ceremonyOf, knownNow, openCeremony } from './find.ts';
import { actInTurn, lookFor } from './looks.ts';
import { valueShown } from './values.ts';

/** One at a time for a tenant. Throws CEREMONY_OPEN. */
export const beginCeremony = queued(
  async (ports: Ports, { tenant: name, ...plan }: CeremonyPlan): Promise<Ceremony> => {
    // The device signs the minutes: it must be able to before anybody is called together.
    await openDevice(ports, 'ceremony');
    const { registry, random } = ports;
    const id = random.uuid();
    const { tenant, ring } = registry.read((reader) => {
      const found = tenantInUse(reader, name);
      return { tenant: found.name, ring: findRing(reader, found, plan.ring).name };
    });
    const details = { id, ...plan, ring, steps: scriptOf(plan) };
    registry.change({ action: CEREMONY_ACTIONS.begun, subject: tenant, details }, (writer) => {
      // Read before this one is written.
      const open = ceremonyOf(writer, tenant);
      if (open?.ended === null) {
        throw new CustodianError('CEREMONY_OPEN', { tenant, at: open.begun.at });
      }
    });
    return registry.read((reader) => openCeremony(reader, tenant));
  },
);

export interface StepToCome {
  step: StepName;
  /** What people compare; `null` where the step has nothing of the kind, or not yet. */
  value: string | null;
  /** Of the key that it is about; `null` before there is one. */
  kid: string | null;
  /** Whether its act is done, and shows in the chain. */
  shown: boolean;
}

/** What comes next; `null` when every step is behind it. Throws CEREMONY_NONE. */
export const nextInCeremony = looking((ports: Ports, tenant: string): StepToCome | null => {
  const { ceremony, known } = ports.registry.read((reader) => standing(reader, tenant));
  const step = nextStep(ceremony);
  if (step === null) {
    return null;
  }
  const shown = actInTurn(ports, { ceremony, known, step }) !== null;
  return { step, value: valueShown(ports, step, { steps: ceremony.steps, known }), kid: known.kid, shown };
});

function standing(reader: RegistryReader, tenant: string) {
  const ceremony = openCeremony(reader, tenant);
  return { ceremony, known: knownNow(reader, ceremony) };
}

/** Looks whether the next step holds, and records it. Throws CEREMONY_STEP_FAILED, CEREMONY_STEPS_DONE. */
export const takeStep = piece(
  (room) =>
    async ({ tenant, readBack }: { tenant: string; readBack?: string | undefined }) => {
      const { ceremony, known } = room.looking.registry.read((reader) => standing(reader, tenant));
      const step = requireStep(ceremony);
      const found = await lookFor(room, { ceremony, known, step, readBack });
      if ('problem' in found) {
        const { problem } = found;
        if (!isUntried(problem)) {
          await room.queued((ports) => record(ports, ceremony, { action: CEREMONY_ACTIONS.failed, step, problem }));
        }
        throw new CustodianError('CEREMONY_STEP_FAILED', { tenant: ceremony.tenant, step, problem });
      }
      return room.queued((ports) =>
        record(ports, ceremony, { action: CEREMONY_ACTIONS.done, step, facts: found.facts }),
      );
    },
);

/** Goes past the next step without it. */
export const deviateFrom = queued((ports: Ports, { tenant, reason }: { tenant: string; reason: string }): Ceremony => {
  const ceremony = ports.registry.read((reader) => openCeremony(reader, tenant));
  return record(ports, ceremony, { action: CEREMONY_ACTIONS.deviated, step: requireStep(ceremony), reason });
});

export const noteInCeremony = queued((ports: Ports, { tenant, text }: { tenant: string; text: string }): Ceremony => {
  const ceremony = ports.registry.read((reader) => openCeremony(reader, tenant));
  return record(ports, ceremony, { action: CEREMONY_ACTIONS.noted, text });
});

/** Throws CEREMONY_STEPS_LEFT. */
export const closeCeremony = queued((ports: Ports, { tenant }: { tenant: string }): Ceremony => {
  const ceremony = ports.registry.read((reader) => openCeremony(reader, tenant));
  const left = nextStep(ceremony);
  if (left !== null) {
    throw new CustodianError('CEREMONY_STEPS_LEFT', { tenant: ceremony.tenant, step: left });
  }
  return record(ports, ceremony, { action: CEREMONY_ACTIONS.closed });
});

export const abandonCeremony = queued(
  (ports: Ports, { tenant, reason }: { tenant: string; reason: string }): Ceremony => {
    const ceremony = ports.registry.read((reader) => openCeremony(reader, tenant));
    return record(ports, ceremony, { action: CEREMONY_ACTIONS.abandoned, reason });
  },
);

function requireStep(ceremony: Ceremony): StepName {
  const step = nextStep(ceremony);
  if (step === null) {
    throw new CustodianError('CEREMONY_STEPS_DONE', { tenant: ceremony.tenant });
  }
  return step;
}

interface Happened {
  action: string;
  step?: StepName;
  facts?: StepFacts;
  problem?: StepProblem;
  reason?: string;
  text?: string;
}

/** Nobody else went on meanwhile: the step is still the next one when it is recorded. */
function record({ registry }: Ports, seen: Ceremony, { action, ...told }: Happened): Ceremony {
  const { tenant, id } = seen;
  registry.change({ action, subject: tenant, details: { id, ...told } }, (writer) => {
    const now = openCeremony(writer, tenant);
    if (now.id !== id || nextStep(now) !== nextStep(seen)) {
      throw new CustodianError('CONFIRMATION_CHANGED', {});
    }
  });
  return registry.read((reader) => ceremonyOf(reader, tenant) ?? seen);
}
