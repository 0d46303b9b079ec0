// A guided rotation of one ring: choose who moves first, see every step with its date and what it does to the public
// set, then run what is due. Whoever comes back finds it where the facts left it.
import { Button, Skeleton, Switch } from '@mantine/core';
import { IconRouteOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { RingView } from '../../../shared/domain/key-ring/ring.ts';
import type { TenantView } from '../../../shared/domain/tenant/tenant.ts';
import type { PlanOrder, PlanStep, PlanView } from '../../../shared/domain/plan/plan.ts';
import { ConfirmConsumersDialog } from '../../consumers/components/confirm-consumers-dialog.tsx';
import { Crumbs } from '../../parts/crumbs.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Page } from '../../parts/page.tsx';
import { PlanFacts } from '../components/plan-facts.tsx';
import { PlanOrderChoice } from '../components/plan-order-choice.tsx';
import { PlanRun } from '../components/plan-run.tsx';
import { PlanSteps } from '../components/plan-steps.tsx';
import { Section } from '../../parts/section.tsx';
import { StepConsumers } from '../components/step-consumers.tsx';
import { TenantFrame } from '../../tenants/components/tenant-frame.tsx';
import { usePlanFlow } from '../state/plan-flow.ts';
import { go, hrefOf } from '../../state/route.ts';
import { words } from '../../text/words.ts';
import { screenOf } from '../../screen-of.tsx';

interface PlanScreenProps {
  tenant: string;
  ring: string;
  order: PlanOrder | null;
}

export const screen = screenOf('plan', PlanScreen);

function PlanScreen({ tenant, ring, order }: PlanScreenProps) {
  return (
    <TenantFrame tenant={tenant}>
      {(view) => {
        const found = view.rings.find((candidate) => candidate.ring.name === ring);
        return found ? (
          <Plan key={order} view={view} ring={found} wanted={order} />
        ) : (
          <NoSuchRing tenant={tenant} ring={ring} />
        );
      }}
    </TenantFrame>
  );
}

function Plan({
  view: { tenant, rehearsalTenant },
  ring,
  wanted,
}: {
  view: TenantView;
  ring: RingView;
  wanted: PlanOrder | null;
}) {
  const flow = usePlanFlow(tenant.name, ring.ring.name, wanted);
  const { view, order } = flow;

  function choose(chosen: PlanOrder) {
    flow.run.reset();
    go({ screen: 'plan', tenant: tenant.name, ring: ring.ring.name, order: chosen });
  }

  return (
    <Page
      title={words.plan.title(ring.ring.name)}
      lead={words.plan.lead}
      crumbs={
        <Crumbs
          trail={[{ word: words.ring.title, route: { screen: 'keys', tenant: tenant.name } }]}
          here={words.plan.here}
        />
      }
    >
      <PlanOrderChoice order={order} onChange={choose} />
      {flow.error !== null && <Failure error={flow.error} onRetry={flow.retry} />}
      {view === undefined ? (
        flow.error === null && <Skeleton height={420} radius="lg" />
      ) : (
        <>
          <PlanRun
            tenant={tenant}
            flow={flow}
            view={view}
            rehearsal={tenant.environment === 'production' ? { tenant: tenant.name, on: rehearsalTenant } : null}
          />
          <Steps tenant={tenant.name} view={view} />
        </>
      )}
    </Page>
  );
}

function Steps({ tenant, view }: { tenant: string; view: PlanView }) {
  const [sets, setSets] = useState(false);
  const [confirming, setConfirming] = useState(false);
  return (
    <Section
      title={words.shared.planOrder[view.plan.order].title}
      lead={words.plan.earliestAssumes}
      actions={
        <Switch
          size="sm"
          label={words.plan.showSets}
          checked={sets}
          onChange={(event) => setSets(event.currentTarget.checked)}
        />
      }
    >
      <PlanFacts view={view} />
      <PlanSteps
        view={view}
        sets={sets}
        renderHelp={(step) => (
          <StepHelp tenant={tenant} view={view} step={step} onConfirm={() => setConfirming(true)} />
        )}
      />
      {confirming && <ConfirmConsumersDialog tenant={tenant} plan={view.plan} onClose={() => setConfirming(false)} />}
    </Section>
  );
}

interface StepHelpProps {
  tenant: string;
  view: PlanView;
  step: PlanStep;
  onConfirm: () => void;
}

function StepHelp({ tenant, view, step, onConfirm }: StepHelpProps) {
  if (step.consumers.length > 0) {
    return <StepConsumers tenant={tenant} plan={view.plan} step={step} />;
  }
  return step.kind === 'hand-out' ? (
    <Button
      component="a"
      href={hrefOf({ screen: 'export', tenant, kid: view.plan.to, format: 'cer' })}
      variant="default"
      size="xs"
    >
      {words.plan.exportCertificate}
    </Button>
  ) : (
    <Button variant="default" size="xs" onClick={onConfirm}>
      {words.plan.consumersHaveIt}
    </Button>
  );
}

function NoSuchRing({ tenant, ring }: { tenant: string; ring: string }) {
  return (
    <Page title={words.plan.noRing.page(ring)}>
      <div className="panel">
        <Empty
          icon={<IconRouteOff size={22} aria-hidden />}
          title={words.plan.noRing.title}
          action={
            <a className="link" href={hrefOf({ screen: 'keys', tenant })}>
              {words.plan.noRing.look}
            </a>
          }
        >
          {words.plan.noRing.means}
        </Empty>
      </div>
    </Page>
  );
}
