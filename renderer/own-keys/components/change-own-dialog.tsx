// Rotating the tenant's own keys, or revoking one: what follows at once, and the tenant's name, typed, because nothing here
// can be taken back.
import { useState } from 'react';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import type { OwnKeysView } from '../../../shared/domain/tenant/own-keys.ts';
import { useCommand } from '../../state/commands.ts';
import { isConfirmed } from '../../state/confirmed.ts';
import { shortKid } from '../../text/hex.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { AskedElsewhere } from '../../parts/asked-elsewhere.tsx';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import { Notice } from '../../parts/notice.tsx';
import { RotationsLeft } from './own-keys-table.tsx';
import { TypedName } from '../../parts/typed-name.tsx';

const said = words.ownKeys;

export type OwnChange = { act: 'rotate' } | { act: 'revoke'; kid: string };

interface ChangeOwnDialogProps {
  tenant: Tenant;
  change: OwnChange;
  view: OwnKeysView;
  /** With what happened, or `null` when it was left. What the tenant lists may be another in both cases. */
  onClose: (outcome: string | null) => void;
}

export function ChangeOwnDialog({ tenant, change, view, onClose }: ChangeOwnDialogProps) {
  const { name } = tenant;
  const confirmed = isConfirmed(tenant);
  const rotate = useCommand('remote.rotate');
  const revoke = useCommand('remote.revoke');
  const [typed, setTyped] = useState('');
  const rotating = change.act === 'rotate';

  async function submit() {
    const outcome =
      change.act === 'rotate'
        ? await rotate.run({ tenant: name })
        : await revoke.run({ tenant: name, kid: change.kid });
    if (outcome.done) {
      const done = rotating ? said.rotate.done(name) : said.revoke.done(name, shortKid(change.kid));
      onClose(outcome.result.answered ? done : said.unanswered(done));
    }
  }

  const dialog = {
    dangerous: true,
    ready: confirmed || typed === name,
    onSubmit: submit,
    onClose: () => onClose(null),
  };
  const typedName = confirmed ? <AskedElsewhere /> : <TypedName tenant={name} value={typed} onChange={setTyped} />;
  const production = confirmed && (
    <Notice tone="caution" title={said.production.title(name)}>
      <p>{said.production.means}</p>
    </Notice>
  );
  return change.act === 'rotate' ? (
    <CommandDialog
      title={said.rotate.title}
      verb={said.rotate.verb}
      working={said.rotate.working}
      command={rotate}
      cancel={said.rotate.theWork}
      {...dialog}
    >
      <Notice tone="danger" title={said.forGood}>
        <p>{say(said.rotate.means(<Named view={view} state="next" />, <Named view={view} state="current" />))}</p>
      </Notice>
      {production}
      <p className="small">
        <RotationsLeft budget={view.budget} />
      </p>
      {typedName}
    </CommandDialog>
  ) : (
    <CommandDialog
      title={said.revoke.title(shortKid(change.kid))}
      verb={said.revoke.verb}
      working={said.revoke.working}
      command={revoke}
      cancel={said.revoke.theWork}
      {...dialog}
    >
      <Notice tone="danger" title={said.forGood}>
        <p>{said.revoke.means}</p>
      </Notice>
      {production}
      {typedName}
    </CommandDialog>
  );
}

function Named({ view: { keys }, state }: { view: OwnKeysView; state: 'next' | 'current' }) {
  const key = keys.find((one) => one.state === state);
  return key === undefined ? null : <span className="mono">{shortKid(key.kid)}</span>;
}
