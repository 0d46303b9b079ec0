// A further ring for a tenant, with its algorithm explained: the choice is hard to undo later.
import {
  hasBits,
  RSA_BITS,
  type RsaBits,
  SIGNING_ALGORITHMS,
  type SigningAlgorithm,
} from '../../../shared/domain/algorithms.ts';
import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useId } from 'react';
import { ringAddSchema } from '../../../shared/acts/tenants.ts';
import { isPushable } from '../../../shared/domain/endpoints.ts';
import type { TenantView } from '../../../shared/domain/tenant/tenant.ts';
import { placesForecast } from '../../../shared/domain/published-set/places.ts';
import { useCommand } from '../../state/commands.ts';
import type { KeySource } from '../state/key-source.ts';
import { useSchemaForm } from '../../state/schema-form.ts';
import { words } from '../../text/words.ts';
import { ActDialog } from '../../parts/act-dialog.tsx';
import { Notice } from '../../parts/notice.tsx';
import { KeySourceField } from './key-source-field.tsx';

interface Values {
  name: string;
  alg: SigningAlgorithm;
  bits: RsaBits;
  source: KeySource;
}

const INITIAL: Values = { name: '', alg: 'ES256', bits: 2048, source: 'made' };

export function AddRingDialog({ view, onClose }: { view: TenantView; onClose: () => void }) {
  const { tenant, rings, lastPublication } = view;
  const add = useCommand('ring.add');
  const bitsLabel = useId();
  const form = useSchemaForm(ringAddSchema, INITIAL, ({ name, alg, bits, source }) => ({
    tenant: tenant.name,
    alg,
    ...(name.trim() === '' ? {} : { name }),
    ...(hasBits(alg) ? { bits } : {}),
    ...(source === 'brought' ? { empty: true } : {}),
  }));
  const { alg, bits, name, source } = form.values;
  const text = words.ring.add;
  const short = isPushable(alg, tenant.endpoint)
    ? placesForecast(tenant.endpoint, rings, { published: lastPublication?.kids ?? [], more: 1 })
    : null;

  return (
    <ActDialog
      title={text.title(tenant.name)}
      verb={text.verb}
      working={text.working}
      command={add}
      args={form.parse}
      done={({ ring }) => text.done(ring.name)}
      onClose={onClose}
    >
      <p>{text.means}</p>
      <NativeSelect
        label={text.algorithm}
        value={alg}
        error={form.problems.alg}
        data={SIGNING_ALGORITHMS.map((value) => ({
          value,
          label: `${value} (${words.algorithms.algorithm[value].family})`,
        }))}
        onChange={(event) => form.set('alg', algorithmOf(event.currentTarget.value))}
      />
      <p className="small">{words.algorithms.algorithm[alg].note}</p>
      {hasBits(alg) && (
        <div>
          <p id={bitsLabel} className="field-label">
            {text.bits}
          </p>
          <SegmentedControl
            aria-labelledby={bitsLabel}
            value={String(bits)}
            data={RSA_BITS.map((value) => ({ value: String(value), label: text.bitsOf(value) }))}
            onChange={(value) => form.set('bits', RSA_BITS.find((known) => String(known) === value) ?? 2048)}
          />
        </div>
      )}
      {!isPushable(alg, tenant.endpoint) && (
        <Notice tone="caution" title={text.notForPublishing}>
          <p>{text.notForPublishingMeans}</p>
        </Notice>
      )}
      <KeySourceField value={source} onChange={(value) => form.set('source', value)} />
      {short !== null && (
        <Notice tone="caution" title={text.places}>
          <p>{text.placesMeans(short)}</p>
        </Notice>
      )}
      <TextInput
        label={text.name}
        description={text.nameMeans}
        value={name}
        error={form.problems.name}
        onChange={(event) => form.set('name', event.currentTarget.value)}
      />
    </ActDialog>
  );
}

const algorithmOf = (text: string): SigningAlgorithm => SIGNING_ALGORITHMS.find((alg) => alg === text) ?? INITIAL.alg;
