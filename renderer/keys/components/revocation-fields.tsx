// Why a key is revoked: in words, and whether its private key may be in other hands, and since when.
import { Radio, TextInput } from '@mantine/core';
import type { RevocationValues } from '../state/revocation-form.ts';
import type { SchemaForm } from '../../state/schema-form.ts';
import { words } from '../../text/words.ts';
import '../../parts/command-dialog.css';

interface FieldsProps {
  form: Pick<SchemaForm<RevocationValues, unknown>, 'values' | 'set'> & {
    problems: Partial<Record<string, string>>;
  };
}

interface CompromiseProps extends FieldsProps {
  question: string;
  /** What the harmless answer is called. */
  routine?: { word: string; means: string };
}

export function CompromiseFields({ form, question, routine = words.revoke.kind.routine }: CompromiseProps) {
  const { compromised, since } = form.values;
  const { compromised: exposed } = words.revoke.kind;
  return (
    <>
      <Radio.Group
        label={question}
        value={compromised ? 'compromised' : 'routine'}
        onChange={(value) => form.set('compromised', value === 'compromised')}
      >
        <div className="stack-tight radio-list">
          <Radio value="routine" label={routine.word} description={routine.means} />
          <Radio value="compromised" label={exposed.word} description={exposed.means} />
        </div>
      </Radio.Group>
      {compromised && (
        <TextInput
          type="datetime-local"
          label={words.revoke.since}
          description={words.revoke.sinceMeans}
          value={since}
          error={form.problems['compromisedSince']}
          onChange={(event) => form.set('since', event.currentTarget.value)}
        />
      )}
    </>
  );
}
