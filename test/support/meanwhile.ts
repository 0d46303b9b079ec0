// A custodian of the same stores, past which somebody else acts while it is at work.
import { createCustodian, type Custodian } from '../../main/acts/custodian.ts';
import type { Desk } from './desk.ts';

/** Once, when it has made its first key. */
export function whileAKeyIsMade({ ports }: Pick<Desk, 'ports'>, act: () => Promise<unknown>): Custodian {
  const { keys } = ports;
  let acted = false;
  return createCustodian({
    ...ports,
    keys: {
      ...keys,
      async create(name, order) {
        const made = await keys.create(name, order);
        if (!acted) {
          acted = true;
          await act();
        }
        return made;
      },
    },
  });
}
