// The ring's side of the fake bridge: rotation, revocation, erasure, plans and settings, under the real rules of the
// life cycle and the real clocks, over records that live in memory.
import { clocksOf, type ClockFacts } from '../../../shared/domain/timing/clocks.ts';
import { guardRevoke, guardRotate } from '../../support/guards.ts';
import { pinnedOf, verifiesRing } from '../../../shared/domain/consumers/needs.ts';
import { plusDays } from '../../../shared/domain/timing/instants.ts';
import { planAtHand, planByHash, rehearsalMissing } from '../../../shared/domain/plan/make-plan.ts';
import type { PlanFacts } from '../../../shared/domain/plan/facts.ts';
import { isPushable } from '../../../shared/domain/endpoints.ts';
import {
  bothRevoked,
  destructionCancelled,
  destructionScheduled,
  revoked,
  rotated,
  rotatedAndRevoked,
  rotationAborted,
  type RingChange,
  withdrawn,
} from '../../../shared/domain/key-ring/life-cycle.ts';
import { inLaneOrder } from '../../../shared/domain/key-ring/lane.ts';
import { approvalPlace } from '../../../shared/domain/approval.ts';
import type { PolicyView } from '../../../shared/acts/plans.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { Publication } from '../../../shared/domain/published-set/publication.ts';
import type { RingView } from '../../../shared/domain/key-ring/ring.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { TenantView } from '../../../shared/domain/tenant/tenant.ts';
import type { PlanOrder, PlanView, StepKind } from '../../../shared/domain/plan/plan.ts';
import { DEFAULT_TERMS, type PolicyTerms } from '../../../shared/domain/timing/policy.ts';
import { noteFake } from './fake-consumers.ts';
import type { FakeBridge } from './fake-bridge.ts';
import { fakeKey, madeUpHex, now } from './fake-data.ts';
import type { Handlers } from './fake-handlers.ts';
import { type FakeWorld, historyOf } from './fake-world.ts';
import { remember } from './fake-past.ts';

interface Helpers {
  view: (tenant: string) => TenantView;
  ring: (tenant: string, name: string | undefined) => RingView;
  ringOfKid: (tenant: string, kid: string) => RingView;
  changed: <T>(action: string, result: T) => T;
  work: (channel: 'key.rotate', steps: string[]) => Promise<void>;
  emit: FakeBridge['emit'];
  pause: () => Promise<void>;
  policies: () => Promise<PolicyView[]>;
}

const termsOf = ({ tenant, policy }: TenantView): PolicyTerms => policy?.terms ?? DEFAULT_TERMS[tenant.environment];

/** What an officer types when the main process asks. */
const TYPED_THERE = 'typed in the window of the main process';
const typedThere = (overriding: boolean | undefined) => (overriding === true ? TYPED_THERE : undefined);

export function clockFactsOf({ consumers }: FakeWorld, view: TenantView, { ring, keys }: RingView): ClockFacts {
  const registered = consumers.get(view.tenant.name) ?? [];
  return {
    keys,
    terms: termsOf(view),
    cacheSeen: view.tenant.cacheSeen,
    consumers: registered.filter(({ consumer }) => verifiesRing(consumer, ring)),
  };
}

/** The view as the main process gives it: with the clocks of this moment, in the order of the lane. */
export function clocked(world: FakeWorld, view: TenantView): TenantView {
  return structuredClone({ ...view, rings: view.rings.map((ring) => clockedRing(world, view, ring)) });
}

function clockedRing(world: FakeWorld, view: TenantView, ring: RingView): RingView {
  const facts = clockFactsOf(world, view, ring);
  const clocks = Object.fromEntries(ring.keys.map((key) => [key.kid, clocksOf(key, facts)]));
  return { ...ring, keys: inLaneOrder(ring.keys), clocks };
}

/** What a push of the tenant leaves behind: at its endpoint, in its records, and outside. */
export function publishFake(world: FakeWorld, view: TenantView, hash = madeUpHex('plan')): Publication {
  const at = now();
  const keys = view.rings.flatMap((ring) => ring.keys);
  const wanted = keys.filter(({ state }) => state !== 'revoked');
  for (const key of wanted) {
    key.announcedAt ??= at;
    key.publishedAt ??= at;
  }
  for (const key of keys) {
    key.takenDownAt ??= key.state === 'revoked' && key.publishedAt !== null ? at : null;
  }
  const { name, id } = view.tenant;
  const kids = wanted.map(({ kid }) => kid);
  const foreign = (world.remote.get(name) ?? []).filter(({ kid }) => !keys.some((key) => key.kid === kid));
  const { id: made } = remember(world, name, { act: 'push', at, hash, kids });
  world.remote.set(name, [...kids.map((kid) => ({ kid })), ...foreign]);
  historyOf(world, name).publications.push({ at, kids });
  const sets = { replaced: '{"keys":[]}', sent: '{"keys":[]}' };
  return { id: made, tenantId: id, at, hash, kids, act: 'push' as const, ...sets, confirmedAt: at, variations: [] };
}

