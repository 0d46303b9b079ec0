// Where the window opens: the way to the first tenant, or to those that are there.
import { Button, Skeleton } from '@mantine/core';
import { IconCloudUp, IconKey, IconPlus, IconRosetteDiscountCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { TenantSummary } from '../../shared/contract.ts';
import { Failure } from '../components/failure.tsx';
import { LaneSketch } from '../components/lane-sketch.tsx';
import { Overview } from '../components/overview.tsx';
import { Page } from '../components/page.tsx';
import { TrySandbox } from '../components/try-sandbox.tsx';
import { useTenants } from '../state/queries.ts';
import { hrefOf } from '../state/route.ts';
import './home.css';

export function HomeScreen() {
  const { data: tenants, error, refetch } = useTenants();
  if (tenants === undefined) {
    return error === null ? (
      <div className="page" aria-busy>
        <Skeleton height={200} radius="lg" />
      </div>
    ) : (
      <Page title="Key Custodian">
        <Failure error={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  return tenants.length === 0 ? <Welcome /> : <Tenants tenants={tenants} />;
}

function Welcome() {
  return (
    <div className="welcome">
      <Page
        title="Your signing keys, in your own hands"
        lead="Key Custodian holds the keys that sign your tenants’ tokens, away from the tenants themselves."
      >
        <div className="panel welcome-lane">
          <LaneSketch />
        </div>
        <ol className="plain-list steps">
          <Step icon={<IconKey size={20} aria-hidden />} title="1. Hold">
            Private keys are made on this machine and stay in its keychain. They are never shown, logged or sent.
          </Step>
          <Step icon={<IconCloudUp size={20} aria-hidden />} title="2. Publish">
            Public keys go to the tenant after you have seen exactly what will change, byte for byte.
          </Step>
          <Step icon={<IconRosetteDiscountCheck size={20} aria-hidden />} title="3. Prove">
            A probe token is verified from outside, as your applications would, before you trust a rotation.
          </Step>
        </ol>
        <div className="welcome-start">
          <Button
            component="a"
            href={hrefOf({ screen: 'add-tenant' })}
            size="md"
            leftSection={<IconPlus size={17} aria-hidden />}
          >
            Add your first tenant
          </Button>
          <TrySandbox />
          <p className="quiet small">
            The sandbox is a tenant inside the app to rehearse on, where nothing leaves this machine.
          </p>
        </div>
      </Page>
    </div>
  );
}

interface StepProps {
  icon: ReactNode;
  title: string;
  children: string;
}

function Step({ icon, title, children }: StepProps) {
  return (
    <li className="step">
      <span className="step-icon">{icon}</span>
      <h2>{title}</h2>
      <p>{children}</p>
    </li>
  );
}

function Tenants({ tenants }: { tenants: TenantSummary[] }) {
  return (
    <Page
      title="Tenants"
      lead="The tenants whose keys are in custody here."
      actions={
        <Button
          component="a"
          href={hrefOf({ screen: 'add-tenant' })}
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
        >
          Add tenant
        </Button>
      }
    >
      <Overview tenants={tenants} />
    </Page>
  );
}
