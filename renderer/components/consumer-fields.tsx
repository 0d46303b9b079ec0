// What is said of a consumer, in the dialogs that register and change one.
import { Checkbox, NativeSelect } from '@mantine/core';
import { isPinned } from '../../shared/consumers.ts';
import { EXPORT_FORMATS } from '../../shared/limits.ts';
import { VERIFIER_IDS, VERIFIERS } from '../../shared/verifier-catalogue.ts';
import type { ConsumerValues } from '../state/consumer-form.ts';
import type { SchemaForm } from '../state/schema-form.ts';
import { FORMAT } from '../text/export-formats.ts';
import { FormText } from './form-text.tsx';
import { SpanField } from './span-field.tsx';

interface ConsumerFieldsProps {
  form: SchemaForm<ConsumerValues, unknown>;
  /** Names of the rings of the tenant. */
  rings: readonly string[];
}

export function ConsumerFields({ form, rings }: ConsumerFieldsProps) {
  const { verifier, format } = form.values;
  return (
    <>
      <FormText form={form} field="name" label="Name" description="How you call it here." required />
      <FormText
        form={form}
        field="contact"
        label="Contact"
        description="Whom to ask, and how."
        placeholder="e.g. portal team, +49 30 555 0100"
      />
      <NativeSelect
        label="Verifies with"
        description={VERIFIERS[verifier].note}
        value={verifier}
        error={form.problems.verifier}
        data={VERIFIER_IDS.map((id) => ({ value: id, label: VERIFIERS[id].name }))}
        onChange={(event) =>
          form.set('verifier', VERIFIER_IDS.find((id) => id === event.currentTarget.value) ?? verifier)
        }
      />
      {!isPinned({ verifier }) && (
        <SpanField
          form={form}
          field="cacheSeconds"
          label="Keeps a key set"
          description="Only when it was set there. Blank: as the product does by itself."
        />
      )}
      <NativeSelect
        label="File that it takes"
        description={format === '' ? 'None is saved for it.' : FORMAT[format].purpose}
        value={format}
        error={form.problems.format}
        data={[
          { value: '', label: 'None: it fetches the published set' },
          ...EXPORT_FORMATS.map((value) => ({ value, label: FORMAT[value].name })),
        ]}
        onChange={(event) => form.set('format', EXPORT_FORMATS.find((one) => one === event.currentTarget.value) ?? '')}
      />
      {rings.length > 1 && <RingsField form={form} rings={rings} />}
      <FormText form={form} field="note" label="Note" description="What else is worth knowing when a key changes." />
    </>
  );
}

function RingsField({ form, rings }: ConsumerFieldsProps) {
  return (
    <Checkbox.Group
      label="Rings whose tokens it verifies"
      description="None chosen: all, also those that will be added."
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
