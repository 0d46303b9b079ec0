// Guided rotations. A plan follows from the facts, so nothing of it is stored but that one was completed; a run does
// what is due, stops at the first step that must wait or needs a person, and can be resumed at any time.
import type { ActArgs } from '../../../shared/contract.ts';
import { type ErrorFacts, isCustodianError } from '../../../shared/errors.ts';
import type { KeyRing } from '../../../shared/domain/key-ring/ring.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import type { PlanStep, PlanView, StepKind } from '../../../shared/domain/plan/plan.ts';
import { findTenant } from '../find.ts';
import { planAtHand, planByHash } from '../../../shared/domain/plan/make-plan.ts';
import { isSettled } from '../../../shared/domain/plan/plan.ts';
import type { Ports } from '../../ports/ports.ts';
import { planFacts } from '../ring-facts.ts';
import { assertRehearsed, missingRehearsal } from './rehearsal.ts';
import { unlessCancelled } from '../../ports/stopping.ts';
import { pinnedAt } from '../consumers/consumers.ts';
import { assertClockRuns } from '../keys/guards.ts';
import { confirmIfThere } from '../publishing/confirm-pending.ts';
import { rotateNow } from '../keys/keys.ts';
import { observe } from '../publishing/observe.ts';
import { proveNow } from '../publishing/prove.ts';
import { previewPublication, pushPublication } from '../publishing/publish.ts';
import { readKey, readRing } from '../keys/ring-acts.ts';
import { revokeKey } from '../keys/retire.ts';
import { bound, looking } from '../bound.ts';

export const showPlan = bound('plan.show', ({ registry, clock }, args): PlanView => {
  const { tenant, ring } = readRing({ registry }, args.tenant, args.ring);
  const now = clock.now().toISOString();
  return registry.read((reader) => planAtHand(ring, args.order, planFacts(reader, tenant, ring), now));
});

/** Throws PLAN_REHEARSAL_MISSING where running the plan would need a reason. */
export const requireRehearsal = looking((ports, args: ActArgs<'plan.show'>): void => {
  const { tenant } = readRing(ports, args.tenant, args.ring);
  assertRehearsed(missingFor(ports, tenant, showPlan(ports, args)), undefined);
});

/**
 * Does every step that is due and stops at the first that is not. The answer is the plan as it stands then. When it is
 * asked to stop it ends no step half-way: a look is left, what was sent is seen to its end, and no further step begins.
 */
export const runPlan = bound('plan.run', async (ports, args, { progress, signal }): Promise<PlanView> => {
  const { registry, clock } = ports;
  const { tenant, ring } = readRing(ports, args.tenant, args.ring);
  const view = (): PlanView =>
    registry.read((reader) => {
      const now = clock.now().toISOString();
      assertClockRuns(reader, now);
      return planByHash(ring, args.hash, planFacts(reader, findTenant(reader, tenant.name), ring), now);
    });
  const begun = view();
  noteRehearsal(ports, tenant, begun, args.override);
  // Nothing that cannot be taken back is done without a reason in a person's own words.
  const tried = new Set<StepKind>(args.reason === undefined ? ['revoke'] : []);
  for (let current = begun; ; current = view()) {
    const done = current.steps.filter(({ state }) => isSettled(state)).length;
    const step = current.steps.find(({ state, kind }) => state === 'due' && !tried.has(kind));
    if (step === undefined) {
      return recordIfComplete(ports, tenant, current);
    }
    if (signal?.aborted === true) {
      return current;
    }
    progress?.(done + 1, current.steps.length, step.kind);
    tried.add(step.kind);
    await doStep({ ports, tenant, ring, view: current, reason: args.reason, signal }, step).catch((error: unknown) => {
      if (!isCustodianError(error, 'CANCELLED')) {
        throw error;
      }
    });
  }
});

