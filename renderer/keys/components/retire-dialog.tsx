// The end of a ring: it signs no more and takes no more keys. Every consequence is named, key by key.
import { ringRetireSchema } from '../../../shared/acts/tenants.ts';
import type { RingView } from '../../../shared/domain/key-ring/ring.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { useCommand } from '../../state/commands.ts';
import { isConfirmed } from '../../state/confirmed.ts';
import { keyIn } from '../../../shared/domain/key-ring/lane.ts';
import { useSchemaForm } from '../../state/schema-form.ts';
import { words } from '../../text/words.ts';
import { AskedElsewhere } from '../../parts/asked-elsewhere.tsx';
import { ActDialog } from '../../parts/act-dialog.tsx';
import { MoveList } from './move-list.tsx';
import { ReasonField } from './reason-field.tsx';

interface RetireDialogProps {
  tenant: Tenant;
  view: RingView;
  onClose: () => void;
}

const text = words.ring.retire;

export function RetireDialog({ tenant, view, onClose }: RetireDialogProps) {
  const retire = useCommand('ring.retire');
  const ring = view.ring.name;
  const elsewhere = isConfirmed(tenant);
  const form = useSchemaForm(ringRetireSchema, { reason: '' }, ({ reason }) => ({ tenant: tenant.name, ring, reason }));
  const [current, next] = [keyIn('current', view.keys), keyIn('next', view.keys)];

  return (
    <ActDialog
      title={text.title(ring)}
      verb={text.verb}
      working={text.working}
      wide
      command={retire}
      args={() => (elsewhere ? { tenant: tenant.name, ring } : form.parse())}
      done={() => text.done(ring)}
      onClose={onClose}
    >
      <p>{text.means}</p>
      <MoveList
        moves={[
          ...(current === null
            ? []
            : [{ kid: current.kid, from: 'current' as const, to: 'previous' as const, means: text.current }]),
          ...(next === null
            ? []
            : [{ kid: next.kid, from: 'next' as const, to: 'revoked' as const, means: text.next }]),
        ]}
      />
      <p>{text.push}</p>
      {elsewhere ? <AskedElsewhere /> : <ReasonField form={form} first />}
    </ActDialog>
  );
}
