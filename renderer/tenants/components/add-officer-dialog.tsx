// Another officer who may say the second yes: who it is, and the fingerprint of the device that is theirs.
import { officerSchema } from '../../../shared/domain/four-eyes/four-eyes.ts';
import { useCommand } from '../../state/commands.ts';
import { useSchemaForm } from '../../state/schema-form.ts';
import { words } from '../../text/words.ts';
import { AskedElsewhere } from '../../parts/asked-elsewhere.tsx';
import { ActDialog } from '../../parts/act-dialog.tsx';
import { FormText } from '../../parts/form-text.tsx';

const SAID = words.fourEyes.dialog;

export function AddOfficerDialog({ tenant, onClose }: { tenant: string; onClose: () => void }) {
  const add = useCommand('officer.add');
  const form = useSchemaForm(officerSchema, { name: '', device: '' }, (values) => ({ tenant, ...values }));

  return (
    <ActDialog
      title={SAID.title(tenant)}
      verb={SAID.verb}
      working={words.fourEyes.working}
      command={add}
      wide
      args={form.parse}
      done={(_, { name }) => SAID.done(name)}
      onClose={onClose}
    >
      <FormText form={form} field="name" label={SAID.name.label} description={SAID.name.means} required />
      <FormText form={form} field="device" label={SAID.device.label} description={SAID.device.means} required />
      <AskedElsewhere />
    </ActDialog>
  );
}
