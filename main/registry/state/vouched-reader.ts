// The reader of acts: before a record is handed out, the rows that it was read from are held against their hashes. The
// compiler asks for a line here when the reader learns to answer another question.
import type { RegistryReader } from '../../ports/registry-reader.ts';
import type { StateKeeper } from './keeper.ts';
import { NOBODY } from './tables.ts';

type Hold = Pick<StateKeeper, 'hold' | 'holdTable'>;

/** What stands behind an answer: rows of the tenant that is named first, rows of no tenant, or whole tables. */
type Source = { own: readonly string[] } | { common: readonly string[] } | { whole: readonly string[] };

/** The audit chain is bound by the hash of its newest entry, which every act compares first. */
const CHAIN: Source = { common: [] };

const SOURCES: Record<Exclude<keyof RegistryReader, 'tenantByName' | 'keysToErase'>, Source> = {
  tenants: { whole: ['tenants'] },
  keyNames: { whole: ['keys'] },
  allKeyDates: { whole: ['keys'] },
  allConsumers: { whole: ['consumers'] },
  allRings: { whole: ['rings'] },
  lastPublishedAt: { whole: ['publications'] },
  lastSets: { whole: ['last_sets'] },
  drifts: { whole: ['drift'] },
  compromisedOut: { whole: ['keys'] },
  rings: { own: ['rings'] },
  keys: { own: ['keys'] },
  keysBySpki: { whole: ['keys'] },
  lastPublication: { own: ['publications'] },
  keptForeign: { own: ['kept_foreign'] },
  publications: { own: ['publications'] },
  proofs: { own: ['proofs'] },
  evidence: { own: ['evidence'] },
  evidenceDocument: { own: ['evidence'] },
  drift: { own: ['drift'] },
  notes: { own: ['key_notes'] },
  consumers: { own: ['consumers'] },
  consumerNotes: { own: ['consumers'] },
  handOvers: { own: ['hand_overs'] },
  completedPlans: { own: ['completed_plans'] },
  policies: { common: ['policies'] },
  outbox: { whole: ['tenants', 'outbox'] },
  bundles: { own: ['bundles'] },
  bundlesOut: { whole: ['bundles'] },
  couriers: { common: ['couriers'] },
  carried: { common: ['carried'] },
  intents: { common: ['vault_intents'] },
  authorities: { common: ['authorities'] },
  proxy: { common: ['proxy'] },
  proxyAccount: { common: ['proxy_account'] },
  auditAnchor: { common: ['meta'] },
  auditHead: CHAIN,
  latestInstant: CHAIN,
  clockEntries: CHAIN,
  audit: CHAIN,
};

export function vouchedReader(reader: RegistryReader, { hold, holdTable }: Hold): RegistryReader {
  const holdSource = (source: Source, first: unknown): void => {
    if ('own' in source) {
      source.own.forEach((table) => hold(table, String(first)));
    } else if ('common' in source) {
      source.common.forEach((table) => hold(table, NOBODY));
    } else {
      source.whole.forEach(holdTable);
    }
  };
  const held = Object.fromEntries(
    Object.entries(SOURCES).map(([name, source]) => [
      name,
      (...args: unknown[]): unknown => {
        holdSource(source, args[0]);
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the table names members of the reader alone
        const ask = reader[name as keyof RegistryReader] as (...args: unknown[]) => unknown;
        return ask(...args);
      },
    ]),
  );
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every member is in the table, with its own arguments
    ...(held as unknown as Omit<RegistryReader, 'tenantByName' | 'keysToErase'>),
    consumerNotes(tenantId) {
      hold('consumers', tenantId);
      hold('consumer_notes', NOBODY);
      return reader.consumerNotes(tenantId);
    },
    keysToErase(at) {
      const due = reader.keysToErase(at);
      due.forEach(({ tenantId }) => hold('keys', tenantId));
      return due;
    },
    tenantByName(name) {
      const tenant = reader.tenantByName(name);
      if (tenant === null || tenant.name.toLowerCase() !== name.toLowerCase()) {
        // It may be one whose record was taken away.
        holdTable('tenants');
        return null;
      }
      hold('tenants', tenant.id);
      return tenant;
    },
  };
}
