// Proofs with their evidence, and the wait for caches before them.
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keysIn } from '../../../../shared/domain/published-set/recorded-set.ts';
import type { Evidence } from '../../../../shared/domain/evidence/evidence.ts';
import type { PublicWait } from '../../../../shared/domain/published-set/finding.ts';
import { waitWords } from '../../../../shared/words/en/publishing.ts';
import { ACME, type Desk, openDesk } from '../../../support/desk.ts';
import { push } from '../../../support/tenant-keys.ts';

let desk: Desk;
const tenant = 'Acme';
const noting = (waits: PublicWait[]) => ({ waiting: (wait: PublicWait) => void waits.push(wait) });

async function open(customKeysDelaySeconds = 0): Promise<void> {
  desk = openDesk({ sandbox: { customKeysDelaySeconds } });
  await desk.custodian.addTenant(ACME);
  await push(desk);
}
afterEach(() => desk.close());

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

describe('evidence', () => {
  beforeEach(() => open());

  it('is everything that somebody else needs to check a proof, and no token', async () => {
    const proofs = await desk.custodian.provePublication({ tenant });
    expect(proofs.map(({ ok, steps }) => [ok, steps.map(({ step }) => step)])).toEqual([
      [true, ['fetched', 'listed', 'signed', 'verified', 'issuer', 'canonical']],
    ]);
    const { bytes, ...summary } = await desk.custodian.evidenceFile({ tenant });
    expect(summary).toMatchObject({ ok: true, fileName: 'acme-proof-2026-11-22.json', sha256: sha256(bytes) });
    const document = JSON.parse(Buffer.from(bytes).toString('utf8')) as Evidence;
    const [proof] = document.proofs;
    expect(document).toMatchObject({ tenant, issuer: 'https://id.acme.example/', ok: true });
    expect(proof).toMatchObject({
      kid: proofs[0]?.kid,
      alg: 'RS256',
      token: { header: { alg: 'RS256' }, claims: { aud: 'key-custodian-probe' } },
      exchange: { status: 200, url: proofs[0]?.jwksUrl, bodySha256: proofs[0]?.jwksSha256 },
    });
    const body = document.bodies[proof?.exchange?.bodySha256 ?? ''] ?? '';
    expect(sha256(body)).toBe(proof?.exchange?.bodySha256);
    expect(keysIn(body).map(({ kid }) => kid)).toContain(proof?.kid);
    expect(Buffer.from(bytes).toString('utf8')).not.toMatch(/eyJ[\w-]+\.eyJ/);
  });

  it('is by the algorithm of each ring', async () => {
    await desk.custodian.addRing({ tenant, alg: 'PS256', name: 'second' });
    await push(desk);
    const proofs = await desk.custodian.provePublication({ tenant });
    const signed = proofs.map(({ steps }) => steps.find(({ step }) => step === 'signed')?.fact);
    expect(signed).toMatchObject([{ alg: 'RS256' }, { alg: 'PS256' }]);
    expect(proofs.map(({ ok }) => ok)).toEqual([true, true]);
  });

  it('is named by its hash in the audit chain, and found again by its id', async () => {
    await desk.custodian.provePublication({ tenant });
    await desk.custodian.provePublication({ tenant });
    const [newest, first] = desk.custodian.listEvidence({ tenant });
    expect((await desk.custodian.evidenceFile({ tenant })).id).toBe(newest?.id);
    expect((await desk.custodian.evidenceFile({ tenant, id: first?.id })).sha256).toBe(first?.sha256);
    const named = desk.custodian
      .listAudit({ afterSeq: 0, limit: 1000 })
      .filter(({ action }) => action === 'publish.verified')
      .map(({ details }) => details['evidence']);
    expect(named).toEqual([first, newest].map((one) => ({ id: one?.id, sha256: one?.sha256 })));
  });

  it('is missed in a sentence of its own', async () => {
    expect(desk.custodian.listEvidence({ tenant })).toEqual([]);
    await expect(desk.custodian.evidenceFile({ tenant })).rejects.toThrow(
      expect.objectContaining({ code: 'EVIDENCE_NOT_FOUND' }),
    );
  });
});

describe('waiting for the public key set', () => {
  it('ends when it shows every key, and then the proof holds', async () => {
    await open(45);
    const [early] = await desk.custodian.provePublication({ tenant });
    expect(early?.ok).toBe(false);
    const waits: PublicWait[] = [];
    const [proof] = await desk.custodian.provePublication({ tenant, waitSeconds: 300 }, noting(waits));
    expect(proof?.ok).toBe(true);
    // Caches may keep the set for 30 seconds, so it is not asked more often.
    expect(new Set(waits.map(({ look }) => look)).size).toBe(2);
    expect(waits[0]).toMatchObject({ missing: [expect.any(String), expect.any(String)], lingering: [], left: 30 });
    expect(waits.map(({ left }) => left).slice(0, 3)).toEqual([30, 29, 28]);
    expect(waitWords(waits[0] ?? never())).toBe('2 keys not public yet; checking again in 30 s');
  });

  it('ends with its time, and the proof says what is missing', async () => {
    await open(3600);
    const waits: PublicWait[] = [];
    const [proof] = await desk.custodian.provePublication({ tenant, waitSeconds: 100 }, noting(waits));
    expect(proof?.steps.at(-1)).toMatchObject({ step: 'listed', ok: false });
    expect(waits).toHaveLength(100);
  });

  it('does not begin for a key that was never sent: no wait brings it', async () => {
    await open();
    // A next key that was made after the push becomes current without having been pushed.
    await desk.custodian.rotateRing({ tenant, override: 'rehearsal' });
    await desk.custodian.rotateRing({ tenant, override: 'rehearsal' });
    const waits: PublicWait[] = [];
    const [proof] = await desk.custodian.provePublication({ tenant, waitSeconds: 300 }, noting(waits));
    expect(proof?.steps.at(-1)).toMatchObject({ step: 'listed', ok: false });
    expect(waits).toEqual([]);
  });

  it('can be stopped', async () => {
    await open(3600);
    const stop = new AbortController();
    await expect(
      desk.custodian.provePublication(
        { tenant, waitSeconds: 100 },
        { waiting: () => stop.abort(), signal: stop.signal },
      ),
    ).rejects.toMatchObject({ code: 'CANCELLED', facts: { action: { code: 'waiting-until-public' } } });
  });
});

function never(): never {
  throw new Error('there was no wait');
}
