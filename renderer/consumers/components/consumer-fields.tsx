// What is said of a consumer, in the dialogs that register and change one.
import { Checkbox, NativeSelect } from '@mantine/core';
import { isPinned } from '../../../shared/domain/consumers/consumer.ts';
import { EXPORT_FORMATS } from '../../../shared/domain/formats.ts';
import { VERIFIER_IDS } from '../../../shared/domain/verifiers.ts';
import type { ConsumerValues } from '../state/consumer-form.ts';
import type { SchemaForm } from '../../state/schema-form.ts';
import { FORMAT } from '../../exports/state/export-formats.ts';
import { words } from '../../text/words.ts';
import { FormText } from '../../parts/form-text.tsx';
import { SpanField } from '../../parts/span-field.tsx';

const said = words.consumers.fields;
const verifiers = words.shared.verifier;

interface ConsumerFieldsProps {
  form: SchemaForm<ConsumerValues, unknown>;
  /** Names of the rings of the tenant. */
  rings: readonly string[];
}

export function ConsumerFields({ form, rings }: ConsumerFieldsProps) {
  const { verifier, format } = form.values;
  return (
    <>
      <FormText form={form} field="name" {...said.name} required />
      <FormText form={form} field="contact" {...said.contact} />
      <NativeSelect
        label={words.consumers.table.verifiesWith}
        description={verifiers[verifier].note}
        value={verifier}
        error={form.problems.verifier}
        data={VERIFIER_IDS.map((id) => ({ value: id, label: verifiers[id].name }))}
        onChange={(event) =>
          form.set('verifier', VERIFIER_IDS.find((id) => id === event.currentTarget.value) ?? verifier)
        }
      />
      {!isPinned({ verifier }) && <SpanField form={form} field="cacheSeconds" {...said.cache} />}
      <NativeSelect
        label={said.format.label}
        description={format === '' ? said.format.noneMeans : FORMAT[format].purpose}
        value={format}
        error={form.problems.format}
        data={[
          { value: '', label: said.format.none },
          ...EXPORT_FORMATS.map((value) => ({ value, label: FORMAT[value].name })),
        ]}
        onChange={(event) => form.set('format', EXPORT_FORMATS.find((one) => one === event.currentTarget.value) ?? '')}
      />
      {rings.length > 1 && <RingsField form={form} rings={rings} />}
      <FormText form={form} field="note" {...said.note} />
    </>
  );
}

function RingsField({ form, rings }: ConsumerFieldsProps) {
  return (
    <Checkbox.Group
      {...said.rings}
      value={[...form.values.rings]}
      error={form.problems.rings}
      onChange={(values) =>
        form.set(
          'rings',
          rings.filter((ring) => values.includes(ring)),
        )
      }
    >
      <div className="stack-tight radio-list">
        {rings.map((ring) => (
          <Checkbox key={ring} value={ring} label={ring} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
