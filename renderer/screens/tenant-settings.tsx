// What may change about a tenant: where its public keys are found, the policy it lives by, and where its plans are
// rehearsed. Name, domain, environment and endpoint stay as they were when its keys were made.
import { Button, NativeSelect, Skeleton } from '@mantine/core';
import { useRef, type FormEvent } from 'react';
import { tenantEditSchema, type PolicyView } from '../../shared/contract.ts';
import type { TenantView } from '../../shared/model.ts';
import { DEFAULT_TERMS } from '../../shared/policy.ts';
import { POLICY_WARNING_WORDS } from '../../shared/waiting-words.ts';
import { AddressFields } from '../components/address-fields.tsx';
import { CredentialsSection } from '../components/credentials-section.tsx';
import { Fact, Facts } from '../components/facts.tsx';
import { Failure } from '../components/failure.tsx';
import { FormText } from '../components/form-text.tsx';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { PolicyNumbers } from '../components/policy-numbers.tsx';
import { Section } from '../components/section.tsx';
import { TenantFrame } from '../components/tenant-frame.tsx';
import { Working } from '../components/working.tsx';
import { announce } from '../state/announce.ts';
import { useCommand } from '../state/commands.ts';
import { usePolicies, useTenants } from '../state/queries.ts';
import { hrefOf } from '../state/route.ts';
import { useSchemaForm, type SchemaForm } from '../state/schema-form.ts';
import { changesIn, settingsArgs, settingsOf, type SettingsValues } from '../state/settings-form.ts';
import { durationOf } from '../text/durations.ts';
import { ENDPOINT, ENVIRONMENT } from '../text/words.ts';

export function TenantSettingsScreen({ tenant }: { tenant: string }) {
  return (
    <TenantFrame tenant={tenant} here="settings">
      {(view) => (
        <Page
          title="Settings"
          lead="Its clocks, plans and due dates follow at once. Keys and what is published stay as they are."
        >
          <Fixed view={view} />
          <CredentialsSection tenant={view.tenant} />
          <SettingsForm key={JSON.stringify(settingsOf(view))} view={view} />
        </Page>
      )}
    </TenantFrame>
  );
}

function Fixed({ view: { tenant } }: { view: TenantView }) {
  return (
    <Section title="Identity" lead="Certificates and records bear it, so it cannot be changed.">
      <Facts>
        <Fact name="Domain">{tenant.domain}</Fact>
        <Fact name="Environment">{ENVIRONMENT[tenant.environment].word}</Fact>
        <Fact name="Endpoint">{ENDPOINT[tenant.endpoint].word}</Fact>
        <Fact name="Widest cache seen">
          {tenant.cacheSeen === null ? (
            <span className="quiet">no Cache-Control was seen at its public key set yet</span>
          ) : (
            <>
              {durationOf(tenant.cacheSeen.seconds)} (<span className="mono">{tenant.cacheSeen.header}</span>)
            </>
          )}
        </Fact>
      </Facts>
    </Section>
  );
}

function SettingsForm({ view }: { view: TenantView }) {
  const { tenant } = view;
  const before = settingsOf(view);
  const edit = useCommand('tenant.edit');
  const element = useRef<HTMLFormElement>(null);
  const form = useSchemaForm(tenantEditSchema, before, (values) => settingsArgs(tenant.name, before, values));
  const changed = changesIn(before, form.values).length > 0;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const args = form.parse();
    if (args === null) {
      requestAnimationFrame(() => element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    if ((await edit.run(args)).done) {
      announce(`Saved the settings of ${tenant.name}`);
    }
  }

  return (
    <form ref={element} noValidate className="stack" onSubmit={(event) => void submit(event)}>
      <Section title="Addresses" lead="A change takes effect with the next push, proof or look from outside.">
        <div className="stack">
          <div className="field-grid">
            <FormText
              form={form}
              field="customDomain"
              label="Custom domain"
              description="The only one where a tenant publishes custom keys."
              placeholder="e.g. login.acme.example"
            />
          </div>
          <AddressFields endpoint={tenant.endpoint} form={form} />
        </div>
      </Section>
      <PolicySection view={view} form={form} />
      <RehearsalSection view={view} form={form} />
      <Failure error={edit.error} />
      <div className="row">
        <Button type="submit" loading={edit.busy} disabled={!changed}>
          {changed ? 'Save settings' : 'Nothing to save'}
        </Button>
        <Working channel="tenant.edit" busy={edit.busy} label="Saving" />
      </div>
    </form>
  );
}

interface FieldProps {
  view: TenantView;
  form: SchemaForm<SettingsValues, unknown>;
}

function PolicySection({ view: { tenant }, form }: FieldProps) {
  const { data: policies, error, refetch } = usePolicies();
  const chosen = policies?.find(({ policy }) => policy.name === form.values.policy);
  return (
    <Section
      title="Policy"
      lead="The numbers behind every clock, plan and due date of this tenant."
      actions={
        <a className="link small" href={hrefOf({ screen: 'policies' })}>
          All policies
        </a>
      }
    >
      {policies === undefined ? (
        error === null ? (
          <Skeleton height={120} />
        ) : (
          <Failure error={error} onRetry={() => void refetch()} />
        )
      ) : (
        <div className="stack">
          <NativeSelect
            maw={420}
            label="Lives by"
            value={form.values.policy}
            error={form.problems.policy}
            data={[
              { value: '', label: `Default of ${ENVIRONMENT[tenant.environment].word.toLowerCase()}` },
              ...policies.map(({ policy }) => ({ value: policy.name, label: policy.name })),
            ]}
            onChange={(event) => form.set('policy', event.currentTarget.value)}
          />
          <Warnings chosen={chosen} />
          <PolicyNumbers terms={chosen?.policy.terms ?? DEFAULT_TERMS[tenant.environment]} />
        </div>
      )}
    </Section>
  );
}

function Warnings({ chosen }: { chosen: PolicyView | undefined }) {
  return chosen?.warnings.map((warning) => (
    <Notice key={warning} tone="caution" title={POLICY_WARNING_WORDS[warning]} />
  ));
}

function RehearsalSection({ view: { tenant }, form }: FieldProps) {
  const { data: tenants = [] } = useTenants();
  const candidates = tenants
    .map((summary) => summary.tenant)
    .filter(({ id, environment }) => environment === 'development' && id !== tenant.id);
  return (
    <Section
      title="Rehearsal"
      lead={
        tenant.environment === 'production'
          ? 'A plan runs here only after the same order was run to its end there.'
          : 'Production tenants need one; elsewhere it does no harm.'
      }
    >
      <NativeSelect
        maw={420}
        label="Rehearse on"
        description={candidates.length === 0 ? 'Add a tenant in development first.' : 'A tenant in development.'}
        value={form.values.rehearsalTenant}
        error={form.problems.rehearsalTenant}
        data={[{ value: '', label: 'None' }, ...candidates.map(({ name }) => ({ value: name, label: name }))]}
        onChange={(event) => form.set('rehearsalTenant', event.currentTarget.value)}
      />
    </Section>
  );
}
