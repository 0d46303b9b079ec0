// The same over the real acts: whatever officers, intruders and clocks did before, there is a permitted sequence of acts that
// takes a compromised key down, and that leaves the tenant with a set that can be pushed and is in step.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isError } from '../../../../shared/domain/published-set/findings.ts';
import { isLiving } from '../../../../shared/domain/limits.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import { isCustodianError } from '../../../../shared/errors.ts';
import { ACME, type Desk, openDesk } from '../../../support/desk.ts';
import { startJwksServer } from '../../../support/jwks-server.ts';
import { changeElsewhere, foreignKey } from '../../../support/remote-set.ts';

const tenant = 'Acme';
const DAY = 86_400_000;
const HOST = 'id.acme.example';
/** It is overwritten once it is kept. */
const token = () => ({
  secret: Buffer.from('token-0123456789'),
  certificate: Buffer.alloc(0),
  key: Buffer.alloc(0),
});

class Officer {
  readonly desk: Desk;
  /** By how many seconds servers are ahead of this machine. */
  serversAhead = 0;
  private rings = 1;

  constructor() {
    this.desk = openDesk({ serversAhead: () => this.serversAhead });
  }

  private get acts(): Desk['custodian'] {
    return this.desk.custodian;
  }

  keys(): SigningKey[] {
    return this.acts.showTenant({ tenant }).rings.flatMap(({ keys }) => keys);
  }

  private one(pick: number, ...states: SigningKey['state'][]): string {
    const found = this.keys().filter(({ state }) => states.includes(state));
    return found[pick % Math.max(1, found.length)]?.kid ?? 'none';
  }

  private ring(pick: number): string {
    const rings = this.acts.showTenant({ tenant }).rings.map(({ ring }) => ring.name);
    return rings[pick % rings.length] ?? '';
  }

  /** What is refused is refused: that is one of the states to get out of. */
  async try(act: Act, pick: number): Promise<void> {
    try {
      await this.does(act, pick);
    } catch (error) {
      if (!isCustodianError(error)) {
        throw error;
      }
    }
  }

  private async does(act: Act, pick: number): Promise<unknown> {
    const override = 'a walk through the rules';
    switch (act) {
      case 'rotate':
        return this.acts.rotateRing({ tenant, ring: this.ring(pick), override });
      case 'generate':
        return this.acts.generateNext({ tenant, ring: this.ring(pick) });
      case 'revoke':
        return this.acts.revokeKey({
          tenant,
          kid: this.one(pick, 'previous'),
          reason: 'old',
          compromised: pick % 2 === 0,
          override,
        });
      case 'withdraw':
        return this.acts.withdrawKey({ tenant, kid: this.one(pick, 'next'), reason: 'leaked', compromised: true });
      case 'add-ring':
        this.rings += 1;
        return this.acts.addRing({ tenant, alg: 'ES256', name: `ring-${this.rings}` });
      case 'retire-ring':
        return this.acts.retireRing({ tenant, ring: this.ring(pick), reason: 'no longer used' });
      case 'push':
        return this.push();
      case 'intrude':
        return changeElsewhere(this.desk, tenant, (set) => [...set, foreignKey(`theirs-${pick}`)].slice(0, 10));
      case 'wipe':
        return changeElsewhere(this.desk, tenant, () => []);
      case 'put-back': {
        const old = this.keys().find(({ state }) => state === 'revoked');
        return changeElsewhere(this.desk, tenant, (set) =>
          (old === undefined ? set : [...set, { ...old.jwk }]).slice(0, 10),
        );
      }
      case 'clock':
        this.serversAhead = (pick - 50) * 3600;
        return this.desk.advance((pick - 50) * DAY);
      case 'archive':
        return this.acts.archiveTenant({ tenant, reason: 'put aside' });
      case 'production':
        return this.acts.editTenant({ tenant, environment: pick % 2 === 0 ? 'production' : 'development' });
    }
  }

  async push(): Promise<void> {
    const asked = await this.acts.previewPublication({ tenant });
    const keepForeign = asked.foreign.map(({ name }) => ({ name, reason: 'theirs' }));
    const { hash } = await this.acts.previewPublication({ tenant, keepForeign });
    await this.acts.pushPublication({ tenant, hash, keepForeign });
  }

  /** The ways out that the product names where it refuses. */
  async takeDown(victim: SigningKey): Promise<void> {
    await this.acts.reviveTenant({ tenant });
    await this.acts.stateClock({ reason: 'compared with the wall', server: HOST });
    const { ring } =
      this.acts.showTenant({ tenant }).rings.find((view) => view.keys.some(({ id }) => id === victim.id)) ?? {};
    const now = (): SigningKey | undefined => this.keys().find(({ id }) => id === victim.id);
    const leaked = { tenant, reason: 'its private key was copied', compromised: true };
    switch (now()?.state) {
      case 'next':
        await this.acts.withdrawKey({ ...leaked, kid: victim.kid });
        break;
      case 'current':
        await this.acts.rotateAndRevoke({ ...leaked, ring: ring?.name, nextToo: true });
        break;
      case 'previous':
        await this.acts.revokeKey({ ...leaked, kid: victim.kid, override: 'it leaked' });
        break;
      case 'revoked':
      case 'replaced':
      case undefined:
        break;
    }
    await this.push();
  }
}

const ACTS = [
  'rotate',
  'generate',
  'revoke',
  'withdraw',
  'add-ring',
  'retire-ring',
  'push',
  'push',
  'intrude',
  'wipe',
  'put-back',
  'clock',
  'archive',
  'production',
] as const;
type Act = (typeof ACTS)[number];

const walks = fc.array(fc.record({ act: fc.constantFrom(...ACTS), pick: fc.nat({ max: 100 }) }), {
  minLength: 2,
  maxLength: 9,
});

it(
  'leads out of every state: the key is down, and what is published is what ought to be',
  { timeout: 240_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(walks, fc.nat({ max: 100 }), async (walk, chosen) => {
        const officer = new Officer();
        const { custodian } = officer.desk;
        // Without a clock of its own: the sandbox has that of the desk.
        const server = await startJwksServer();
        try {
          const place = { endpoint: 'jwks', apiBaseUrl: server.writeUrl, jwksUrl: server.publicUrl } as const;
          await custodian.addTenant({ ...ACME, ...place, alg: 'ES256' });
          await custodian.credentials.store({ tenant, kind: 'token' }, token());
          for (const { act, pick } of walk) {
            await officer.try(act, pick);
          }
          const living = officer.keys().filter(({ state }) => isLiving(state));
          const victim = living[chosen % Math.max(1, living.length)];
          if (victim !== undefined) {
            await officer.takeDown(victim);
          } else {
            await custodian.reviveTenant({ tenant });
            await custodian.stateClock({ reason: 'compared with the wall', server: HOST });
            await officer.push();
          }
          const preview = await custodian.previewPublication({ tenant });
          expect(preview.kids).not.toContain(victim?.kid);
          expect(preview.findings.filter(isError)).toEqual([]);
          expect(preview.upToDate).toBe(true);
          const { state } = await custodian.lookForDrift({ tenant });
          expect(['in-step', 'never-published']).toContain(state);
        } finally {
          await officer.desk.close();
          await server.close();
        }
      }),
      // Each run of `npm test` walks the same ways; FUZZ_SEED walks others.
      { numRuns: 10, seed: Number(process.env['FUZZ_SEED'] ?? 16) },
    );
  },
);
