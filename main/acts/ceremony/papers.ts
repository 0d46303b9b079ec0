// The papers of a ceremony. The script changes nothing; that minutes were made is recorded after them.
import { type Ceremony, type CeremonyPlan, countsOf } from '../../../shared/domain/ceremony/ceremony.ts';
import { type CeremonyMinutes, MINUTES_FORMAT, type SavedMinutes } from '../../../shared/domain/ceremony/papers.ts';
import { scriptOf } from '../../../shared/domain/ceremony/steps.ts';
import { notedText } from '../../../shared/domain/audit/noted-head.ts';
import { keyIn } from '../../../shared/domain/key-ring/lane.ts';
import type { CeremonyWords } from '../../../shared/words/words.ts';
import { auditBatches } from '../../ports/audit-entries.ts';
import type { Ports } from '../../ports/ports.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { openDevice } from '../audit/device.ts';
import { beside, looking } from '../bound.ts';
import { sha256Of, signedFile } from '../evidence/signed-file.ts';
import { findRing, findTenant, keysOfRing, tenantInUse } from '../find.ts';
import { ownDevice } from '../four-eyes/gate.ts';
import { showCeremony } from './find.ts';

/** A page that stands alone, of the tenant as it is now. */
export const drawScript = looking(
  async (
    { registry, clock, formats }: Ports,
    { tenant: name, ...plan }: CeremonyPlan,
    { date, words }: { date: string | null; words: CeremonyWords },
  ): Promise<Uint8Array> => {
    const draft = registry.read((reader) => {
      const tenant = tenantInUse(reader, name);
      const ring = findRing(reader, tenant, plan.ring);
      const keys = keysOfRing(reader, ring);
      return {
        tenant: { name: tenant.name, domain: tenant.domain, environment: tenant.environment },
        ring: ring.name,
        alg: ring.alg,
        current: keyIn('current', keys)?.kid ?? null,
        next: keyIn('next', keys)?.kid ?? null,
        device: ownDevice(reader),
      };
    });
    const { place, people, handOver } = plan;
    const madeAt = clock.now().toISOString();
    const writer = await formats.writer();
    return writer.ceremonyScript({ ...draft, place, people, handOver, date, steps: scriptOf(plan), madeAt }, words);
  },
);

export interface MinutesOutlets {
  words: CeremonyWords;
  /** Puts all files into a new folder and gives its name. */
  save: (files: readonly { fileName: string; bytes: Uint8Array }[]) => Promise<string>;
}

/** Of the newest ceremony of a tenant, also before it ended. Throws CEREMONY_NONE; AUDIT_BROKEN where something speaks against the chain. */
export const saveMinutes = beside(
  async (ports: Ports, tenant: string, { words, save }: MinutesOutlets): Promise<SavedMinutes> => {
    const device = await openDevice(ports, 'ceremony');
    const ceremony = showCeremony(ports, tenant);
    const minutes = ports.registry.read((reader) => minutesOf(reader, ceremony, ports.clock.now().toISOString()));
    const writer = await ports.formats.writer();
    const html = writer.ceremonyMinutes({ minutes, ceremony, device: device.fingerprint }, words);
    const pages = [{ fileName: 'minutes.html', bytes: html }];
    const file = { fileName: 'minutes.json', bytes: await signedFile(minutes, pages, device) };
    const folder = await save([file, ...pages]);
    const saved: SavedMinutes = {
      folder,
      id: minutes.id,
      ended: ceremony.ended?.how ?? null,
      ...countsOf(ceremony),
      entries: minutes.entries.length,
      sha256: sha256Of(file.bytes),
      files: [file, ...pages].map(({ fileName }) => fileName),
      before: notedText(minutes.before),
      anchor: notedText(minutes.anchor),
      device: device.fingerprint,
    };
    const { id, ended, entries, sha256 } = saved;
    const details = { id, ended, entries, sha256, folder };
    ports.registry.change({ action: 'ceremony.minutes-made', subject: ceremony.tenant, details }, () => undefined);
    return saved;
  },
);

function minutesOf(reader: RegistryReader, ceremony: Ceremony, madeAt: string): CeremonyMinutes {
  const { id, before, begun, ended } = ceremony;
  const { name, domain, environment } = findTenant(reader, ceremony.tenant);
  const since = [...auditBatches(reader, before.seq)].flat();
  const entries = ended === null ? since : since.filter(({ seq }) => seq <= ended.seq);
  const last = entries.at(-1) ?? begun;
  return {
    format: MINUTES_FORMAT,
    version: 1,
    id,
    madeAt,
    tenant: { name, domain, environment },
    before,
    anchor: { seq: last.seq, hash: last.hash },
    entries,
  };
}
