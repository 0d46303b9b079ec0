// Pushing many sets: first the previews of all of them, then, once they were seen, exactly those. Whatever the publish
// screen would ask about is left out here and done there. With production among them the number is typed.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Tenant } from '../../../shared/model.ts';
import { planPush, pushPlanned, type BulkResult, type PlannedPush } from '../../state/bulk-acts.ts';
import { inBackground, useBulkRun } from '../../state/bulk-run.ts';
import { useCustodian } from '../../state/custodian.tsx';
import { words } from '../../words/words.ts';
import { BulkFrame } from './bulk-frame.tsx';
import { Notice } from '../parts/notice.tsx';

const said = words.bulk.push;

export function BulkPushDialog({ job, tenants }: { job: number; tenants: readonly Tenant[] }) {
  const custodian = inBackground(useCustodian());
  const plan = useBulkRun<PlannedPush>();
  const push = useBulkRun<BulkResult>();
  const [typed, setTyped] = useState('');
  const previews = new Map(
    plan.rows.flatMap(({ tenant, preview }) => (preview === null ? [] : [[tenant, preview] as const])),
  );
  const production = tenants.filter(({ name, environment }) => environment === 'production' && previews.has(name));
  const phrase = said.typed(previews.size);
  const title = said.title(tenants.length);

  if (push.phase !== 'idle') {
    return (
      <BulkFrame job={job} title={title} run={push} action={null}>
        {null}
      </BulkFrame>
    );
  }
  const names = tenants.map(({ name }) => name);
  const action =
    plan.phase === 'done'
      ? {
          verb: previews.size === 0 ? said.none : said.verb(previews.size),
          ready: previews.size > 0 && (production.length === 0 || typed.trim() === phrase),
          onAct: () => void push.start([...previews.keys()], pushPlanned(custodian, previews)),
        }
      : { verb: said.preview, ready: true, onAct: () => void plan.start(names, planPush(custodian)) };
  return (
    <BulkFrame
      job={job}
      title={title}
      run={plan}
      action={action}
      after={
        previews.size > 0 && (
          <>
            <p className="quiet small">{said.bound}</p>
            {production.length > 0 && (
              <>
                <Notice tone="caution" title={said.production(production.length)} />
                <TextInput
                  label={said.typeCount(phrase)}
                  withAsterisk
                  autoComplete="off"
                  spellCheck={false}
                  value={typed}
                  onChange={(event) => setTyped(event.currentTarget.value)}
                />
              </>
            )}
          </>
        )
      }
    >
      <p>{said.text}</p>
    </BulkFrame>
  );
}
