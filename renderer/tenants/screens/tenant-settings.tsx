// What may change about a tenant: where it is and what it is for, where its public keys are found, the policy it lives by, and
// where its plans are rehearsed; with what a change brings before it is saved.
import { Button, NativeSelect, Skeleton } from '@mantine/core';
import { useId, type SubmitEvent } from 'react';
import { tenantEditSchema } from '../../../shared/acts/tenants.ts';
import type { PolicyView } from '../../../shared/acts/plans.ts';
import type { TenantView } from '../../../shared/domain/tenant/tenant.ts';
import { ENDPOINT_KINDS } from '../../../shared/domain/endpoints.ts';
import { ENVIRONMENTS } from '../../../shared/domain/limits.ts';
import { DEFAULT_TERMS } from '../../../shared/domain/timing/policy.ts';
import { AddressFields } from '../components/address-fields.tsx';
import { DueButton } from '../components/due-button.tsx';
import { useNextDue } from '../state/next-due.ts';
import { useEditConsequences, useIsEntered } from '../state/queries.ts';
import { CredentialsSection } from '../components/credentials-section.tsx';
import { FourEyesSection } from '../components/four-eyes-section.tsx';
import { Fact, Facts } from '../../parts/facts.tsx';
import { ComeIntoView } from '../../parts/come-into-view.tsx';
import { FootBar } from '../../parts/foot-bar.tsx';
import { Failure } from '../../parts/failure.tsx';
import { FormText } from '../../parts/form-text.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { PolicyNumbers } from '../../policies/components/policy-numbers.tsx';
import { Section } from '../../parts/section.tsx';
import { TenantFrame } from '../components/tenant-frame.tsx';
import { Working } from '../../parts/working.tsx';
import { announce } from '../../state/announce.ts';
import { useCommand } from '../../state/commands.ts';
import { useFirstInvalid } from '../../state/first-invalid.ts';
import { usePolicies } from '../../policies/state/queries.ts';
import { useTenants } from '../../state/queries.ts';
import { hrefOf } from '../../state/route.ts';
import { useSchemaForm, type SchemaForm } from '../../state/schema-form.ts';
import {
  changesIn,
  endpointIn,
  environmentIn,
  settingsArgs,
  settingsOf,
  type SettingsValues,
} from '../state/settings-form.ts';
import { durationOf } from '../../text/durations.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { screenOf } from '../../screen-of.tsx';

const SETTINGS = words.tenantSettings;
const REHEARSAL = SETTINGS.rehearsal;

export const screen = screenOf('tenant-settings', TenantSettingsScreen);

function TenantSettingsScreen({ tenant }: { tenant: string }) {
  return (
    <TenantFrame tenant={tenant}>
      {(view) => (
        <Page title={SETTINGS.title} lead={SETTINGS.lead}>
          <CredentialsSection tenant={view.tenant} />
          <FourEyesSection tenant={view.tenant.name} />
          <SettingsForm key={JSON.stringify(settingsOf(view))} view={view} />
        </Page>
      )}
    </TenantFrame>
  );
}

function SettingsForm({ view }: { view: TenantView }) {
  const { tenant } = view;
  const before = settingsOf(view);
  const formId = useId();
  const edit = useCommand('tenant.edit');
  const { element, refuse } = useFirstInvalid();
  const form = useSchemaForm(tenantEditSchema, before, (values) => settingsArgs(tenant.name, before, values), {
    failed: edit.error !== null,
  });
  const changes = changesIn(before, form.values).length;

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const args = form.parse();
    if (args === null) {
      refuse();
      return;
    }
    if ((await edit.run(args)).done) {
      announce(SETTINGS.saved(tenant.name));
    }
  }

  return (
    <form ref={element} id={formId} noValidate className="stack" onSubmit={(event) => void submit(event)}>
      <IdentitySection view={view} form={form} />
      <Section {...SETTINGS.addresses}>
        <div className="stack">
          <div className="field-grid">
            <SettingText form={form} field="customDomain" />
            <SettingText form={form} field="furtherDomains" />
          </div>
          <AddressFields endpoint={form.values.endpoint} form={form} />
        </div>
      </Section>
      <PolicySection view={view} form={form} />
      <RehearsalSection view={view} form={form} />
      <Consequences args={changes > 0 ? settingsArgs(tenant.name, before, form.values) : null} />
      <ComeIntoView news={edit.error !== null}>
        <Failure error={edit.error} />
      </ComeIntoView>
      <FootBar
        title={SETTINGS.changes(changes)}
        tenant={tenant}
        action={
          <>
            <Working channel="tenant.edit" busy={edit.busy} label={SETTINGS.saving} />
            <Button
              type="submit"
              form={formId}
              variant={changes > 0 ? 'filled' : 'default'}
              loading={edit.busy}
              disabled={changes === 0}
            >
              {changes > 0 ? SETTINGS.save : SETTINGS.nothingToSave}
            </Button>
            {changes === 0 && <Next view={view} />}
          </>
        }
      />
    </form>
  );
}

