// “Rotate?” with every consequence named, key by key, before anything happens.
import { Checkbox, TextInput } from '@mantine/core';
import { IconArrowNarrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { RingView, Tenant } from '../../shared/model.ts';
import { announce } from '../state/announce.ts';
import { useCommand } from '../state/commands.ts';
import { rotationOutcome, type Move, type RotationOutcome } from '../state/rotation.ts';
import { algorithmLine } from '../text/algorithms.ts';
import { shortKid } from '../text/hex.ts';
import { CommandDialog } from './command-dialog.tsx';
import { useEarlyOverride } from './early-override.tsx';
import { Kid } from './kid.tsx';
import { Notice } from './notice.tsx';
import { StateBadge } from './state-badge.tsx';
import './rotate-dialog.css';

interface RotateDialogProps {
  tenant: Tenant;
  view: RingView;
  onClose: () => void;
}

export function RotateDialog({ tenant, view, onClose }: RotateDialogProps) {
  // What the officer read stays on the screen; when the ring changes meanwhile, the main process refuses.
  const [outcome] = useState(() => rotationOutcome(view, tenant.environment === 'production'));
  const rotate = useCommand('key.rotate');
  const early = useEarlyOverride(rotate.error);
  const [reason, setReason] = useState('');
  const [accepted, setAccepted] = useState(false);

  if (!outcome.possible) {
    return null;
  }
  const { nextKid } = outcome;

  async function submit() {
    const given = reason.trim();
    const done = await rotate.run({
      tenant: tenant.name,
      ring: view.ring.name,
      expectNext: nextKid,
      ...early.args,
      ...(given === '' ? {} : { reason: given }),
    });
    if (done.done) {
      announce(`Rotated: ${shortKid(nextKid)} signs now`);
      onClose();
    }
  }

  const neverSent = outcome.cautions.includes('next-never-sent');
  const unseen = neverSent || outcome.cautions.includes('next-not-seen');
  return (
    <CommandDialog
      title={`Rotate ring “${view.ring.name}” of ${tenant.name}?`}
      verb="Rotate now"
      working="Making the new next key"
      dangerous={unseen}
      ready={(!unseen || accepted) && early.ready}
      wide
      command={rotate}
      onSubmit={submit}
      onClose={onClose}
    >
      <Consequences outcome={outcome} algorithm={algorithmLine(view.ring.alg, view.ring.bits)} />
      {outcome.cautions.includes('production') && (
        <Notice tone="caution" title={`${tenant.name} is production.`}>
          <p>From this moment the signer should use the new key. Publish right after the rotation.</p>
        </Notice>
      )}
      {unseen && (
        <>
          <Notice
            tone="danger"
            title={
              neverSent
                ? 'The next key has never been published.'
                : 'The next key was sent, but never seen from outside.'
            }
          >
            <p>
              {neverSent ? 'No verifier can know' : 'Verifiers may not know'} {shortKid(nextKid)}. They refuse the
              tokens that it signs until the key set is public and their caches have caught up. Publish and prove first,
              then rotate.
            </p>
          </Notice>
          <Checkbox
            label="I understand that tokens may be refused, and rotate all the same"
            checked={accepted}
            onChange={(event) => setAccepted(event.currentTarget.checked)}
          />
        </>
      )}
      <TextInput
        label="Reason"
        description="Optional. Goes into the audit log."
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {early.field}
    </CommandDialog>
  );
}

interface ConsequencesProps {
  outcome: Extract<RotationOutcome, { possible: true }>;
  algorithm: string;
}

function Consequences({ outcome: { moves, formerKid }, algorithm }: ConsequencesProps) {
  return (
    <ul className="plain-list moves" aria-label="What will happen">
      {moves.map((move) => (
        <li key={move.to} className="move">
          <div className="move-key">
            {move.kid === null ? <span>A fresh key</span> : <Kid kid={move.kid} copyable={false} />}
          </div>
          <div className="move-way">
            {move.from !== null && (
              <>
                <StateBadge state={move.from} />
                <IconArrowNarrowRight size={16} aria-label="becomes" />
              </>
            )}
            <StateBadge state={move.to} />
          </div>
          <p className="move-means">{meaningOf(move, formerKid, algorithm)}</p>
        </li>
      ))}
    </ul>
  );
}

function meaningOf({ to }: Move, formerKid: string | null, algorithm: string): string {
  switch (to) {
    case 'current':
      return 'It signs every new token from now on.';
    case 'previous':
      return formerKid === null
        ? ''
        : `It signs no more. Tokens signed by ${shortKid(formerKid)} stay valid until they expire, or until you revoke it.`;
    case 'next':
      return `A new ${algorithm} key is made in the keychain. Publish it, so that verifiers know it in time.`;
    case 'revoked':
      return '';
  }
}
