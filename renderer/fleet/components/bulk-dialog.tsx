// The bulk work that needs no preview: looking for drift, proving, and setting a policy.
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { lookAt, proveIt, setPolicy, type BulkResult } from '../state/bulk-acts.ts';
import { inBackground, useBulkRun } from '../state/bulk-run.ts';
import { useCustodian } from '../../state/custodian.tsx';
import { usePolicies } from '../../policies/state/queries.ts';
import { words } from '../../text/words.ts';
import { BulkFrame } from './bulk-frame.tsx';
import { Failure } from '../../parts/failure.tsx';

interface BulkDialogProps {
  /** Its number among the bulk work of the window. */
  job: number;
  /** Names, in the order in which they are taken. */
  tenants: readonly string[];
}

export function BulkLookDialog({ job, act, tenants }: BulkDialogProps & { act: 'drift' | 'prove' }) {
  const custodian = useCustodian();
  const run = useBulkRun<BulkResult>();
  const { title, text, verb } = words.bulk[act];
  const work = { drift: lookAt, prove: proveIt }[act](inBackground(custodian));
  return (
    <BulkFrame
      job={job}
      title={title(tenants.length)}
      run={run}
      action={run.phase === 'done' ? null : { verb, ready: true, onAct: () => void run.start(tenants, work) }}
    >
      <p>{text}</p>
    </BulkFrame>
  );
}

export function BulkPolicyDialog({ job, tenants }: BulkDialogProps) {
  const custodian = useCustodian();
  const run = useBulkRun<BulkResult>();
  const { data: policies = [], error } = usePolicies();
  const [policy, setChosen] = useState('');
  const { title, text, verb, field, fallback } = words.bulk.policy;
  const work = setPolicy(custodian, policy === '' ? null : policy);
  return (
    <BulkFrame
      job={job}
      title={title(tenants.length)}
      run={run}
      action={run.phase === 'done' ? null : { verb, ready: true, onAct: () => void run.start(tenants, work) }}
    >
      <p>{text}</p>
      <Failure error={error} />
      <NativeSelect
        label={field}
        value={policy}
        data={[
          { value: '', label: fallback },
          ...policies.map((view) => ({ value: view.policy.name, label: view.policy.name })),
        ]}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data-autofocus
      />
    </BulkFrame>
  );
}
