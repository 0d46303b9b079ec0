// A new tenant. The rules are the contract's; the sandbox is the safe beginning.
import { Button, Radio, SegmentedControl, TextInput } from '@mantine/core';
import { useId, useRef, type FormEvent } from 'react';
import { tenantAddSchema } from '../../shared/contract.ts';
import { ENVIRONMENTS } from '../../shared/limits.ts';
import type { EndpointKind, Environment } from '../../shared/model.ts';
import { Failure } from '../components/failure.tsx';
import { Page } from '../components/page.tsx';
import { Working } from '../components/working.tsx';
import { announce } from '../state/announce.ts';
import { useCommand } from '../state/commands.ts';
import { go, hrefOf } from '../state/route.ts';
import { useSchemaForm, type SchemaForm } from '../state/schema-form.ts';
import { ENDPOINT, ENVIRONMENT } from '../text/words.ts';
import './add-tenant.css';

interface Values {
  name: string;
  domain: string;
  customDomain: string;
  environment: Environment;
  endpoint: EndpointKind;
  apiBaseUrl: string;
  jwksUrl: string;
}

const INITIAL: Values = {
  name: '',
  domain: '',
  customDomain: '',
  environment: 'development',
  endpoint: 'sandbox',
  apiBaseUrl: '',
  jwksUrl: '',
};

/** In the order in which they stand in the form; the first with a problem takes the focus. */
const OFFERED: readonly EndpointKind[] = ['sandbox', 'auth0', 'jwks'];

const blankIsNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

function toArgs({ customDomain, apiBaseUrl, jwksUrl, endpoint, ...rest }: Values) {
  const real = endpoint !== 'sandbox';
  return {
    ...rest,
    endpoint,
    customDomain: blankIsNull(customDomain),
    apiBaseUrl: real ? blankIsNull(apiBaseUrl) : null,
    jwksUrl: real ? blankIsNull(jwksUrl) : null,
  };
}

export function AddTenantScreen() {
  const add = useCommand('tenant.add');
  const form = useSchemaForm(tenantAddSchema, INITIAL, toArgs);
  const element = useRef<HTMLFormElement>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const args = form.parse();
    if (args === null) {
      requestAnimationFrame(() => element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const outcome = await add.run(args);
    if (outcome.done) {
      announce(`Added ${args.name}`);
      go({ screen: 'keys', tenant: outcome.result.tenant.name });
    }
  }

  return (
    <Page
      title="Add a tenant"
      lead="A tenant gets a key ring for RS256 at once, with a current and a next key made on this machine."
    >
      <form ref={element} noValidate className="panel tenant-form" onSubmit={(event) => void submit(event)}>
        <EndpointField form={form} />
        <EnvironmentField form={form} />
        <NameFields form={form} />
        {form.values.endpoint === 'auth0' && <AddressFields form={form} />}
        <Failure error={add.error} />
        <div className="row tenant-form-end">
          <Button type="submit" loading={add.busy}>
            Add tenant
          </Button>
          <Button component="a" href={hrefOf({ screen: 'home' })} variant="subtle" color="gray">
            Cancel
          </Button>
          <Working channel="tenant.add" busy={add.busy} label="Making the first two keys" />
        </div>
      </form>
    </Page>
  );
}

interface FieldProps {
  form: SchemaForm<Values, unknown>;
}

function EndpointField({ form }: FieldProps) {
  return (
    <Radio.Group
      label="Where do its public keys go?"
      value={form.values.endpoint}
      onChange={(value) => form.set('endpoint', OFFERED.find((kind) => kind === value) ?? 'sandbox')}
    >
      <div className="choice-cards">
        {OFFERED.map((kind) => (
          <Radio.Card key={kind} value={kind} disabled={kind === 'jwks'} className="choice-card">
            <Radio.Indicator />
            <span>
              <span className="choice-card-name">{ENDPOINT[kind].word}</span>
              <span className="choice-card-text">{ENDPOINT[kind].means}</span>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}

function EnvironmentField({ form }: FieldProps) {
  const id = useId();
  const { environment } = form.values;
  return (
    <div>
      <p id={id} className="field-label">
        Environment
      </p>
      <div className="row row-wrap">
        <SegmentedControl
          aria-labelledby={id}
          value={environment}
          data={ENVIRONMENTS.map((value) => ({ value, label: ENVIRONMENT[value].word }))}
          onChange={(value) => form.set('environment', ENVIRONMENTS.find((known) => known === value) ?? 'development')}
        />
        <span className="quiet small" role="status">
          {ENVIRONMENT[environment].means}
        </span>
      </div>
    </div>
  );
}

function NameFields({ form }: FieldProps) {
  return (
    <div className="field-grid">
      <TextField
        form={form}
        field="name"
        label="Name"
        description="How you call it here. It cannot be changed later."
        required
      />
      <TextField
        form={form}
        field="domain"
        label="Domain"
        description="The canonical one. Certificates are issued to it."
        placeholder="e.g. acme.eu.auth0.com"
        required
      />
      <TextField
        form={form}
        field="customDomain"
        label="Custom domain"
        description="The only one where a tenant publishes custom keys."
        placeholder="e.g. login.acme.example"
      />
    </div>
  );
}

function AddressFields({ form }: FieldProps) {
  return (
    <div className="field-grid">
      <TextField
        form={form}
        field="apiBaseUrl"
        label="Management API"
        description="Only when it differs from the domain’s /api/v2."
        placeholder="e.g. https://acme.eu.auth0.com/api/v2"
      />
      <TextField
        form={form}
        field="jwksUrl"
        label="Public key set"
        description="Only when it differs from the custom domain’s well-known address."
        placeholder="e.g. https://login.acme.example/.well-known/jwks.json"
      />
    </div>
  );
}

interface TextFieldProps extends FieldProps {
  field: 'name' | 'domain' | 'customDomain' | 'apiBaseUrl' | 'jwksUrl';
  label: string;
  description: string;
  placeholder?: string;
  required?: boolean;
}

function TextField({ form, field, label, description, placeholder, required = false }: TextFieldProps) {
  return (
    <TextInput
      label={label}
      description={description}
      {...(placeholder === undefined ? {} : { placeholder })}
      withAsterisk={required}
      aria-required={required}
      autoComplete="off"
      spellCheck={false}
      value={form.values[field]}
      error={form.problems[field]}
      onChange={(event) => form.set(field, event.currentTarget.value)}
    />
  );
}
