// After a restore: what came in, that the audit chain is whole, and the way to the proof from outside.
import { useEffect, useEffectEvent } from 'react';
import type { Restored } from '../../../shared/domain/backup/restore.ts';
import { useCommand } from '../../state/commands.ts';
import { hrefOf } from '../../state/route.ts';
import { dayAndTime } from '../../text/dates.ts';
import { words } from '../../text/words.ts';
import { Failure } from '../../parts/failure.tsx';
import { Notice } from '../../parts/notice.tsx';

const SAID = words.backup.recovery;
const NAMED = 12;

export function RestoreOutcome({ restored }: { restored: Restored }) {
  const { backup, tenants, privateHalves, skipped, without } = restored;
  const verify = useCommand('audit.verify');
  const look = useEffectEvent(() => void verify.run({}));
  useEffect(() => look(), []);
  const lacking = without.reduce((sum, { kids }) => sum + kids.length, 0);
  return (
    <Notice tone={lacking === 0 ? 'good' : 'caution'} role="status" title={SAID.restored(tenants.length)}>
      <p>{SAID.restoredMeans(dayAndTime(backup.madeAt), privateHalves)}</p>
      {skipped.length > 0 && <p>{SAID.skipped(skipped.length)}</p>}
      {lacking > 0 && <p>{SAID.without(lacking)}</p>}
      {verify.result && <p>{verify.result.ok ? SAID.chainWhole(verify.result.entries) : SAID.chainBroken}</p>}
      <Failure error={verify.error} />
      {tenants.length > 0 && (
        <>
          <p>{SAID.prove}</p>
          <ul className="plain-list backup-links">
            {tenants.slice(0, NAMED).map((tenant) => (
              <li key={tenant}>
                <a className="link" href={hrefOf({ screen: 'publish', tenant })}>
                  {SAID.proveTenant(tenant)}
                </a>
              </li>
            ))}
            {tenants.length > NAMED && <li>{words.backup.publicFiles.more(tenants.length - NAMED)}</li>}
          </ul>
        </>
      )}
    </Notice>
  );
}
