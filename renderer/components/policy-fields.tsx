// The numbers of a policy in groups: how keys move, what waits reckon with, and what a person must do.
import { Checkbox, TextInput } from '@mantine/core';
import type { PolicyValues } from '../state/policy-form.ts';
import type { SchemaForm } from '../state/schema-form.ts';
import { SpanField } from './span-field.tsx';
import { VerifierChoice } from './verifier-choice.tsx';
import './policy-fields.css';

interface FieldsProps {
  form: SchemaForm<PolicyValues, unknown>;
}

export function RhythmFields({ form }: FieldsProps) {
  return (
    <div className="policy-grid">
      <DaysField
        form={form}
        field="rotateEveryDays"
        label="Rotate every"
        description="How long a key signs before its successor takes over."
      />
      <DaysField
        form={form}
        field="announceDays"
        label="Announce ahead"
        description="How long before that the next key should be public."
      />
      <DaysField
        form={form}
        field="keepDays"
        label="Keep previous keys"
        description="How long a previous key stays published. The clock may ask for more."
      />
      <DaysField
        form={form}
        field="destroyAfterDays"
        label="Destroy after"
        description="From revocation to the erasure of the private half. It can be called off until then."
      />
    </div>
  );
}

export function WaitFields({ form }: FieldsProps) {
  return (
    <>
      <VerifierChoice chosen={form.values.verifiers} onChange={(chosen) => form.set('verifiers', chosen)} />
      <div className="policy-grid">
        <SpanField
          form={form}
          field="verifierCacheSeconds"
          label="Longest verifier cache"
          description="Blank: as long as the chosen verifiers need. A shorter time than theirs has no effect."
        />
        <SpanField
          form={form}
          field="tokenLifetimeSeconds"
          label="Longest token life"
          description="From iat to exp of the longest-lived token that a ring signs."
        />
        <SpanField
          form={form}
          field="clockSkewSeconds"
          label="Clock difference"
          description="How far the clocks of signer and verifiers may differ."
        />
        <SpanField form={form} field="safetySeconds" label="Safety margin" description="Added to every wait." />
      </div>
    </>
  );
}

export function PersonFields({ form }: FieldsProps) {
  return (
    <>
      <Checkbox
        label="A person confirms that the consumers have the new certificate"
        description="A plan stops there. Verifiers that hold the key by hand always want it."
        checked={form.values.confirmConsumers}
        onChange={(event) => form.set('confirmConsumers', event.currentTarget.checked)}
      />
      <div className="policy-grid">
        <DaysField
          form={form}
          field="rehearsalDays"
          label="A rehearsal is valid for"
          description="How long ago the plan may have run on the development tenant."
        />
      </div>
    </>
  );
}

interface DaysFieldProps extends FieldsProps {
  field: 'rotateEveryDays' | 'announceDays' | 'keepDays' | 'destroyAfterDays' | 'rehearsalDays';
  label: string;
  description: string;
}

function DaysField({ form, field, label, description }: DaysFieldProps) {
  return (
    <TextInput
      label={`${label} (days)`}
      description={description}
      inputMode="numeric"
      autoComplete="off"
      rightSection={<span className="field-unit">days</span>}
      rightSectionWidth={56}
      value={form.values[field]}
      error={form.problems[field]}
      onChange={(event) => form.set(field, event.currentTarget.value)}
    />
  );
}
