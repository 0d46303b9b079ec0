// “Rotate?” with every consequence named, key by key, before anything happens.
import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RingView } from '../../../shared/domain/key-ring/ring.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { announce } from '../../state/announce.ts';
import { useCommand } from '../../state/commands.ts';
import { isConfirmed } from '../../state/confirmed.ts';
import { rotationOutcome, type Move } from '../state/rotation.ts';
import { useTimeGate } from '../state/time-gate.ts';
import { algorithmLine } from '../../text/algorithms.ts';
import { waitVerb } from '../state/early-words.ts';
import { shortKid } from '../../text/hex.ts';
import { words } from '../../text/words.ts';
import { AskedElsewhere } from '../../parts/asked-elsewhere.tsx';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import { MoveList } from './move-list.tsx';
import { Notice } from '../../parts/notice.tsx';
import { RehearsalNotice } from '../../plans/components/rehearsal-notice.tsx';
import { rehearsalMissingIn } from '../../plans/state/rehearsal.ts';
import { EarlyDoor, EarlyReason, TimeGateNotice } from './time-gate.tsx';

interface RotateDialogProps {
  tenant: Tenant;
  view: RingView;
  onClose: () => void;
}

export function RotateDialog({ tenant, view, onClose }: RotateDialogProps) {
  // What the officer read stays on the screen; when the ring changes meanwhile, the main process refuses.
  const [outcome] = useState(() => rotationOutcome(view, tenant.environment === 'production'));
  const rotate = useCommand('key.rotate');
  const nextKid = outcome.possible ? outcome.nextKid : '';
  const gate = useTimeGate(view.clocks[nextKid]?.readyToSign ?? null, rotate.error, tenant);
  const [reason, setReason] = useState('');
  const [accepted, setAccepted] = useState(false);

  if (!outcome.possible) {
    return null;
  }

  const missing = rehearsalMissingIn(rotate.error);

  /** `overriding`: past the rehearsal that production wants. */
  async function submit({ overriding }: { overriding?: true } = {}) {
    const given = reason.trim();
    const done = await rotate.run({
      tenant: tenant.name,
      ring: view.ring.name,
      expectNext: nextKid,
      ...gate.args,
      ...(overriding && { overriding }),
      ...(given === '' ? {} : { reason: given }),
    });
    if (done.done) {
      announce(words.rotate.done(shortKid(nextKid)));
      onClose();
    }
  }

  const algorithm = algorithmLine(view.ring.alg, view.ring.bits);
  const neverSent = outcome.cautions.includes('next-never-sent');
  // While the gate is closed or passed early, it says the same, and louder.
  const unseen = !gate.closed && !gate.early && (neverSent || outcome.cautions.includes('next-not-seen'));
  const unseenWords = neverSent ? words.rotate.neverSent : words.rotate.notSeen;
  return (
    <CommandDialog
      title={words.rotate.title(view.ring.name, tenant.name)}
      verb={
        gate.closed
          ? waitVerb(gate.reading?.at ?? null, gate.now)
          : gate.early
            ? words.rotate.verb.early
            : words.rotate.verb.now
      }
      working={words.rotate.working}
      dangerous={unseen || gate.early}
      ready={(!unseen || accepted) && gate.ready}
      wide
      aside={<EarlyDoor gate={gate} />}
      command={{ ...rotate, error: missing === null ? gate.error : null }}
      onSubmit={() => submit()}
      onClose={onClose}
    >
      <MoveList
        moves={outcome.moves.map((move) => ({ ...move, means: meaningOf(move, outcome.formerKid, algorithm) }))}
      />
      <TimeGateNotice gate={gate} kind="ready" kid={nextKid} />
      {missing !== null && (
        <RehearsalNotice facts={missing} busy={rotate.busy} onGoAhead={() => void submit({ overriding: true })} />
      )}
      {outcome.cautions.includes('production') && (
        <Notice tone="caution" title={words.rotate.production.title(tenant.name)}>
          <p>{words.rotate.production.means}</p>
        </Notice>
      )}
      {unseen && (
        <>
          <Notice tone="danger" title={unseenWords.title}>
            <p>{unseenWords.means(shortKid(nextKid))}</p>
          </Notice>
          <Checkbox
            label={words.rotate.accept}
            checked={accepted}
            onChange={(event) => setAccepted(event.currentTarget.checked)}
          />
        </>
      )}
      <TextInput
        label={words.common.reason}
        description={words.common.reasonGoesIntoAudit}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {gate.early && isConfirmed(tenant) ? <AskedElsewhere /> : <EarlyReason gate={gate} />}
    </CommandDialog>
  );
}

function meaningOf({ to }: Move, formerKid: string | null, algorithm: string): string {
  switch (to) {
    case 'current':
      return words.rotate.means.current;
    case 'previous':
      return formerKid === null ? '' : words.rotate.means.previous(shortKid(formerKid));
    case 'next':
      return words.rotate.means.next(algorithm);
    case 'revoked':
    case 'replaced':
      return '';
  }
}
