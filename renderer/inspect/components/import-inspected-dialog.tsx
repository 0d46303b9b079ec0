// Takes the private key of the file that was just inspected into a ring. The main process still knows which file that
// was; a passphrase is asked for outside the page.
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { keyImportSchema } from '../../../shared/acts/keys.ts';
import type { FoundFile } from '../../../shared/domain/reading/inspection.ts';
import { fitsFile } from '../../../shared/domain/reading/key-fit.ts';
import { useCommand } from '../../state/commands.ts';
import { useTenant, useTenants } from '../../state/queries.ts';
import { go } from '../../state/route.ts';
import { useSchemaForm } from '../../state/schema-form.ts';
import { algorithmLine } from '../../text/algorithms.ts';
import { words } from '../../text/words.ts';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import { BLANK_IMPORT, importArgs, ImportFields } from '../../keys/components/import-fields.tsx';
import { noteImported } from '../../keys/state/imported.ts';

const said = words.importing.inspected;

interface ImportInspectedDialogProps {
  fileName: string;
  found: FoundFile;
  onClose: () => void;
}

export function ImportInspectedDialog({ fileName, found, onClose }: ImportInspectedDialogProps) {
  const importKey = useCommand('key.import');
  const [stopped, setStopped] = useState(false);
  const { data: tenants = [] } = useTenants();
  const form = useSchemaForm(
    keyImportSchema,
    { ...BLANK_IMPORT, tenant: '', ring: '' },
    ({ tenant, ring, ...values }) => ({ tenant, ring, inspected: true, ...importArgs(values) }),
  );
  const { tenant, ring } = form.values;

  async function submit() {
    const args = form.parse();
    if (args === null) {
      return;
    }
    setStopped(false);
    const outcome = await importKey.run(args);
    if (!outcome.done) {
      return;
    }
    if (outcome.result === null) {
      setStopped(true);
    } else {
      noteImported(outcome.result, args.as);
      onClose();
      go({ screen: 'keys', tenant });
    }
  }

  return (
    <CommandDialog
      title={said.title(fileName)}
      verb={said.verb}
      working={said.working}
      ready={tenant !== '' && ring !== ''}
      command={importKey}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{found.importable === 'with its passphrase' ? said.whatLocked : said.what}</p>
      <NativeSelect
        label={said.tenant}
        value={tenant}
        data={['', ...tenants.map((one) => one.tenant.name)]}
        onChange={(event) => {
          form.set('tenant', event.currentTarget.value);
          form.set('ring', '');
        }}
      />
      {tenant !== '' && (
        <RingChoice tenant={tenant} found={found} ring={ring} onChoose={(name) => form.set('ring', name)} />
      )}
      <ImportFields form={form} />
      {stopped && <p role="status">{said.stopped}</p>}
    </CommandDialog>
  );
}

interface RingChoiceProps {
  tenant: string;
  found: FoundFile;
  ring: string;
  onChoose: (ring: string) => void;
}

function RingChoice({ tenant, found, ring, onChoose }: RingChoiceProps) {
  const { data: view } = useTenant(tenant);
  const rings = (view?.rings ?? []).map((one) => one.ring).filter(({ alg }) => fitsFile(alg, found));
  if (view !== undefined && rings.length === 0) {
    return <p role="status">{said.noRingFits(tenant)}</p>;
  }
  return (
    <NativeSelect
      label={said.ring}
      description={said.ringMeans}
      value={ring}
      data={[
        { value: '', label: '' },
        ...rings.map(({ name, alg, bits }) => ({ value: name, label: `${name} (${algorithmLine(alg, bits)})` })),
      ]}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  );
}
