// A set that is at the tenant now, on record: sent from here and read back, or carried by a courier.
import type { Publication } from '../../../shared/domain/published-set/publication.ts';
import { canonicalJson } from '../../../shared/encoding/canonical-json.ts';
import type { RegistryWriter } from '../../ports/registry-writer.ts';

/** `body` as it was sent; `null` when the set was deleted. */
export function recordPublication(
  writer: RegistryWriter,
  { body, ...facts }: Omit<Publication, 'sent'> & { body: string | null },
): Publication {
  const publication = { ...facts, sent: body ?? canonicalJson({ keys: [] }) };
  writer.addPublication(publication);
  // Whatever waited for the network was about a set that is no longer there.
  writer.removeOutboxEntry(publication.tenantId);
  return publication;
}
