// A tenant whose keys are quick to make, for each test, and what tests of one act on its keys ask.
import { beforeEach } from 'vitest';
import type { KeyState } from '../../shared/domain/limits.ts';
import { ACME, type Desk } from './desk.ts';
import { deskForEach } from './desk-for-each.ts';
import { newestEntries } from './on-record.ts';
import { keysOf, kidIn } from './tenant-keys.ts';

interface Acme {
  desk: Desk;
  /** Of its first key in that state. */
  kid: (state: KeyState) => string;
  /** By kid. */
  states: () => Record<string, KeyState>;
  /** The newest entry of the audit chain: action, subject, details. */
  newest: () => ReturnType<typeof newestEntries>[number] | undefined;
}

export function acmeForEach(): Acme {
  const desk = deskForEach();
  beforeEach(() => desk.custodian.addTenant({ ...ACME, alg: 'ES256' }));
  return {
    desk,
    kid: (state) => kidIn(desk, ACME.name, state),
    states: () => Object.fromEntries(keysOf(desk).map((key) => [key.kid, key.state])),
    newest: () => newestEntries(desk, 1)[0],
  };
}
