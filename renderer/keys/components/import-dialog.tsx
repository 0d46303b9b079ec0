// Takes a private key from a file into the ring. The main process asks for the file and reads it; no key byte comes
// into the window.
import { useState } from 'react';
import { keyImportSchema } from '../../../shared/acts/keys.ts';
import type { RingView } from '../../../shared/domain/key-ring/ring.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { useCommand } from '../../state/commands.ts';
import { useSchemaForm } from '../../state/schema-form.ts';
import { algorithmLine } from '../../text/algorithms.ts';
import { words } from '../../text/words.ts';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import { blankImport, importArgs, ImportFields } from './import-fields.tsx';
import { noteImported } from '../state/imported.ts';

const said = words.importing.file;

interface ImportDialogProps {
  tenant: Tenant;
  view: RingView;
  onClose: () => void;
}

export function ImportDialog({ tenant, view, onClose }: ImportDialogProps) {
  const { ring } = view;
  const importKey = useCommand('key.import');
  const [closedWithoutFile, setClosedWithoutFile] = useState(false);
  const form = useSchemaForm(keyImportSchema, blankImport(view), (values) => ({
    tenant: tenant.name,
    ring: ring.name,
    ...importArgs(values),
  }));

  async function submit() {
    const args = form.parse();
    if (args === null) {
      return;
    }
    setClosedWithoutFile(false);
    const outcome = await importKey.run(args);
    if (!outcome.done) {
      return;
    }
    if (outcome.result === null) {
      setClosedWithoutFile(true);
    } else {
      noteImported(outcome.result, args.as);
      onClose();
    }
  }

  return (
    <CommandDialog
      title={said.title(ring.name)}
      verb={said.verb}
      working={said.working}
      command={importKey}
      said={{ ...importArgs(form.values) }}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{said.what(algorithmLine(ring.alg, ring.bits))}</p>
      <ImportFields form={form} ring={view} />
      {closedWithoutFile && <p role="status">{said.noFile}</p>}
    </CommandDialog>
  );
}
