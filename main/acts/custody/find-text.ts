// Whatever somebody pasted, looked for everywhere: among the keys of all tenants, in the sets that were sent and replaced, in
// the ledger of hand-overs, in the audit chain.
import type {
  FoundEntry,
  FoundHandOver,
  FoundInSet,
  FoundKeyInCustody,
  FoundText,
  IdentityKind,
} from '../../../shared/domain/find/found.ts';
import { isMeant, isWrittenIn, type Meant, meantBy } from '../../../shared/domain/find/meant.ts';
import type { HandOver } from '../../../shared/domain/exports/hand-over.ts';
import { MAX_PUBLICATIONS } from '../../../shared/domain/limits.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { parseJson } from '../../../shared/encoding/bounded-json.ts';
import { auditBatches } from '../../ports/audit-entries.ts';
import type { Formats } from '../../ports/formats.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { bound } from '../bound.ts';

/** More than anybody reads of one text. */
const MAX_ENTRIES = 50;

type Identities = Formats['identitiesOf'];

export const findText = bound('find.text', ({ registry, formats }, { text }): FoundText => {
  const meant = meantBy(text);
  return registry.read((reader) => {
    const tenants = reader.tenants();
    const keys = tenants.flatMap((tenant) => keysOf(reader, tenant, meant, formats.identitiesOf));
    return {
      keys,
      sets: tenants.flatMap((tenant) => setsOf(reader, tenant, meant, formats.identitiesOf)),
      handOvers: tenants.flatMap(({ id }) => reader.handOvers(id).flatMap((each) => handOverIn(each, meant))),
      ...entriesIn(reader, meant),
    };
  });
});

type Jwk = Readonly<Record<string, unknown>>;

function asWhat(meant: Meant, kid: string | null, jwk: Jwk, identities: Identities): IdentityKind[] {
  const isCalled = kid !== null && meant.text !== '' && kid.startsWith(meant.text) && meant.text.length >= MIN_KID;
  const digests = meant.hex.length === 0 ? [] : identities(jwk).filter(({ hex }) => isMeant(meant, hex));
  return [...new Set([...(isCalled || kid === meant.text ? ['kid' as const] : []), ...digests.map(({ as }) => as)])];
}

/** A beginning of a kid that is not there by chance. */
const MIN_KID = 4;

function keysOf(reader: RegistryReader, tenant: Tenant, meant: Meant, identities: Identities): FoundKeyInCustody[] {
  const rings = new Map(reader.rings(tenant.id).map(({ id, name }) => [id, name]));
  return reader.keys(tenant.id).flatMap(({ kid, state, ringId, jwk }) => {
    const as = asWhat(meant, kid, { ...jwk }, identities);
    return as.length === 0 ? [] : [{ tenant: tenant.name, ring: rings.get(ringId) ?? '', kid, state, as }];
  });
}

/** Keys of others: those in custody are found as such. */
function setsOf(reader: RegistryReader, tenant: Tenant, meant: Meant, identities: Identities): FoundInSet[] {
  const ours = new Set(reader.keys(tenant.id).map(({ kid }) => kid));
  const found = new Map<string, FoundInSet>();
  for (const { at, sent, replaced } of reader.publications(tenant.id, MAX_PUBLICATIONS)) {
    for (const jwk of [sent, replaced].flatMap(keysInSet)) {
      const kid = typeof jwk['kid'] === 'string' ? jwk['kid'] : null;
      const name = JSON.stringify(jwk);
      const as = found.has(name) || (kid !== null && ours.has(kid)) ? [] : asWhat(meant, kid, jwk, identities);
      if (as.length > 0) {
        found.set(name, { tenant: tenant.name, kid, at, as });
      }
    }
  }
  return [...found.values()];
}

function keysInSet(set: string | null): Jwk[] {
  const read: unknown = set === null ? null : parseJson(set);
  const list: unknown = Array.isArray(read) ? read : isObject(read) ? read['keys'] : null;
  return Array.isArray(list) ? list.filter(isObject) : [];
}

const isObject = (value: unknown): value is Jwk => typeof value === 'object' && value !== null && !Array.isArray(value);

function handOverIn({ number, at, tenant, kid, to, sha256, recipient }: HandOver, meant: Meant): FoundHandOver[] {
  const isRecipient = recipient !== null && isWrittenIn(meant, recipient, recipient.toLowerCase());
  const as = kid === meant.text ? 'kid' : isMeant(meant, sha256) ? 'file' : isRecipient ? 'recipient' : null;
  return as === null ? [] : [{ number, at, tenant, kid, to, as }];
}

function entriesIn(reader: RegistryReader, meant: Meant): Pick<FoundText, 'entries' | 'moreEntries'> {
  const found: FoundEntry[] = [];
  for (const batch of auditBatches(reader)) {
    for (const { seq, at, action, subject, details, hash } of batch) {
      const record = JSON.stringify(details);
      if (hash === meant.hex[0] || isWrittenIn(meant, record, record.toLowerCase())) {
        found.push({ seq, at, action, subject });
      }
    }
  }
  const newest = found.toReversed();
  return { entries: newest.slice(0, MAX_ENTRIES), moreEntries: Math.max(0, newest.length - MAX_ENTRIES) };
}
