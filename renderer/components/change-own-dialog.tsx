// Rotating the tenant's own keys, or revoking one: what follows at once, and the tenant's name, typed, because nothing here
// can be taken back.
import { useState } from 'react';
import type { Tenant } from '../../shared/model.ts';
import type { OwnKeysView } from '../../shared/own-keys.ts';
import { useCommand } from '../state/commands.ts';
import { shortKid } from '../text/hex.ts';
import { CommandDialog } from './command-dialog.tsx';
import { Notice } from './notice.tsx';
import { RotationsLeft } from './own-keys-table.tsx';
import { TypedName } from './typed-name.tsx';

export type OwnChange = { act: 'rotate' } | { act: 'revoke'; kid: string };

interface ChangeOwnDialogProps {
  tenant: Tenant;
  change: OwnChange;
  view: OwnKeysView;
  /** With what happened, or `null` when it was left. What the tenant lists may be another in both cases. */
  onClose: (outcome: string | null) => void;
}

export function ChangeOwnDialog({ tenant: { name, environment }, change, view, onClose }: ChangeOwnDialogProps) {
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
      const done = rotating ? `${name} signs with its next key now.` : `${name} revoked ${shortKid(change.kid)}.`;
      const said = outcome.result.answered
        ? done
        : `${done} No answer came; that it happened was learned by reading back.`;
      onClose(said);
    }
  }

  const dialog = {
    dangerous: true,
    ready: typed === name,
    onSubmit: submit,
    onClose: () => onClose(null),
  };
  const typedName = <TypedName tenant={name} value={typed} onChange={setTyped} />;
  const production = environment === 'production' && (
    <Notice tone="caution" title={`${name} is production.`}>
      <p>Real users sign in here. Make sure that every application reads the key set, and pins no certificate.</p>
    </Notice>
  );
  return change.act === 'rotate' ? (
    <CommandDialog
      title="Rotate the tenant’s own keys?"
      verb="Rotate now"
      working="Rotating"
      command={rotate}
      {...dialog}
    >
      <Notice tone="danger" title="It happens at once and cannot be taken back.">
        <p>
          The next key <Named view={view} state="next" /> signs every token from now on. The current one{' '}
          <Named view={view} state="current" /> becomes previous: its tokens stay valid until you revoke it. Whoever
          pins the former certificate refuses new tokens.
        </p>
      </Notice>
      {production}
      <p className="small">
        <RotationsLeft budget={view.budget} />
      </p>
      {typedName}
    </CommandDialog>
  ) : (
    <CommandDialog
      title={`Revoke ${shortKid(change.kid)} at the tenant?`}
      verb="Revoke for good"
      working="Revoking"
      command={revoke}
      {...dialog}
    >
      <Notice tone="danger" title="It happens at once and cannot be taken back.">
        <p>
          The key leaves the tenant’s key set. Every token that it signed is refused as soon as verifiers look at the
          set again, so users may have to sign in anew.
        </p>
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
