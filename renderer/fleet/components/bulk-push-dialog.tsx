// Pushing many sets: first the previews of all of them, then, once they were seen, exactly those. Whatever the publish
// screen would ask about is left out here and done there. For production among them the main process asks once.
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { planPush, pushPlanned, type BulkResult, type PlannedPush } from '../state/bulk-acts.ts';
import { useCommand } from '../../state/commands.ts';
import { isConfirmed } from '../../state/confirmed.ts';
import { inBackground, useBulkRun } from '../state/bulk-run.ts';
import { useCustodian } from '../../state/custodian.tsx';
import { words } from '../../text/words.ts';
import { BulkFrame } from './bulk-frame.tsx';
import { AskedElsewhere } from '../../parts/asked-elsewhere.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Notice } from '../../parts/notice.tsx';

const said = words.bulk.push;

export function BulkPushDialog({ job, tenants }: { job: number; tenants: readonly Tenant[] }) {
  const custodian = inBackground(useCustodian());
  const plan = useBulkRun<PlannedPush>();
  const push = useBulkRun<BulkResult>();
  const agree = useCommand('publish.agree');
  const previews = new Map(
    plan.rows.flatMap(({ tenant, preview }) => (preview === null ? [] : [[tenant, preview] as const])),
  );
  const production = tenants.filter((tenant) => isConfirmed(tenant) && previews.has(tenant.name));
  const title = said.title(tenants.length);

  if (push.phase !== 'idle') {
    return (
      <BulkFrame job={job} title={title} run={push} action={null}>
        {null}
      </BulkFrame>
    );
  }
  async function pushAll() {
    const pushes = [...previews].map(([tenant, { hash }]) => ({ tenant, hash }));
    if (production.length === 0 || (await agree.run({ pushes })).done) {
      void push.start([...previews.keys()], pushPlanned(custodian, previews));
    }
  }

  const names = tenants.map(({ name }) => name);
  const action =
    plan.phase === 'done'
      ? {
          verb: previews.size === 0 ? said.none : said.verb(previews.size),
          ready: previews.size > 0 && !agree.busy,
          onAct: () => void pushAll(),
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
                <AskedElsewhere />
                <Failure error={agree.error} />
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
