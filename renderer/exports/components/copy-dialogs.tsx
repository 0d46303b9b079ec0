// What became of a copy that was handed over, as a person knows it from its recipient: it arrived, or it is gone.
import { confirmCopySchema, destroyedCopySchema, type HandOver } from '../../../shared/domain/exports/hand-over.ts';
import { announce } from '../../state/announce.ts';
import { useCommand } from '../../state/commands.ts';
import { useSchemaForm } from '../../state/schema-form.ts';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import { FormText } from '../../parts/form-text.tsx';
import { words } from '../../text/words.ts';

const { confirming, destroying } = words.handOver;

interface CopyDialogProps {
  copy: HandOver;
  onClose: () => void;
}

export function ConfirmCopyDialog({ copy: { tenant, number, to }, onClose }: CopyDialogProps) {
  const confirm = useCommand('handover.confirm');
  const form = useSchemaForm(confirmCopySchema, { fingerprint: '' }, (values) => ({ ...values, tenant, number }));

  async function submit() {
    const args = form.parse();
    const outcome = args === null ? null : await confirm.run(args);
    if (outcome?.done === true) {
      announce(confirming.done(number));
      onClose();
    }
  }

  return (
    <CommandDialog
      title={confirming.title(number)}
      verb={confirming.verb}
      working={confirming.working}
      command={confirm}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{confirming.means(to)}</p>
      <FormText
        form={form}
        field="fingerprint"
        label={confirming.fingerprint}
        description={confirming.digits}
        required
      />
    </CommandDialog>
  );
}

export function CopyDestroyedDialog({ copy: { tenant, number, to }, onClose }: CopyDialogProps) {
  const destroyed = useCommand('handover.destroyed');
  const form = useSchemaForm(destroyedCopySchema, { how: '' }, (values) => ({ ...values, tenant, number }));

  async function submit() {
    const args = form.parse();
    const outcome = args === null ? null : await destroyed.run(args);
    if (outcome?.done === true) {
      announce(destroying.done(number));
      onClose();
    }
  }

  return (
    <CommandDialog
      title={destroying.title(number)}
      verb={destroying.verb}
      working={destroying.working}
      command={destroyed}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{destroying.means(to)}</p>
      <FormText form={form} field="how" label={destroying.how} description="" required />
    </CommandDialog>
  );
}
