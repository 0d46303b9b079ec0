// What a part of the product asks of the registry, and how it changes it. All parts together are in doors.ts.
import type { RegistryReader } from '../ports/registry-reader.ts';
import type { RegistryWriter } from '../ports/registry-writer.ts';
import type { Changes, Reads } from './rows.ts';

export interface Subject {
  reads(rows: Reads): Partial<RegistryReader>;
  /** `actor` is who acts. */
  changes(rows: Changes & Reads, actor: string): Partial<RegistryWriter>;
}
