// A use case that is killed, and the states that several of them start from.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Custodian } from '../../main/acts/custodian.ts';
import type { FaultDesk } from './fault-desk.ts';

export interface Act {
  /** Brings an empty folder into the state before the act. */
  prepare(desk: FaultDesk, folder: string): Promise<unknown>;
  run(custodian: Custodian, folder: string): Promise<unknown>;
  /** The audit action that is there once the act has happened; `null` for acts that repair. */
  leaves: string | null;
  /** What a second run is refused with, when the first one had happened; `null` when it simply works again. */
  again: string | null;
  /** When the state before it was made; long before, when left out. */
  preparedAt?: string;
  /** What must hold besides, in words where it does not. `acknowledged`: an officer was told that it is done. */
  also?(desk: FaultDesk, folder: string, acknowledged: boolean): string[];
}

/** When the acts are run. */
export const NOW = '2026-12-22T08:00:00.000Z';

/** Files that imports read, in the folder of the registry. */
export const IMPORTED = { small: 'small.pem', large: 'large.pem' } as const;

export const tenant = 'Acme';
export const ring = 'es256';
export const reason = 'a fault test';

export const ACME = {
  name: tenant,
  domain: 'acme.eu.auth0.com',
  customDomain: 'id.acme.example',
  environment: 'development',
  endpoint: 'jwks',
  apiBaseUrl: 'https://jwks.example/set',
  jwksUrl: null,
} as const;

export async function withTenant({ custodian }: FaultDesk): Promise<void> {
  await custodian.addTenant(ACME);
}

export async function withRing(desk: FaultDesk): Promise<void> {
  await withTenant(desk);
  await desk.custodian.addRing({ tenant, alg: 'ES256', name: ring });
}

export const stored = (custodian: Custodian, token: string): Promise<unknown> =>
  custodian.credentials.store(
    { tenant, kind: 'token' },
    { secret: Buffer.from(token), certificate: Buffer.alloc(0), key: Buffer.alloc(0) },
  );

/** In several parts in the keychain. */
export const LONG_TOKEN = 'a'.repeat(5000);

export async function withCredential(desk: FaultDesk): Promise<void> {
  await withTenant(desk);
  await stored(desk.custodian, LONG_TOKEN);
}

/** On another machine, of which nothing stays. */
export async function elsewhere(
  desk: FaultDesk,
  work: (other: FaultDesk, folder: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'elsewhere-'));
  const other = desk.beside(folder);
  await work(other, folder);
  await other.custodian.finish();
  other.close();
  rmSync(folder, { recursive: true });
}

/** How often an act happened, as the audit chain has it. */
export const timesDone = ({ ports }: FaultDesk, action: string | null): number =>
  ports.registry.read((reader) => reader.audit(0, 1000).filter((entry) => entry.action === action).length);
