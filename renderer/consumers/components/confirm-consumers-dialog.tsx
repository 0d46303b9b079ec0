// A person says that the consumers have the new certificate. No machine can know it, so it is asked and recorded.
import type { RotationPlan } from '../../../shared/domain/plan/plan.ts';
import { useCommand } from '../../state/commands.ts';
import { shortKid } from '../../text/hex.ts';
import { words } from '../../text/words.ts';
import { ActDialog } from '../../parts/act-dialog.tsx';

const said = words.consumers.confirmAll;

interface ConfirmConsumersDialogProps {
  tenant: string;
  plan: RotationPlan;
  /** Those of the register whose answer is missing; left out when the register has nobody to ask. */
  names?: readonly string[];
  onClose: () => void;
}

export function ConfirmConsumersDialog({ tenant, plan: { to }, names, onClose }: ConfirmConsumersDialogProps) {
  const confirm = useCommand('plan.confirm');

  return (
    <ActDialog
      title={said.title(shortKid(to))}
      verb={said.verb}
      working={words.consumers.confirm.working}
      command={confirm}
      args={() => ({ tenant, kid: to })}
      done={() => said.done(shortKid(to))}
      onClose={onClose}
    >
      <p>{said.means}</p>
      {names !== undefined && <p>{said.recordedFor(names.join(', '))}</p>}
      <p>{words.consumers.confirm.underYourName}</p>
    </ActDialog>
  );
}
