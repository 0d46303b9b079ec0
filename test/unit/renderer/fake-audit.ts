// An audit chain of any length. Its hashes are made up.
import type { AuditEntry } from '../../../shared/domain/audit/entry.ts';
import { madeUpHex } from './fake-data.ts';

const ACTS: [string, string, Record<string, unknown>][] = [
  ['tenant.added', 'acme', { environment: 'development', endpoint: 'sandbox' }],
  ['key.generated', 'acme/default', { alg: 'RS256', bits: 2048 }],
  ['publish.sent', 'acme', { keys: 2 }],
  ['key.rotated', 'acme/default', { reason: 'quarterly rotation' }],
  ['publish.confirmed', 'acme', { keys: 3 }],
  ['publish.verified', 'acme', { ok: true }],
  ['key.revoked', 'acme/default', { reason: 'replaced in the autumn rotation', compromised: false }],
];

export function makeAudit(length: number): AuditEntry[] {
  return Array.from({ length }, (_, index) => {
    const [action, subject, details] = ACTS[index % ACTS.length] ?? ['tenant.added', 'acme', {}];
    return {
      seq: index + 1,
      at: new Date(Date.UTC(2026, 8, 1, 9, 30) + index * 5_000_000).toISOString(),
      actor: 'officer via window',
      action,
      subject,
      details,
      previousHash: madeUpHex(`audit ${index}`),
      hash: madeUpHex(`audit ${index + 1}`),
    };
  });
}
