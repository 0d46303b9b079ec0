// The passphrase of the vault: set, changed, removed. Each is recorded just before its last step, so none is ever done without a
// record; what is broken off between the two is recorded, and to be done once more.
import type { Finding } from '../../../shared/domain/doctor/report.ts';
import type { Ports } from '../../ports/ports.ts';
import { Secret } from '../../ports/secret.ts';
import type { ReportProgress } from '../../ports/stopping.ts';
import { piece, queued, type Room } from '../bound.ts';
import { damagedFindings } from '../custody/damaged.ts';
import { keptNames } from './names.ts';
import { proofBy, proofBySystem } from './proof.ts';

type Recorded = 'vault.passphrase-set' | 'vault.passphrase-changed' | 'vault.passphrase-removed';

const wipe = (given: readonly unknown[]): void =>
  given.forEach((each) => (each instanceof Uint8Array ? each.fill(0) : undefined));

const findingsOf = ({ registry }: Pick<Ports, 'registry'>, damaged: readonly string[]): Finding[] =>
  registry.read((reader) => damagedFindings(reader, damaged));

const recordIn =
  ({ registry }: Pick<Ports, 'registry'>, action: Recorded) =>
  (damaged: readonly string[] = []): void => {
    const found = findingsOf({ registry }, damaged);
    const details = found.length === 0 ? {} : { damaged: found.map(({ code, facts }) => ({ code, ...facts })) };
    registry.change({ action, subject: 'vault', details }, () => undefined);
  };

/** UTF-8; overwritten. Answers with what was damaged already and stays so. Throws VAULT_PASSPHRASE_SET and INPUT_INVALID. */
export const setPassphrase = queued(
  async (ports, passphrase: Uint8Array, told?: ReportProgress): Promise<Finding[]> => {
    using secret = new Secret(passphrase);
    const names = ports.registry.read(keptNames);
    return findingsOf(
      ports,
      await ports.lock.set(secret, names, { told, recorded: recordIn(ports, 'vault.passphrase-set') }),
    );
  },
  wipe,
);

/** Both are overwritten. Throws VAULT_PASSPHRASE_WRONG, VAULT_GUESSES, VAULT_PASSPHRASE_NONE and INPUT_INVALID. */
export const changePassphrase = queued(async (ports, from: Uint8Array, to: Uint8Array): Promise<void> => {
  using former = new Secret(from);
  using next = new Secret(to);
  await ports.lock.change(former, next, recordIn(ports, 'vault.passphrase-changed'));
}, wipe);

/** Answers as `setPassphrase` does. Throws VAULT_PASSPHRASE_WRONG, VAULT_GUESSES and VAULT_PASSPHRASE_NONE. */
export const removePassphrase = queued(
  async (ports, passphrase: Uint8Array, told?: ReportProgress): Promise<Finding[]> => {
    using secret = new Secret(passphrase);
    const names = ports.registry.read(keptNames);
    const recorded = recordIn(ports, 'vault.passphrase-removed');
    return findingsOf(ports, await ports.lock.remove(secret, names, { told, recorded }));
  },
  wipe,
);

/** No act: without it there is none. Throws VAULT_PASSPHRASE_WRONG, VAULT_GUESSES and VAULT_PASSPHRASE_NONE. */
export const unlock = piece((room) => async (passphrase: Uint8Array): Promise<void> => {
  using secret = new Secret(passphrase);
  await room.looking.lock.unlock(secret);
  await goOn(room);
});

/** For who holds it for a time. `null` when it is locked. */
export const copyOfKey = piece((room) => () => room.looking.lock.copyOfKey());

/** UTF-8; overwritten. Throws VAULT_PASSPHRASE_WRONG, VAULT_GUESSES and VAULT_PASSPHRASE_NONE. */
export const prove = piece((room) => (passphrase: Uint8Array) => proofBy(room.looking, passphrase));

/** The system asks in its own way. `null` when it says no. */
export const proveBySystem = piece((room) => (ask: () => Promise<boolean>) => proofBySystem(room.looking, ask));

export const sealState = piece((room) => () => room.looking.lock.state());

/** At once, whatever runs: what needs a key after this is refused, and what was begun is settled when it is unlocked. */
export const lock = piece((room) => (): void => {
  room.looking.lock.lock();
  room.forget();
});

/** What was broken off while a passphrase was set or removed. */
async function goOn({ looking, queued: inTurn }: Room): Promise<void> {
  const { stage } = await looking.lock.state();
  if (stage === 'sealing' || stage === 'opening') {
    await inTurn(async (ports) => {
      const recorded = recordIn(ports, stage === 'sealing' ? 'vault.passphrase-set' : 'vault.passphrase-removed');
      await ports.lock.resume(ports.registry.read(keptNames), { recorded });
    });
  }
}
