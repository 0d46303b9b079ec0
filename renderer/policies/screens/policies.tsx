// The policies: who lives by each, its numbers, and what speaks against them.
import { Button, Skeleton } from '@mantine/core';
import { IconPlus, IconScale } from '@tabler/icons-react';
import type { PolicyView } from '../../../shared/acts/plans.ts';
import { DEFAULT_TERMS } from '../../../shared/domain/timing/policy.ts';
import { Empty } from '../../parts/empty.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { PolicyNumbers } from '../components/policy-numbers.tsx';
import { Section } from '../../parts/section.tsx';
import { usePolicies } from '../state/queries.ts';
import { hrefOf } from '../../state/route.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { screenOf } from '../../screen-of.tsx';

const LIST = words.policy.list;

export const screen = screenOf('policies', PoliciesScreen, { icon: IconScale });

function PoliciesScreen() {
  const { data: policies, error, refetch } = usePolicies();
  const add = (
    <Button component="a" href={hrefOf({ screen: 'new-policy' })} leftSection={<IconPlus size={16} aria-hidden />}>
      {LIST.add}
    </Button>
  );
  return (
    <Page title={LIST.title} lead={LIST.lead} actions={add}>
      <Failure error={error} onRetry={() => void refetch()} />
      {policies === undefined && error === null && <Skeleton height={240} radius="lg" />}
      {policies?.length === 0 && (
        <div className="panel">
          <Empty icon={<IconScale size={22} aria-hidden />} title={LIST.empty.title} action={add}>
            {LIST.empty.means}
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
      aria-label={LIST.edit(policy.name)}
    >
      {words.common.edit}
    </Button>
  );
  return (
    <Section title={policy.name} lead={<Followers tenants={tenants} />} actions={edit}>
      <div className="stack">
        {warnings.map((warning) => (
          <Notice key={warning} tone="caution" title={words.shared.policyWarning[warning]} />
        ))}
        <PolicyNumbers terms={policy.terms} />
      </div>
    </Section>
  );
}

const NAMED = 6;

function Followers({ tenants }: { tenants: readonly string[] }) {
  if (tenants.length === 0) {
    return LIST.nobody;
  }
  const names = tenants.slice(0, NAMED).map((tenant, index) => (
    <span key={tenant}>
      {index > 0 && ', '}
      <a className="link" href={hrefOf({ screen: 'keys', tenant })}>
        {tenant}
      </a>
    </span>
  ));
  return say(LIST.followers(tenants.length, names, tenants.length - names.length));
}

function Defaults() {
  return (
    <>
      <Section {...LIST.careful}>
        <PolicyNumbers terms={DEFAULT_TERMS.production} />
      </Section>
      <Section {...LIST.quick}>
        <PolicyNumbers terms={DEFAULT_TERMS.development} />
      </Section>
    </>
  );
}
