// A tenant that was put aside, and the way back.
import { Button } from '@mantine/core';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { Failure } from '../../parts/failure.tsx';
import { Notice } from '../../parts/notice.tsx';
import { When } from '../../parts/when.tsx';
import { announce } from '../../state/announce.ts';
import { useCommand } from '../../state/commands.ts';
import { words } from '../../text/words.ts';

const said = words.fleet.archive;

function useRevival(tenant: string) {
  const revive = useCommand('tenant.revive');
  const back = async (): Promise<void> => {
    if ((await revive.run({ tenant })).done) {
      announce(said.backDone(tenant));
    }
  };
  return { revive, back };
}

/** On each of its screens; nothing for one that is in use. */
export function ArchivedNotice({ tenant: { name, archive } }: { tenant: Tenant }) {
  const { revive, back } = useRevival(name);
  return archive === null ? null : (
    <Notice tone="info" title={said.is(name)}>
      <p>
        {said.means} <When at={archive.at} /> · {archive.reason}
      </p>
      <Button variant="default" size="compact-sm" loading={revive.busy} onClick={() => void back()}>
        {said.back}
      </Button>
      <Failure error={revive.error} />
    </Notice>
  );
}

/** In the overview. */
export function ArchivedRow({ tenant: { name, domain } }: { tenant: Tenant }) {
  const { revive, back } = useRevival(name);
  return (
    <li className="row">
      <span>{name}</span>
      <span className="small quiet">{domain}</span>
      <Button
        variant="subtle"
        size="compact-sm"
        className="push-end"
        aria-label={said.backOf(name)}
        loading={revive.busy}
        onClick={() => void back()}
      >
        {said.back}
      </Button>
    </li>
  );
}