/** The way on, for whoever came here because something was missing. */
function Next({ view }: { view: TenantView }) {
  const due = useNextDue(view)?.due ?? null;
  const isEntered = useIsEntered(view.tenant);
  return due !== null && isEntered && <DueButton tenant={view.tenant.name} due={due} />;
}

interface FieldProps {
  view: TenantView;
  form: SchemaForm<SettingsValues, unknown>;
}

function IdentitySection({ view: { tenant }, form }: FieldProps) {
  return (
    <Section {...SETTINGS.identity}>
      <div className="stack">
        <div className="field-grid">
          <NativeSelect
            label={SETTINGS.environment}
            value={form.values.environment}
            data={ENVIRONMENTS.map((value) => ({ value, label: words.model.environment[value].word }))}
            onChange={(event) => form.set('environment', environmentIn(event.currentTarget.value))}
          />
          <NativeSelect
            label={SETTINGS.endpoint}
            value={form.values.endpoint}
            data={ENDPOINT_KINDS.map((value) => ({ value, label: words.model.endpoint[value].word }))}
            onChange={(event) => form.set('endpoint', endpointIn(event.currentTarget.value, tenant.endpoint))}
          />
          <SettingText form={form} field="domain" />
          <SettingText form={form} field="issuer" />
        </div>
        <Facts>
          <Fact name={SETTINGS.cacheSeen}>
            {tenant.cacheSeen === null ? (
              <span className="quiet">{SETTINGS.noCacheSeen}</span>
            ) : (
              say(
                SETTINGS.cache(
                  durationOf(tenant.cacheSeen.seconds),
                  <span className="mono">{tenant.cacheSeen.header}</span>,
                ),
              )
            )}
          </Fact>
        </Facts>
      </div>
    </Section>
  );
}

interface SettingTextProps {
  form: SchemaForm<SettingsValues, unknown>;
  field: 'domain' | 'issuer' | 'customDomain' | 'furtherDomains';
}

function SettingText({ form, field }: SettingTextProps) {
  const { label, means, example } = SETTINGS[field];
  return <FormText form={form} field={field} label={label} description={means} placeholder={example} />;
}

/** Before anything is saved. */
function Consequences({ args }: { args: unknown }) {
  const parsed = tenantEditSchema.safeParse(args);
  const { data: brings = [] } = useEditConsequences(parsed.success ? parsed.data : null);
  return brings.length === 0 ? null : (
    <Notice tone="caution" role="status" title={SETTINGS.brings}>
      <ul>
        {brings.map((one) => (
          <li key={one.code}>{words.shared.consequence(one)}</li>
        ))}
      </ul>
    </Notice>
  );
}

function PolicySection({ view: { tenant }, form }: FieldProps) {
  const { data: policies, error, refetch } = usePolicies();
  const chosen = policies?.find(({ policy }) => policy.name === form.values.policy);
  return (
    <Section
      {...SETTINGS.policy}
      actions={
        <a className="link small" href={hrefOf({ screen: 'policies' })}>
          {SETTINGS.allPolicies}
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
            label={SETTINGS.usesPolicy}
            value={form.values.policy}
            error={form.problems.policy}
            data={[
              { value: '', label: SETTINGS.defaultOf(words.model.environment[tenant.environment].word) },
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
    <Notice key={warning} tone="caution" title={words.shared.policyWarning[warning]} />
  ));
}

function RehearsalSection({ view: { tenant }, form }: FieldProps) {
  const { data: tenants = [] } = useTenants();
  const candidates = tenants
    .map((summary) => summary.tenant)
    .filter(({ id, environment }) => environment === 'development' && id !== tenant.id);
  return (
    <Section title={REHEARSAL.title} lead={tenant.environment === 'production' ? REHEARSAL.wanted : REHEARSAL.harmless}>
      <NativeSelect
        maw={420}
        label={REHEARSAL.on}
        description={candidates.length === 0 ? REHEARSAL.addFirst : REHEARSAL.onMeans}
        value={form.values.rehearsalTenant}
        error={form.problems.rehearsalTenant}
        data={[
          { value: '', label: words.common.none },
          ...candidates.map(({ name }) => ({ value: name, label: name })),
        ]}
        onChange={(event) => form.set('rehearsalTenant', event.currentTarget.value)}
      />
    </Section>
  );
}
