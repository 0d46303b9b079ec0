// Single facts about the registry itself, each under a name.
import { table, text } from './codec.ts';
import type { Reads } from './rows.ts';

/** Names of what ties the audit chain to this device. */
export const DEVICE_KEY = 'audit-device-key';
export const SEAL = 'audit-seal';

export const META = table<{ name: string; value: string }>('meta', { name: text, value: text });

export const metaValue = (rows: Reads, name: string): string | null =>
  rows.all(META, 'WHERE name = ?', name)[0]?.value ?? null;
