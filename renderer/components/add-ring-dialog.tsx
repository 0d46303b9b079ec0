// A further ring for a tenant, with its algorithm explained: the choice is hard to undo later.
import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useId } from 'react';
import { ringAddSchema } from '../../shared/contract.ts';
import { RSA_BITS, SIGNING_ALGORITHMS } from '../../shared/limits.ts';
import type { RsaBits, SigningAlgorithm, Tenant } from '../../shared/model.ts';
import { announce } from '../state/announce.ts';
import { useCommand } from '../state/commands.ts';
import { useSchemaForm } from '../state/schema-form.ts';
import { ALGORITHM, isPublishable, isRsa } from '../text/algorithms.ts';
import { CommandDialog } from './command-dialog.tsx';
import { Notice } from './notice.tsx';

interface Values {
  name: string;
  alg: SigningAlgorithm;
  bits: RsaBits;
}

const INITIAL: Values = { name: '', alg: 'ES256', bits: 2048 };

export function AddRingDialog({ tenant, onClose }: { tenant: Tenant; onClose: () => void }) {
  const add = useCommand('ring.add');
  const bitsLabel = useId();
  const form = useSchemaForm(ringAddSchema, INITIAL, ({ name, alg, bits }) => ({
    tenant: tenant.name,
    alg,
    ...(name.trim() === '' ? {} : { name }),
    ...(isRsa(alg) ? { bits } : {}),
  }));
  const { alg, bits, name } = form.values;

  async function submit() {
    const args = form.parse();
    if (args === null) {
      return;
    }
    const outcome = await add.run(args);
    if (outcome.done) {
      announce(`Added ring ${outcome.result.ring.name}`);
      onClose();
    }
  }

  return (
    <CommandDialog
      title={`Add a key ring to ${tenant.name}`}
      verb="Add ring"
      working="Making the first two keys of the ring"
      command={add}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>A ring holds keys of one algorithm. It starts with a current and a next key, both made now.</p>
      <NativeSelect
        label="Algorithm"
        value={alg}
        error={form.problems.alg}
        data={SIGNING_ALGORITHMS.map((value) => ({ value, label: `${value} (${ALGORITHM[value].family})` }))}
        onChange={(event) => form.set('alg', algorithmOf(event.currentTarget.value))}
      />
      <p className="small">{ALGORITHM[alg].note}</p>
      {isRsa(alg) && (
        <div>
          <p id={bitsLabel} className="field-label">
            Key length
          </p>
          <SegmentedControl
            aria-labelledby={bitsLabel}
            value={String(bits)}
            data={RSA_BITS.map((value) => ({ value: String(value), label: `${value} bit` }))}
            onChange={(value) => form.set('bits', RSA_BITS.find((known) => String(known) === value) ?? 2048)}
          />
        </div>
      )}
      {!isPublishable(alg, tenant.endpoint) && (
        <Notice tone="caution" title="Not for publishing">
          <p>The key schema of this kind of tenant knows RSA and EC only.</p>
        </Notice>
      )}
      <TextInput
        label="Name"
        description="Optional. Unique within the tenant."
        value={name}
        error={form.problems.name}
        onChange={(event) => form.set('name', event.currentTarget.value)}
      />
    </CommandDialog>
  );
}

const algorithmOf = (text: string): SigningAlgorithm => SIGNING_ALGORITHMS.find((alg) => alg === text) ?? INITIAL.alg;
