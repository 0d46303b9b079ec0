// The fields of a tenant, in the order in which they stand in the form.
import { DEFAULT_ALGORITHM, SIGNING_ALGORITHMS } from '../../../shared/domain/algorithms.ts';
import { DEFAULT_ENDPOINT, ENDPOINT_KINDS, isHere } from '../../../shared/domain/endpoints.ts';
import { Input, NativeSelect, Radio, SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { ENVIRONMENTS } from '../../../shared/domain/limits.ts';
import type { SchemaForm } from '../../state/schema-form.ts';
import type { TenantValues } from '../state/tenant-form.ts';
import { KeySourceField } from '../../keys/components/key-source-field.tsx';
import { FormText } from '../../parts/form-text.tsx';
import { words } from '../../text/words.ts';
import './tenant-fields.css';

const said = words.addTenant.fields;

interface FieldProps {
  form: SchemaForm<TenantValues, unknown>;
}

export function EndpointField({ form }: FieldProps) {
  return (
    <Radio.Group
      label={said.endpoint}
      value={form.values.endpoint}
      onChange={(value) => form.set('endpoint', ENDPOINT_KINDS.find((kind) => kind === value) ?? DEFAULT_ENDPOINT)}
    >
      <div className="choice-cards">
        {ENDPOINT_KINDS.map((kind) => (
          <Radio.Card key={kind} value={kind} className="choice-card">
            <Radio.Indicator />
            <span>
              <span className="choice-card-name">{words.model.endpoint[kind].word}</span>
              <span className="choice-card-text">{words.model.endpoint[kind].means}</span>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}

export function EnvironmentField({ form }: FieldProps) {
  const id = useId();
  const { endpoint } = form.values;
  const environment = form.values.environment === '' && isHere(endpoint) ? 'development' : form.values.environment;
  return (
    <div>
      <p id={id} className="field-label">
        {said.environment}
      </p>
      <div className="row row-wrap">
        <SegmentedControl
          aria-labelledby={id}
          value={environment}
          data={ENVIRONMENTS.map((value) => ({ value, label: words.model.environment[value].word }))}
          onChange={(value) => form.set('environment', ENVIRONMENTS.find((known) => known === value) ?? 'development')}
        />
        <span className="quiet small" role="status">
          {environment === '' ? said.environmentUnsaid : words.model.environment[environment].means}
        </span>
      </div>
      {form.problems.environment !== undefined && <Input.Error>{form.problems.environment}</Input.Error>}
    </div>
  );
}

export function NameFields({ form }: FieldProps) {
  return (
    <div className="field-grid">
      <FormText form={form} field="name" {...said.name} required />
      <FormText form={form} field="domain" {...said.domain} required />
      <FormText form={form} field="customDomain" {...said.customDomain} />
    </div>
  );
}

/** Of the first ring. */
export function FirstKeysFields({ form }: FieldProps) {
  const { alg, source } = form.values;
  return (
    <>
      <NativeSelect
        label={words.ring.add.algorithm}
        value={alg}
        error={form.problems.alg}
        data={SIGNING_ALGORITHMS.map((value) => ({
          value,
          label: `${value} (${words.algorithms.algorithm[value].family})`,
        }))}
        onChange={(event) =>
          form.set('alg', SIGNING_ALGORITHMS.find((one) => one === event.currentTarget.value) ?? DEFAULT_ALGORITHM)
        }
      />
      <KeySourceField value={source} onChange={(value) => form.set('source', value)} />
    </>
  );
}
