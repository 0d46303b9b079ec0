// Reading the audit chain, checking it from its first entry, and handing it out as a file that proves itself.
import { isCustodianError } from '../../../shared/errors.ts';
import type { AuditEntry, AuditProblem, AuditVerdict } from '../../../shared/domain/audit/entry.ts';
import { announcedAfter, type KeychainAnchor, stateProblem, verdictOn } from './anchor.ts';
import { selectedEntries } from '../../../shared/domain/audit/selection.ts';
import { verifyChain } from '../../../shared/domain/audit/chain.ts';
import { auditBatches, hashAt } from '../../ports/audit-entries.ts';
import { type AuditFile, type AuditFileDraft, draftAuditFile, writeAuditFile } from './file.ts';
import { readKeychainAnchor, type Sealing } from './sealing.ts';
import { openDevice } from './device.ts';
import type { Ports } from '../../ports/ports.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import type { StateGate } from './state-gate.ts';
import { arranged, bound, piece } from '../bound.ts';

export const listAudit = bound('audit.list', ({ registry }, { afterSeq, limit, ...selection }): AuditEntry[] => {
  return registry.read((reader) => {
    if (Object.values(selection).every((wanted) => wanted === undefined)) {
      return reader.audit(afterSeq, limit);
    }
    const all = [...auditBatches(reader)].flat();
    return selectedEntries(all, selection)
      .filter(({ seq }) => seq > afterSeq)
      .slice(0, limit);
  });
});

/** Asks the keychain too when it is open; a closed one is no fault of the chain, and the verdict says so. */
async function verdictNow(
  ports: Pick<Ports, 'registry' | 'keys' | 'secrets'>,
  gate: Pick<StateGate, 'problem'>,
): Promise<AuditVerdict> {
  const keychain = await readKeychainAnchor(ports).catch(unlessClosed);
  const verdict = ports.registry.read((reader) => wholeVerdict(reader, keychain));
  const problem = keychain === null ? differsAnyway(ports) : stateProblem(await gate.problem(true).catch(unlessClosed));
  return problem !== null && verdict.problem === null ? { ...verdict, ok: false, problem } : verdict;
}

/** Whoever changed records and not their hashes is noticed without the keychain too. */
function differsAnyway({ registry }: Pick<Ports, 'registry'>): AuditProblem | null {
  const { state } = registry;
  const differs = state.mark() !== null && [...state.differences()].some(({ part }) => part !== 'seal');
  return differs ? 'state-altered' : null;
}

function unlessClosed(error: unknown): null {
  if (isCustodianError(error) && error.code.startsWith('VAULT_')) {
    return null;
  }
  throw error;
}

export function wholeVerdict(reader: RegistryReader, keychain: KeychainAnchor | null): AuditVerdict {
  let announced: string | null = null;
  function* watched(): Generator<AuditEntry[]> {
    for (const batch of auditBatches(reader)) {
      announced = batch.reduce((last, entry) => announcedAfter(entry, last), announced);
      yield batch;
    }
  }
  const chain = verifyChain(watched());
  return verdictOn(chain, announced, { anchor: reader.auditAnchor(), hashAt: (seq) => hashAt(reader, seq) }, keychain);
}

/** The whole chain as a file, signed. The hand-over is recorded after it, so the file does not hold its own entry. */
async function signedFile(ports: Sealing): Promise<AuditFile> {
  const device = await openDevice(ports, 'audit-file');
  return writeAuditFile(draft(ports), device);
}

/** Throws what is not about a closed keychain, an altered registry or a broken chain: those are no reason to keep it back. */
export function exportUnsigned(ports: Pick<Ports, 'registry' | 'clock'>, why: unknown): Promise<AuditFile> {
  if (isCustodianError(why) && /^(VAULT|REGISTRY|AUDIT)_/.test(why.code)) {
    return writeAuditFile(draft(ports), null);
  }
  throw why;
}

const draft = ({ registry, clock }: Pick<Ports, 'registry' | 'clock'>): AuditFileDraft =>
  registry.read((reader) => draftAuditFile(reader, clock.now().toISOString()));

function recordFile(
  { registry }: Pick<Ports, 'registry'>,
  { fileName, sha256, entries, signed }: { fileName: string; sha256: string; entries: number; signed: boolean },
): void {
  registry.change(
    { action: 'audit.exported', subject: 'audit chain', details: { fileName, sha256, entries, signed } },
    () => undefined,
  );
}

export const verifyAudit = arranged(
  'audit.verify',
  ({ looking, gate, alone }) =>
    () =>
      alone(() => verdictNow(looking, gate)),
);

/** The chain as a file that proves itself. A closed keychain, or an altered registry, is no reason to keep it back. */
export const exportAudit = piece(
  ({ looking, beside }) =>
    (): Promise<AuditFile> =>
      beside(signedFile).catch((error: unknown) => exportUnsigned(looking, error)),
);

export const recordAuditExport = piece(
  ({ queued }) =>
    async (file: Parameters<typeof recordFile>[1]): Promise<void> => {
      // What proves nothing to others needs no entry, and a registry that cannot be changed could take none.
      if (file.signed) {
        await queued((ports) => recordFile(ports, file));
      }
    },
);
