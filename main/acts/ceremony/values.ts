// What people compare in a step: read out to another, or held against a watch. How much of it is read out is the domain's rule.
import type { CeremonyStep } from '../../../shared/domain/ceremony/ceremony.ts';
import type { KnownFacts, StepName } from '../../../shared/domain/ceremony/steps.ts';
import type { Ports } from '../../ports/ports.ts';
import { findKey, findTenant } from '../find.ts';
import { ownDevice } from '../four-eyes/gate.ts';

interface Standing {
  steps: readonly CeremonyStep[];
  known: KnownFacts;
}

type Shown = (ports: Pick<Ports, 'registry' | 'formats' | 'clock'>, standing: Standing) => string | null;

const VALUES: Partial<Record<StepName, Shown>> = {
  clock: ({ clock }) => clock.now().toISOString(),
  'read-device': ({ registry }) => registry.read(ownDevice),
  'read-kid': (_, { known }) => known.kid,
  'read-certificate'({ registry, formats }, { known: { tenant, kid } }) {
    if (kid === null) {
      return null;
    }
    const key = registry.read((reader) => findKey(reader, findTenant(reader, tenant), kid));
    // As everybody else writes it: with colons, in capitals. Read out are its digits.
    const { sha256 } = formats.certificateFacts(Buffer.from(key.certificate, 'base64'));
    return sha256.replaceAll(':', '').toLowerCase();
  },
  'read-backup'(_, { steps }) {
    const sha256 = steps.find(({ step }) => step === 'backup')?.facts['sha256'];
    return typeof sha256 === 'string' ? sha256 : null;
  },
};

/** `null` where there is nothing to compare, or not yet, as after a step that was gone past. */
export function valueShown(ports: Parameters<Shown>[0], step: StepName, standing: Standing): string | null {
  return VALUES[step]?.(ports, standing) ?? null;
}
