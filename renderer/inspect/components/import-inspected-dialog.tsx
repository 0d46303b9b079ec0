// Takes the private key of the file that was just inspected into a ring. The main process still knows which file that
// was; a passphrase is asked for outside the page.
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { keyImportSchema } from '../../../shared/acts/keys.ts';
import type { FoundFile } from '../../../shared/domain/reading/inspection.ts';
import { fitsFile } from '../../../shared/domain/reading/key-fit.ts';
import type { RingView } from '../../../shared/domain/key-ring/ring.ts';
import { isInUse } from '../../fleet/state/tenant-groups.ts';
import { useCommand } from '../../state/commands.ts';
import { useTenant, useTenants } from '../../state/queries.ts';
import { go } from '../../state/route.ts';
import { useSchemaForm } from '../../state/schema-form.ts';
import { algorithmLine } from '../../text/algorithms.ts';
import { words } from '../../text/words.ts';
import { ComeIntoView } from '../../parts/come-into-view.tsx';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import { BLANK_IMPORT, importArgs, ImportFields, openPlace } from '../../keys/components/import-fields.tsx';
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
  const names = tenants.filter(isInUse).map((one) => one.tenant.name);
  const [tenant, setTenant] = useState(only(names));
  const { data: view } = useTenant(tenant, tenant !== '');
  const rings = view?.rings.filter((one) => fitsFile(one.ring.alg, found)) ?? [];
  const onlyRing = only(rings.map((one) => one.ring.name));
  const ringNamed = (name: string): RingView | undefined => rings.find((one) => one.ring.name === name);
  const form = useSchemaForm(keyImportSchema, { ...BLANK_IMPORT, ring: '' }, ({ ring: chosen, ...values }) => {
    const name = chosen || onlyRing;
    return { tenant, ring: name, inspected: true, ...importArgs(openPlace(values, ringNamed(name))) };
  });
  const ring = form.values.ring || onlyRing;

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
        data={['', ...names]}
        onChange={(event) => {
          setTenant(event.currentTarget.value);
          form.set('ring', '');
        }}
      />
      {view !== undefined && (
        <RingChoice tenant={tenant} rings={rings} ring={ring} onChoose={(name) => form.set('ring', name)} />
      )}
      <ImportFields form={{ ...form, values: openPlace(form.values, ringNamed(ring)) }} ring={ringNamed(ring)} />
      <ComeIntoView news={stopped}>
        <p role="status">{said.stopped}</p>
      </ComeIntoView>
    </CommandDialog>
  );
}

/** What needs no choosing. */
const only = (names: readonly string[]): string => (names.length === 1 ? (names[0] ?? '') : '');

interface RingChoiceProps {
  tenant: string;
  /** Those that the key fits. */
  rings: readonly RingView[];
  ring: string;
  onChoose: (ring: string) => void;
}

function RingChoice({ tenant, rings, ring, onChoose }: RingChoiceProps) {
  if (rings.length === 0) {
    return <p role="status">{said.noRingFits(tenant)}</p>;
  }
  return (
    <NativeSelect
      label={said.ring}
      description={said.ringMeans}
      value={ring}
      data={[
        { value: '', label: '' },
        ...rings.map(({ ring: { name, alg, bits } }) => ({
          value: name,
          label: `${name} (${algorithmLine(alg, bits)})`,
        })),
      ]}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  );
}
