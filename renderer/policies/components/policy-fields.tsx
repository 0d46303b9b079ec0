// The numbers of a policy in groups: how keys move, what waits reckon with, and what a person must do.
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { BACKUP_FIRST } from '../../../shared/domain/timing/policy.ts';
import type { PolicyValues } from '../state/policy-form.ts';
import type { SchemaForm } from '../../state/schema-form.ts';
import { words } from '../../text/words.ts';
import { SpanField } from '../../parts/span-field.tsx';
import { VerifierChoice } from './verifier-choice.tsx';
import './policy-fields.css';

const FIELDS = words.policy.fields;

interface FieldsProps {
  form: SchemaForm<PolicyValues, unknown>;
}

export function RhythmFields({ form }: FieldsProps) {
  return (
    <div className="policy-grid">
      <DaysField form={form} field="rotateEveryDays" {...FIELDS.rotateEvery} />
      <DaysField form={form} field="announceDays" {...FIELDS.announce} />
      <DaysField form={form} field="keepDays" {...FIELDS.keep} />
      <DaysField form={form} field="destroyAfterDays" {...FIELDS.destroyAfter} />
    </div>
  );
}

export function WaitFields({ form }: FieldsProps) {
  return (
    <>
      <VerifierChoice chosen={form.values.verifiers} onChange={(chosen) => form.set('verifiers', chosen)} />
      <div className="policy-grid">
        <SpanField form={form} field="verifierCacheSeconds" {...FIELDS.cache} />
        <SpanField form={form} field="tokenLifetimeSeconds" {...FIELDS.tokenLife} />
        <SpanField form={form} field="clockSkewSeconds" {...FIELDS.skew} />
        <SpanField form={form} field="safetySeconds" {...FIELDS.safety} />
      </div>
    </>
  );
}

export function PersonFields({ form }: FieldsProps) {
  return (
    <>
      <Checkbox
        {...FIELDS.confirm}
        checked={form.values.confirmConsumers}
        onChange={(event) => form.set('confirmConsumers', event.currentTarget.checked)}
      />
      <div className="policy-grid">
        <DaysField form={form} field="rehearsalDays" {...FIELDS.rehearsal} />
        <DaysField form={form} field="drillEveryDays" {...FIELDS.drill} />
        <NativeSelect
          {...FIELDS.backupFirst}
          value={form.values.backupFirst}
          data={BACKUP_FIRST.map((value) => ({ value, label: FIELDS.refuses[value] }))}
          onChange={({ currentTarget: { value } }) =>
            form.set('backupFirst', BACKUP_FIRST.find((one) => one === value) ?? form.values.backupFirst)
          }
        />
      </div>
    </>
  );
}

interface DaysFieldProps extends FieldsProps {
  field: 'rotateEveryDays' | 'announceDays' | 'keepDays' | 'destroyAfterDays' | 'rehearsalDays' | 'drillEveryDays';
  label: string;
  description: string;
}

function DaysField({ form, field, label, description }: DaysFieldProps) {
  return (
    <TextInput
      label={FIELDS.inDays(label)}
      description={description}
      inputMode="numeric"
      autoComplete="off"
      rightSection={<span className="field-unit">{FIELDS.days}</span>}
      rightSectionWidth={56}
      value={form.values[field]}
      error={form.problems[field]}
      onChange={(event) => form.set(field, event.currentTarget.value)}
    />
  );
}
