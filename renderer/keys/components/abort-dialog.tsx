// Taking the last rotation back, while it has had no effect outside. Every consequence is named, key by key.
import { useState } from 'react';
import { abortSchema } from '../../../shared/acts/keys.ts';
import type { RingView } from '../../../shared/domain/key-ring/ring.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { useCommand } from '../../state/commands.ts';
import { abortOutcome } from '../state/rotation.ts';
import { useSchemaForm } from '../../state/schema-form.ts';
import { shortKid } from '../../text/hex.ts';
import { words } from '../../text/words.ts';
import { ActDialog } from '../../parts/act-dialog.tsx';
import { MoveList } from './move-list.tsx';
import { ReasonField } from './reason-field.tsx';

interface AbortDialogProps {
  tenant: Tenant;
  view: RingView;
  onClose: () => void;
}

export function AbortDialog({ tenant, view, onClose }: AbortDialogProps) {
  const [outcome] = useState(() => abortOutcome(view));
  const abort = useCommand('key.abortRotation');
  const ring = view.ring.name;
  const form = useSchemaForm(abortSchema, { reason: '' }, ({ reason }) => ({ tenant: tenant.name, ring, reason }));
  if (!outcome.possible) {
    return null;
  }
  const { formerKid, abandonedKid, freshKid } = outcome;
  const text = words.rotate.abort;

  return (
    <ActDialog
      title={text.title(ring)}
      verb={text.verb}
      working={text.working}
      wide
      command={abort}
      args={form.parse}
      done={() => text.done(shortKid(formerKid))}
      onClose={onClose}
    >
      <MoveList
        moves={[
          { kid: formerKid, from: 'previous', to: 'current', means: text.former },
          { kid: abandonedKid, from: 'current', to: 'next', means: text.abandoned },
          ...(freshKid === null ? [] : [{ kid: freshKid, from: 'next', to: 'replaced', means: text.fresh } as const]),
        ]}
      />
      <p>{text.push}</p>
      <ReasonField form={form} description={text.reasonMeans} first />
    </ActDialog>
  );
}
