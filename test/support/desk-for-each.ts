// A desk for every test of a file or a group: there before its other set-up, and closed after it.
import { afterEach, beforeEach } from 'vitest';
import { type Desk, openDesk } from './desk.ts';

export function deskForEach(options?: Parameters<typeof openDesk>[0]): Desk {
  let opened: Desk | null = null;
  const now = (): Desk => {
    if (opened === null) {
      throw new Error('a desk is there within a test');
    }
    return opened;
  };
  beforeEach(() => {
    opened = openDesk(options);
  });
  afterEach(() => now().close());
  return {
    get custodian() {
      return now().custodian;
    },
    get ports() {
      return now().ports;
    },
    get vault() {
      return now().vault;
    },
    get sandbox() {
      return now().sandbox;
    },
    get faults() {
      return now().faults;
    },
    get folder() {
      return now().folder;
    },
    advance: (milliseconds) => now().advance(milliseconds),
    putAway: () => now().putAway(),
    close: () => now().close(),
  };
}
