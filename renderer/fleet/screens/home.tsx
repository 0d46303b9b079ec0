// Where the window opens: the way to the first tenant, or to those that are there.
import { Button, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { TenantSummary } from '../../../shared/acts/tenants.ts';
import { Failure } from '../../parts/failure.tsx';
import { FirstSteps } from '../components/first-steps.tsx';
import { FormerData } from '../../settings/components/former-data.tsx';
import { LaneSketch } from '../../keys/components/lane-sketch.tsx';
import { Overview } from '../components/overview.tsx';
import { Page } from '../../parts/page.tsx';
import { Section } from '../../parts/section.tsx';
import { ArchivedRow } from '../../tenants/components/archived.tsx';
import { isInUse } from '../state/tenant-groups.ts';
import { TrySandbox } from '../components/try-sandbox.tsx';
import { useAppStatus, useTenants } from '../../state/queries.ts';
import { hrefOf } from '../../state/route.ts';
import { words } from '../../text/words.ts';
import { screenOf } from '../../screen-of.tsx';
import './home.css';

const { fleet, welcome } = words;

const NONE: readonly TenantSummary[] = [];

export const screen = screenOf('home', HomeScreen);

function HomeScreen() {
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
  const former = useAppStatus().data?.formerFolder ?? null;
  return (
    <div className="welcome">
      <Page title={welcome.title} lead={welcome.lead}>
        <div className="panel welcome-lane">
          <LaneSketch />
        </div>
        <div className="welcome-start">
          <Button
            component="a"
            href={hrefOf({ screen: 'add-tenant' })}
            size="md"
            leftSection={<IconPlus size={17} aria-hidden />}
          >
            {welcome.addFirst}
          </Button>
          <TrySandbox />
          <p className="quiet small">{welcome.sandboxMeans}</p>
        </div>
        {former !== null && <FormerData folder={former} />}
        <FirstSteps tenants={NONE} />
      </Page>
    </div>
  );
}

function Tenants({ tenants: all }: { tenants: TenantSummary[] }) {
  const tenants = all.filter(isInUse);
  const archived = all.filter((summary) => !isInUse(summary));
  return (
    <Page
      title={fleet.title}
      lead={fleet.lead}
      actions={
        <Button
          component="a"
          href={hrefOf({ screen: 'add-tenant' })}
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
        >
          {fleet.add}
        </Button>
      }
    >
      <FirstSteps tenants={tenants} />
      <Overview tenants={tenants} />
      {archived.length > 0 && (
        <Section title={fleet.archive.list} lead={fleet.archive.means}>
          <ul className="plain-list">
            {archived.map(({ tenant }) => (
              <ArchivedRow key={tenant.id} tenant={tenant} />
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