export function proveFake(world: FakeWorld, view: TenantView): void {
  const { proofs } = historyOf(world, view.tenant.name);
  for (const key of view.rings.flatMap(({ keys }) => keys.filter(({ state }) => state === 'current'))) {
    proofs.push({ ok: true, at: now(), kid: key.kid });
    key.uses += 1;
    key.lastUsedAt = now();
  }
}

export function makeRingHandlers(
  world: FakeWorld,
  { view, ring, ringOfKid, changed, work, emit, pause, policies }: Helpers,
): Handlers {
  let made = 0;
  const freshFor = (one: RingView): SigningKey =>
    fakeKey(`made ${++made} ${one.ring.name}`, { alg: one.ring.alg, ringId: one.ring.id, createdAt: now() });

  function apply(tenant: string, one: RingView, { updated, added }: RingChange): RingView {
    one.keys = inLaneOrder([...one.keys.map((key) => updated.find(({ id }) => id === key.id) ?? key), ...added]);
    return structuredClone(clockedRing(world, view(tenant), one));
  }

  function keyOf(tenant: string, kid: string): { one: RingView; key: SigningKey } {
    const one = ringOfKid(tenant, kid);
    const key = one.keys.find((candidate) => candidate.kid === kid);
    if (key === undefined) {
      throw new CustodianError('KEY_NOT_FOUND', { tenant, kid });
    }
    return { one, key };
  }

  function rotate(tenant: string, one: RingView, override: string | undefined, order?: PlanOrder): RingView {
    const verdict = guardRotate(clockFactsOf(world, view(tenant), one), now(), order);
    if (!verdict.ok && override === undefined) {
      throw new CustodianError('CLOCK_TOO_EARLY', { ...verdict, action: 'rotating' });
    }
    return apply(tenant, one, rotated(one.ring.name, one.keys, freshFor(one), now()));
  }

  function planFactsOf(tenant: string, one: RingView): PlanFacts {
    const { publications, proofs, handOuts, confirmations } = historyOf(world, tenant);
    const published = isPushable(one.ring.alg, view(tenant).tenant.endpoint);
    const place = approvalPlace(view(tenant).tenant);
    const facts = { place, ...clockFactsOf(world, view(tenant), one), keys: one.keys };
    return { ...facts, published, publications, proofs, handOuts, confirmations };
  }

  function assertRehearsed(tenant: string, plan: PlanView, override: string | undefined): void {
    const { tenant: facts, rehearsalTenant, ...rest } = view(tenant);
    const rehearsal = rehearsalTenant === null ? null : view(rehearsalTenant).tenant;
    const completed = rehearsal === null ? [] : historyOf(world, rehearsal.name).completed;
    const terms = termsOf({ tenant: facts, rehearsalTenant, ...rest });
    const missing = rehearsalMissing(facts, rehearsal, { order: plan.plan.order, terms, completed }, now());
    if (missing !== null && override === undefined) {
      throw new CustodianError('PLAN_REHEARSAL_MISSING', missing);
    }
  }

  function doStep(tenant: string, one: RingView, { plan }: PlanView, kind: StepKind): void {
    switch (kind) {
      case 'publish':
      case 'publish-after':
      case 'publish-without':
        view(tenant).lastPublication = publishFake(world, view(tenant));
        return;
      case 'rotate':
        return void rotate(tenant, one, undefined, plan.order);
      case 'prove':
      case 'prove-again':
        return proveFake(world, view(tenant));
      case 'revoke':
        return void apply(
          tenant,
          one,
          revoked(keyOf(tenant, plan.from).key, { reason: 'plan', compromised: false, compromisedSince: null }, now()),
        );
      case 'hand-out':
      case 'confirm-consumers':
      case 'let-go':
      case 'wait-ready':
      case 'wait-safe':
        return;
    }
  }

  return {
    'key.rotate': async ({ tenant, ring: name, override: said, overriding }) => {
      const override = said ?? typedThere(overriding);
      await work('key.rotate', ['Generating the next key', 'Storing it in the keychain', 'Recording the rotation']);
      return changed('key.rotated', rotate(tenant, ring(tenant, name), override));
    },
    'key.abortRotation': ({ tenant, ring: name }) => {
      const one = ring(tenant, name);
      const consent = { named: undefined, worth: () => null };
      const change = rotationAborted(one.ring.name, one.keys, consent, now());
      return changed('key.rotation-aborted', apply(tenant, one, change));
    },
    'key.withdraw': ({ tenant, kid, reason = TYPED_THERE, compromised = false, compromisedSince = null }) => {
      const { one, key } = keyOf(tenant, kid);
      const fresh = one.ring.brought ? null : freshFor(one);
      const change = withdrawn(key, fresh, { reason, compromised, compromisedSince }, now());
      return changed('key.withdrawn', apply(tenant, one, change));
    },
    'key.revoke': ({ tenant, kid, reason = TYPED_THERE, compromised = false, compromisedSince = null, ...past }) => {
      const override = past.override ?? typedThere(past.overriding);
      const { one, key } = keyOf(tenant, kid);
      const verdict = guardRevoke(key, clockFactsOf(world, view(tenant), one), now());
      if (!verdict.ok && override === undefined) {
        throw new CustodianError('CLOCK_TOO_EARLY', { ...verdict, action: 'revoking' });
      }
      return changed('key.revoked', apply(tenant, one, revoked(key, { reason, compromised, compromisedSince }, now())));
    },
    'key.rotateAndRevoke': ({
      tenant,
      ring: name,
      reason = TYPED_THERE,
      compromised = false,
      compromisedSince = null,
      nextToo = false,
    }) => {
      const one = ring(tenant, name);
      const revocation = { reason, compromised, compromisedSince };
      const fresh = one.ring.brought ? null : freshFor(one);
      const change = nextToo
        ? bothRevoked(one.ring.name, one.keys, { current: freshFor(one), next: fresh }, revocation, now())
        : rotatedAndRevoked(one.ring.name, one.keys, fresh, revocation, now());
      return changed('key.rotated-and-revoked', apply(tenant, one, change));
    },
    'key.destroy': ({ tenant, kid }) => {
      const { one, key } = keyOf(tenant, kid);
      const at = plusDays(now(), termsOf(view(tenant)).destroyAfterDays);
      return changed('key.destruction-scheduled', apply(tenant, one, destructionScheduled(key, at)));
    },
    'key.keep': ({ tenant, kid }) => {
      const { one, key } = keyOf(tenant, kid);
      return changed('key.destruction-cancelled', apply(tenant, one, destructionCancelled(key)));
    },
    'plan.show': ({ tenant, ring: name = 'default', order }) => {
      const one = ring(tenant, name);
      return planAtHand(one.ring, order, planFactsOf(tenant, one), now());
    },
    'plan.run': async ({ tenant, ring: name = 'default', hash, override: said, overriding }) => {
      const override = said ?? typedThere(overriding);
      const one = ring(tenant, name);
      const read = () => planByHash(one.ring, hash, planFactsOf(tenant, one), now());
      assertRehearsed(tenant, read(), override);
      const tried = new Set<StepKind>();
      for (let plan = read(); ; plan = read()) {
        const step = plan.steps.find(({ state, kind }) => state === 'due' && !tried.has(kind));
        if (step === undefined) {
          if (plan.complete) {
            const { completed } = historyOf(world, tenant);
            completed.push({ tenantId: view(tenant).tenant.id, order: plan.plan.order, hash, at: now() });
          }
          return changed('plan.completed', plan);
        }
        tried.add(step.kind);
        emit('progress', {
          channel: 'plan.run',
          step: plan.steps.indexOf(step) + 1,
          of: plan.steps.length,
          label: step.kind,
        });
        await pause();
        doStep(tenant, one, plan, step.kind);
      }
    },
    'plan.confirm': ({ tenant, kid }) => {
      historyOf(world, tenant).confirmations.push({ kid, at: now() });
      noteFake(
        world,
        tenant,
        { kid, kind: 'has' },
        pinnedOf(clockFactsOf(world, view(tenant), ringOfKid(tenant, kid)).consumers),
      );
      return changed('plan.confirmed', null);
    },
    'tenant.edit': async ({ tenant, policy, rehearsalTenant, ...changes }) => {
      const one = view(tenant);
      for (const [name, value] of Object.entries(changes)) {
        Object.assign(one.tenant, { [name]: value });
      }
      if (policy !== undefined) {
        one.policy = (await policies()).find((known) => known.policy.name === policy)?.policy ?? null;
      }
      if (rehearsalTenant !== undefined) {
        one.rehearsalTenant = rehearsalTenant;
      }
      return changed('tenant.edited', clocked(world, one));
    },
  };
}
