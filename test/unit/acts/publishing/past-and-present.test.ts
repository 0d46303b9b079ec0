// What is published now and what was before: the set key by key, the history for the page, the records of proofs as files.
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { evidenceFile, listEvidence } from '../../../../main/acts/publishing/evidence.ts';
import { pastPublications, publicationHistory, publishedKeys } from '../../../../main/acts/publishing/published.ts';
import { MAX_PUBLICATIONS } from '../../../../shared/domain/limits.ts';
import { toRemoteKey } from '../../../../shared/domain/published-set/published-key.ts';
import { materialOf } from '../../../../shared/domain/key-ring/same-key.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';
import { aKey } from '../../../support/keys.ts';
import { heldPlace } from '../../../support/held-place.ts';
import { after, aPublication, putOnRecord } from '../../../support/on-record.ts';
import { failureOf } from '../../../support/outcome.ts';
import { foreignKey } from '../../../support/remote-set.ts';

const tenant = 'Acme';
const desk = deskForEach();

describe('the set as it is there', () => {
  const key = aKey({ kid: 'ours', state: 'current' });
  const nothing = { ours: null, kept: null, since: null, exposed: [] };
  const remembered = (name: string, material: string) =>
    desk.ports.registry.change({ action: 'test', subject: tenant, details: {} }, (writer) =>
      writer.keepForeign('tenant', { name, material, reason: 'of the portal', at: after(0) }),
    );

  it('is told in its order, with whose each key is and what happened to it', async () => {
    const theirs = foreignKey('theirs');
    const { kid: _kid, ...nameless } = foreignKey('');
    putOnRecord(desk, { keys: [key], publications: [aPublication([key])] });
    const place = heldPlace([theirs, { ...key.jwk }, nameless]);
    const [one, ours, other] = [theirs, { ...key.jwk }, nameless].map((jwk) => toRemoteKey(jwk));
    expect(await publishedKeys(place.at(desk.ports), { tenant })).toEqual([
      { ...nothing, name: 'theirs', kty: 'EC', alg: 'ES256', thumbprint: one?.thumbprint, since: 'appeared' },
      {
        ...nothing,
        name: 'ours',
        kty: 'RSA',
        alg: 'RS256',
        thumbprint: ours?.thumbprint,
        ours: { kid: 'ours', state: 'current' },
      },
      { ...nothing, name: other?.thumbprint, kty: 'EC', alg: 'ES256', thumbprint: other?.thumbprint },
    ]);
  });

  it('names decisions about keys of others, and none about ours', async () => {
    const theirs = foreignKey('theirs');
    putOnRecord(desk, { keys: [key] });
    remembered('theirs', materialOf(toRemoteKey(theirs)));
    remembered('ours', materialOf(toRemoteKey({ ...key.jwk })));
    const keys = await publishedKeys(heldPlace([theirs, { ...key.jwk }]).at(desk.ports), { tenant });
    expect(keys.map(({ kept }) => kept?.reason ?? null)).toEqual(['of the portal', null]);
  });

  it('names the private members that a key shows', async () => {
    putOnRecord(desk);
    const keys = await publishedKeys(heldPlace([{ ...foreignKey('theirs'), d: 'AQAB' }]).at(desk.ports), { tenant });
    expect(keys.map(({ exposed }) => exposed)).toEqual([['d']]);
  });

  it('is not asked for where that was stopped', async () => {
    putOnRecord(desk);
    const place = heldPlace();
    const stopped = publishedKeys(place.at(desk.ports), { tenant }, { signal: AbortSignal.abort() });
    expect(await failureOf(stopped)).toMatchObject({ code: 'CANCELLED' });
    expect(place.asked).toEqual([]);
  });
});

describe('what was published before', () => {
  const key = aKey();
  const old = aPublication([key], { id: 'old', at: after(-9), sent: null });
  const fresh = aPublication([key], { id: 'fresh', at: after(-1) });
  beforeEach(() => void putOnRecord(desk, { keys: [key], publications: [old, fresh] }));

  it('is told newest first', () => {
    expect(publicationHistory(desk.ports, { tenant })).toEqual([fresh, old]);
  });

  it('reaches the page without its bytes', () => {
    const { sent: _sent, replaced: _replaced, tenantId: _tenantId, ...past } = fresh;
    expect(pastPublications(desk.ports, { tenant })).toEqual([
      { ...past, canComeBack: true },
      { ...past, id: 'old', at: after(-9), canComeBack: false },
    ]);
  });
});

describe('the record of a proof', () => {
  const written = (number: number) => `{"proof":${number}}`;
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const keep = (...numbers: number[]) =>
    desk.ports.registry.change({ action: 'test', subject: tenant, details: {} }, (writer) =>
      numbers.forEach((number) =>
        writer.addEvidence(
          'tenant',
          {
            id: `evidence-${number}`,
            at: after(number * 86_400),
            ok: true,
            kids: ['now'],
            sha256: sha256(written(number)),
          },
          written(number),
        ),
      ),
    );
  beforeEach(() => void putOnRecord(desk));

  it.each([
    ['the newest, where none is named', undefined, 2, '2026-11-24'],
    ['the one that is named', 'evidence-1', 1, '2026-11-23'],
  ])('is %s', (_, id, number, day) => {
    keep(1, 2);
    expect(evidenceFile(desk.ports, { tenant: 'acme', ...(id !== undefined && { id }) })).toEqual({
      id: `evidence-${number}`,
      at: after(number * 86_400),
      ok: true,
      kids: ['now'],
      sha256: sha256(written(number)),
      fileName: `acme-proof-${day}.json`,
      bytes: Buffer.from(written(number)),
    });
  });

  it.each([
    ['there is none', [], undefined],
    ['there is none of that id', [1], 'evidence-9'],
  ])('is missed where %s', (_, numbers, id) => {
    keep(...numbers);
    expect(() => evidenceFile(desk.ports, { tenant, ...(id !== undefined && { id }) })).toThrow(
      expect.objectContaining({ code: 'EVIDENCE_NOT_FOUND', facts: { tenant } }) as Error,
    );
  });

  it('is listed newest first, as many as are kept', () => {
    keep(...Array.from({ length: MAX_PUBLICATIONS + 1 }, (_, number) => number));
    const listed = listEvidence(desk.ports, { tenant });
    expect([listed.length, listed[0]?.id]).toEqual([MAX_PUBLICATIONS, `evidence-${MAX_PUBLICATIONS}`]);
  });
});
