// Two views of the same ports. Looks get a registry that can only be read. Acts get one whose records are held against
// their hashes, and whose every change is told to the keychain.
import { CustodianError } from '../../../shared/errors.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Registry } from '../../ports/registry.ts';
import type { StateGate } from './state-gate.ts';

export function lookingPorts(ports: Ports): Ports {
  const registry: Registry = {
    ...ports.registry,
    change: refuse,
    noteIntents: refuse,
    noteDrift: refuse,
    noteSeal: refuse,
  };
  return { ...ports, registry };
}

/** A change that no gate was asked for is a fault of this program. */
const refuse = (): never => {
  throw new CustodianError('INTERNAL', { reference: 'a change outside of an act' });
};

export function actingPorts(ports: Ports, gate: Pick<StateGate, 'note'>): Ports {
  const { vouched } = ports.registry.state;
  const noted =
    <A extends unknown[], T>(change: (...args: A) => T) =>
    (...args: A): T => {
      const result = change(...args);
      gate.note();
      return result;
    };
  const registry: Registry = {
    ...ports.registry,
    read: vouched.read,
    copy: vouched.copy,
    change(act, work) {
      const result = vouched.change(act, work);
      gate.note();
      return result;
    },
    noteIntents: noted(vouched.noteIntents),
    noteDrift: noted(vouched.noteDrift),
    noteSeal: noted(vouched.noteSeal),
  };
  return { ...ports, registry };
}