/** A person says that the consumers have the certificate of this key: all of them, those in the register by name. */
export const confirmConsumers = bound('plan.confirm', ({ registry, clock }, args): null => {
  const at = clock.now().toISOString();
  const { tenant, ring, key } = readKey({ registry }, args.tenant, args.kid);
  const asked = registry.read((reader) => pinnedAt(reader, tenant, ring));
  const details = {
    kid: key.kid,
    ...(asked.length === 0 ? {} : { consumers: asked.map((consumer) => consumer.name) }),
  };
  registry.change({ action: 'plan.confirmed', subject: args.tenant, details }, (writer) => {
    writer.addNote(tenant.id, { kid: key.kid, kind: 'confirmed', at });
    for (const { id } of asked) {
      writer.addConsumerNote({ consumerId: id, kid: key.kid, kind: 'has', at });
    }
  });
  return null;
});

interface Running {
  ports: Ports;
  tenant: Tenant;
  ring: KeyRing;
  view: PlanView;
  reason: string | undefined;
  signal: AbortSignal | undefined;
}

async function doStep({ ports, tenant, ring, view, reason, signal }: Running, { kind, sent }: PlanStep): Promise<void> {
  const where = { tenant: tenant.name, ring: ring.name };
  const { from, to, order } = view.plan;
  switch (kind) {
    case 'publish':
    case 'publish-after':
    case 'publish-without':
      return publish(ports, tenant, sent, signal);
    case 'rotate':
      await look(ports, tenant, signal);
      await rotateNow(ports, { ...where, expectNext: to, reason }, order);
      return;
    case 'prove':
    case 'prove-again':
      await proveNow(ports, { tenant: tenant.name }, { signal });
      return;
    case 'revoke':
      if (reason !== undefined) {
        revokeKey(ports, { tenant: tenant.name, kid: from, reason, compromised: false });
      }
      return;
    // Time and people do these.
    case 'hand-out':
    case 'confirm-consumers':
    case 'let-go':
    case 'wait-ready':
    case 'wait-safe':
      return;
  }
}

/** Pushes, which also looks from outside; what was sent already is only looked for. */
async function publish(ports: Ports, tenant: Tenant, sent: boolean, signal: AbortSignal | undefined): Promise<void> {
  const { name } = tenant;
  const { hash } = await previewPublication(ports, { tenant: name }, { signal });
  if (sent) {
    const connection = await unlessCancelled(signal, () => ports.tenants.connect(tenant));
    confirmIfThere(ports, tenant, await connection.endpoint.read(signal));
    await observe(ports, tenant, connection, signal);
  } else {
    await pushPublication(ports, { tenant: name, hash }, { signal });
  }
}

/** The next key may have vanished from the public set since it was last seen there. */
async function look(ports: Ports, tenant: Tenant, signal: AbortSignal | undefined): Promise<void> {
  const connection = await unlessCancelled(signal, () => ports.tenants.connect(tenant));
  await observe(ports, tenant, connection, signal);
}

function noteRehearsal({ registry, clock }: Ports, tenant: Tenant, view: PlanView, override: string | undefined): void {
  if (assertRehearsed(missingFor({ registry, clock }, tenant, view), override)) {
    registry.change(
      { action: 'plan.rehearsal-overridden', subject: tenant.name, details: { hash: view.hash, reason: override } },
      () => undefined,
    );
  }
}

function missingFor(
  { registry, clock }: Pick<Ports, 'registry' | 'clock'>,
  tenant: Tenant,
  view: PlanView,
): ErrorFacts['PLAN_REHEARSAL_MISSING'] | null {
  // What was rotated must be brought to its end, rehearsed or not.
  if (view.steps.some(({ kind, state }) => kind === 'rotate' && isSettled(state))) {
    return null;
  }
  return registry.read((reader) => missingRehearsal(reader, tenant, view.plan.order, clock.now().toISOString()));
}

function recordIfComplete({ registry, clock }: Ports, tenant: Tenant, view: PlanView): PlanView {
  const { hash, complete, plan } = view;
  const known = registry.read((reader) => reader.completedPlans(tenant.id).some((run) => run.hash === hash));
  if (complete && !known) {
    const at = clock.now().toISOString();
    registry.change(
      { action: 'plan.completed', subject: tenant.name, details: { hash, order: plan.order } },
      (writer) => writer.addCompletedPlan({ tenantId: tenant.id, order: plan.order, hash, at }),
    );
  }
  return view;
}
