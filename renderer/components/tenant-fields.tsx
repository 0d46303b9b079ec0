// The fields of a tenant, in the order in which they stand in the form.
import { Radio, SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { ENVIRONMENTS } from '../../shared/limits.ts';
import type { EndpointKind } from '../../shared/model.ts';
import type { SchemaForm } from '../state/schema-form.ts';
import type { TenantValues } from '../state/tenant-form.ts';
import { ENDPOINT, ENVIRONMENT } from '../text/words.ts';
import { FormText } from './form-text.tsx';
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
          <Radio.Card key={kind} value={kind} className="choice-card">
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
      <FormText
        form={form}
        field="name"
        label="Name"
        description="How you call it here. It cannot be changed later."
        required
      />
      <FormText
        form={form}
        field="domain"
        label="Domain"
        description="The canonical one. Certificates are issued to it."
        placeholder="e.g. acme.eu.auth0.com"
        required
      />
      <FormText
        form={form}
        field="customDomain"
        label="Custom domain"
        description="The only one where a tenant publishes custom keys."
        placeholder="e.g. login.acme.example"
      />
    </div>
  );
}
