// The policies: who lives by each, its numbers, and what speaks against them.
import { Button, Skeleton } from '@mantine/core';
import { IconPlus, IconScale } from '@tabler/icons-react';
import type { PolicyView } from '../../shared/contract.ts';
import { DEFAULT_TERMS } from '../../shared/policy.ts';
import { POLICY_WARNING_WORDS } from '../../shared/waiting-words.ts';
import { Empty } from '../components/empty.tsx';
import { Failure } from '../components/failure.tsx';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { PolicyNumbers } from '../components/policy-numbers.tsx';
import { Section } from '../components/section.tsx';
import { usePolicies } from '../state/queries.ts';
import { hrefOf } from '../state/route.ts';
import { count } from '../text/hex.ts';

export function PoliciesScreen() {
  const { data: policies, error, refetch } = usePolicies();
  const add = (
    <Button
      component="a"
      href={hrefOf({ screen: 'policy', name: null })}
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      New policy
    </Button>
  );
  return (
    <Page
      title="Policies"
      lead="The numbers by which keys are rotated, announced, kept and destroyed. Many tenants can live by one."
      actions={add}
    >
      <Failure error={error} onRetry={() => void refetch()} />
      {policies === undefined && error === null && <Skeleton height={240} radius="lg" />}
      {policies?.length === 0 && (
        <div className="panel">
          <Empty icon={<IconScale size={22} aria-hidden />} title="No policy of your own yet" action={add}>
            Until a tenant has one, it follows the default of its environment, below.
          </Empty>
        </div>
      )}
      {policies?.map((view) => (
        <PolicyPanel key={view.policy.id} view={view} />
      ))}
      {policies !== undefined && <Defaults />}
    </Page>
  );
}

function PolicyPanel({ view: { policy, tenants, warnings } }: { view: PolicyView }) {
  const edit = (
    <Button
      component="a"
      size="xs"
      variant="default"
      href={hrefOf({ screen: 'policy', name: policy.name })}
      aria-label={`Edit ${policy.name}`}
    >
      Edit
    </Button>
  );
  return (
    <Section title={policy.name} lead={<Followers tenants={tenants} />} actions={edit}>
      <div className="stack">
        {warnings.map((warning) => (
          <Notice key={warning} tone="caution" title={POLICY_WARNING_WORDS[warning]} />
        ))}
        <PolicyNumbers terms={policy.terms} />
      </div>
    </Section>
  );
}

const NAMED = 6;

function Followers({ tenants }: { tenants: readonly string[] }) {
  if (tenants.length === 0) {
    return 'No tenant lives by it.';
  }
  return (
    <>
      {tenants.length === 1 ? 'Lives by it: ' : `${count(tenants.length, 'tenant')} live by it: `}
      {tenants.slice(0, NAMED).map((tenant, index) => (
        <span key={tenant}>
          {index > 0 && ', '}
          <a className="link" href={hrefOf({ screen: 'keys', tenant })}>
            {tenant}
          </a>
        </span>
      ))}
      {tenants.length > NAMED && ` and ${tenants.length - NAMED} more`}
    </>
  );
}

function Defaults() {
  return (
    <>
      <Section title="Default for staging and production" lead="Followed by tenants without a policy.">
        <PolicyNumbers terms={DEFAULT_TERMS.production} />
      </Section>
      <Section title="Default for development" lead="Quick on purpose: a whole change fits into one sitting.">
        <PolicyNumbers terms={DEFAULT_TERMS.development} />
      </Section>
    </>
  );
}
