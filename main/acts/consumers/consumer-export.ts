// The right file for one consumer: in its format, of the rings that it verifies, and where a file holds one key, of the
// key that it needs next. What is saved is recorded as handed out to this consumer.
import { isSetFormat } from '../../../shared/domain/formats.ts';
import { isLiving } from '../../../shared/domain/limits.ts';
import type { Consumer, ConsumerExportArgs } from '../../../shared/domain/consumers/consumer.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { ExportedFile } from '../../../shared/domain/exports/exported-file.ts';
import type { KeyRing } from '../../../shared/domain/key-ring/ring.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { isKnownToHold, verifiesRing } from '../../../shared/domain/consumers/needs.ts';
import { fileLabel } from '../../../shared/domain/exports/file-names.ts';
import { findConsumer, findKey, findRing, findTenant, keysOfRing } from '../find.ts';
import type { FormattedFile } from '../../ports/formats.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { keyIn } from '../../../shared/domain/key-ring/lane.ts';
import { assertVerifies } from './consumers.ts';
import { keysForSet, setLabel, written } from '../exports/exports.ts';
import { beside, queued } from '../bound.ts';

/** A file for a consumer, and the keys whose public keys it brings into use there. */
export interface ConsumerFile {
  file: FormattedFile & ExportedFile;
  kids: string[];
}

export const exportForConsumer = beside(
  async ({ registry, formats }, args: ConsumerExportArgs): Promise<ConsumerFile> => {
    const { tenant, order, rings } = registry.read((reader) => {
      const found = findTenant(reader, args.tenant);
      const consumer = findConsumer(reader, found, args.consumer);
      return { tenant: found, order: orderFor(reader, found, consumer, args), rings: reader.rings(found.id) };
    });
    const kids = order.keys.flatMap(({ kid, state }) => (isLiving(state) ? [kid] : []));
    return { file: written(await formats.writer(), tenant, order, { rings }), kids };
  },
);

type ConsumerPlace = Pick<ConsumerExportArgs, 'tenant' | 'consumer'>;

export interface GivenFile {
  kids: readonly string[];
  file: Pick<ExportedFile, 'format' | 'fileName' | 'sha256'>;
}

/** Leaves the note that the consumer was given the file. */
export const recordConsumerExport = queued((ports, place: ConsumerPlace, { kids, file }: GivenFile): void => {
  const { registry, clock } = ports;
  const { tenant: tenantName, consumer: name } = place;
  const at = clock.now().toISOString();
  const { format, fileName, sha256 } = file;
  const details = { consumer: name, kids, format, fileName, sha256 };
  registry.change({ action: 'consumer.exported', subject: tenantName, details }, (writer) => {
    const { id } = findConsumer(writer, findTenant(writer, tenantName), name);
    for (const kid of kids) {
      writer.addConsumerNote({ consumerId: id, kid, kind: 'handed-out', at });
    }
  });
});

function orderFor(
  reader: RegistryReader,
  tenant: Tenant,
  consumer: Consumer,
  { kid, ring }: Pick<ConsumerExportArgs, 'kid' | 'ring'>,
): Parameters<typeof written>[2] {
  const { format, name } = consumer;
  if (format === null) {
    throw new CustodianError('CONSUMER_NEEDS_NO_FILE', { consumer: name });
  }
  const all = reader.rings(tenant.id);
  const verified =
    ring === undefined ? all.filter((one) => verifiesRing(consumer, one)) : [findRing(reader, tenant, ring)];
  const key = kid === undefined ? null : findKey(reader, tenant, kid);
  for (const one of [...verified, ...all.filter(({ id }) => id === key?.ringId)]) {
    assertVerifies(consumer, one);
  }
  if (isSetFormat(format)) {
    const label = setLabel(
      format,
      verified.length === all.length ? undefined : verified.map((one) => one.name).join('-'),
    );
    return { format, keys: keysForSet(reader, tenant, verified, format), label };
  }
  const needed = key ?? neededNext(reader, consumer, verified);
  return { format, keys: [needed], label: fileLabel(needed) };
}

/** The key that signs, unless the consumer was given that one or has it: then the one that will sign. */
function neededNext(reader: RegistryReader, consumer: Consumer, rings: readonly KeyRing[]): SigningKey {
  const [ring, other] = rings;
  if (ring === undefined || other !== undefined) {
    const problem = { code: 'which-ring', consumer: consumer.name, rings: rings.length } as const;
    throw new CustodianError('INPUT_INVALID', { field: 'ring', problem });
  }
  const keys = keysOfRing(reader, ring);
  const [current, next] = [keyIn('current', keys), keyIn('next', keys)];
  const notes = reader.consumerNotes(consumer.tenantId).filter(({ consumerId }) => consumerId === consumer.id);
  const candidates = [current, next].filter((key) => key !== null);
  const needed = candidates.find(({ kid }) => !isKnownToHold(kid, notes)) ?? candidates[0];
  if (needed === undefined) {
    throw new CustodianError('RING_HAS_NO_CURRENT', { ring: ring.name });
  }
  return needed;
}
