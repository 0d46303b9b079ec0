// What became of a copy that was handed over: its recipient has it, and later it is gone. Each is said once, by a person who
// knows it from elsewhere, and stays in the ledger.
import { type HandOver, readBackOf } from '../../../shared/domain/exports/hand-over.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { bound } from '../bound.ts';
import { findKey, findTenant } from '../find.ts';

/** Throws HAND_OVER_READ_WRONG when what was read is neither of the file nor of the key. */
export const confirmCopy = bound(
  'handover.confirm',
  ({ registry, clock }, { tenant: name, number, fingerprint }): HandOver => {
    const { tenant, copy, publicKey } = registry.read((reader) => {
      const found = copyIn(reader, name, number);
      return { ...found, publicKey: findKey(reader, found.tenant, found.copy.kid).spkiSha256 };
    });
    refuseTwice(copy, 'confirmed', copy.confirmedAt);
    const by = readBackOf(fingerprint, copy.sha256, publicKey);
    if (by === null) {
      throw new CustodianError('HAND_OVER_READ_WRONG', { number, to: copy.to });
    }
    const at = clock.now().toISOString();
    const details = { number, kid: copy.kid, to: copy.to, by };
    registry.change({ action: 'key.hand-over-confirmed', subject: tenant.name, details }, (writer) =>
      writer.noteCopyConfirmed(number, at, by),
    );
    return { ...copy, confirmedAt: at, confirmedBy: by };
  },
);

export const copyDestroyed = bound(
  'handover.destroyed',
  ({ registry, clock }, { tenant: name, number, how }): HandOver => {
    const { tenant, copy } = registry.read((reader) => copyIn(reader, name, number));
    refuseTwice(copy, 'destroyed', copy.destroyedAt);
    const at = clock.now().toISOString();
    const details = { number, kid: copy.kid, to: copy.to, how };
    registry.change({ action: 'key.copy-destroyed', subject: tenant.name, details }, (writer) =>
      writer.noteCopyDestroyed(number, at, how),
    );
    return { ...copy, destroyedAt: at, destroyedHow: how };
  },
);

function copyIn(reader: RegistryReader, name: string, number: number) {
  const tenant = findTenant(reader, name);
  const copy = reader.handOvers(tenant.id).find((one) => one.number === number);
  if (copy === undefined) {
    throw new CustodianError('HAND_OVER_NOT_FOUND', { tenant: tenant.name, number });
  }
  return { tenant, copy };
}

function refuseTwice({ number }: HandOver, what: 'confirmed' | 'destroyed', at: string | null): void {
  if (at !== null) {
    throw new CustodianError('HAND_OVER_SAID', { number, what, at });
  }
}
