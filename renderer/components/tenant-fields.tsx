// The fields of a tenant, in the order in which they stand in the form.
import { Radio, SegmentedControl, TextInput } from '@mantine/core';
import { useId } from 'react';
import { ENVIRONMENTS } from '../../shared/limits.ts';
import type { EndpointKind } from '../../shared/model.ts';
import type { SchemaForm } from '../state/schema-form.ts';
import type { TenantValues } from '../state/tenant-form.ts';
import { ENDPOINT, ENVIRONMENT } from '../text/words.ts';
import './tenant-fields.css';

/** The safe beginning first. */
const OFFERED: readonly EndpointKind[] = ['sandbox', 'auth0', 'jwks'];

interface FieldProps {
  form: SchemaForm<TenantValues, unknown>;
}

export function EndpointField({ form }: FieldProps) {
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

export function EnvironmentField({ form }: FieldProps) {
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

export function NameFields({ form }: FieldProps) {
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

export function AddressFields({ form }: FieldProps) {
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
