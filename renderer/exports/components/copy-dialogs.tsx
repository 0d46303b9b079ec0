// What became of a copy that was handed over, as a person knows it from its recipient: it arrived, or it is gone.
import { confirmCopySchema, destroyedCopySchema, type HandOver } from '../../../shared/domain/exports/hand-over.ts';
import { useCommand } from '../../state/commands.ts';
import { useSchemaForm } from '../../state/schema-form.ts';
import { ActDialog } from '../../parts/act-dialog.tsx';
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

  return (
    <ActDialog
      title={confirming.title(number)}
      verb={confirming.verb}
      working={confirming.working}
      command={confirm}
      args={form.parse}
      done={() => confirming.done(number)}
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
    </ActDialog>
  );
}

export function CopyDestroyedDialog({ copy: { tenant, number, to }, onClose }: CopyDialogProps) {
  const destroyed = useCommand('handover.destroyed');
  const form = useSchemaForm(destroyedCopySchema, { how: '' }, (values) => ({ ...values, tenant, number }));

  return (
    <ActDialog
      title={destroying.title(number)}
      verb={destroying.verb}
      working={destroying.working}
      command={destroyed}
      args={form.parse}
      done={() => destroying.done(number)}
      onClose={onClose}
    >
      <p>{destroying.means(to)}</p>
      <FormText form={form} field="how" label={destroying.how} description="" required />
    </ActDialog>
  );
}
