// A person says that the consumers have the new certificate. No machine can know it, so it is asked and recorded.
import type { RotationPlan } from '../../shared/plan.ts';
import { announce } from '../state/announce.ts';
import { useCommand } from '../state/commands.ts';
import { shortKid } from '../text/hex.ts';
import { CommandDialog } from './command-dialog.tsx';

interface ConfirmConsumersDialogProps {
  tenant: string;
  plan: RotationPlan;
  /** Those of the register whose answer is missing; left out when the register has nobody to ask. */
  names?: readonly string[];
  onClose: () => void;
}

export function ConfirmConsumersDialog({ tenant, plan: { to }, names, onClose }: ConfirmConsumersDialogProps) {
  const confirm = useCommand('plan.confirm');

  async function submit() {
    if ((await confirm.run({ tenant, kid: to })).done) {
      announce(`Confirmed: consumers have ${shortKid(to)}`);
      onClose();
    }
  }

  return (
    <CommandDialog
      title={`Do all consumers have ${shortKid(to)}?`}
      verb="Yes, they have it"
      working="Recording the confirmation"
      command={confirm}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        Confirm when everybody who holds the certificate by hand has put the new one in place: pinned certificates, SAML
        service providers, inline key sets, firmware. Whoever has not refuses tokens after the rotation.
      </p>
      {names !== undefined && <p>It is recorded for each of them: {names.join(', ')}.</p>}
      <p>Your confirmation goes into the audit log under your name.</p>
    </CommandDialog>
  );
}
