// Takes a private key from a file into the ring. The main process asks for the file and reads it; no key byte comes
// into the window.
import { Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { keyImportSchema } from '../../shared/contract.ts';
import type { RingView, Tenant } from '../../shared/model.ts';
import { announce } from '../state/announce.ts';
import { useCommand } from '../state/commands.ts';
import { useSchemaForm } from '../state/schema-form.ts';
import { algorithmLine } from '../text/algorithms.ts';
import { CommandDialog } from './command-dialog.tsx';

interface ImportDialogProps {
  tenant: Tenant;
  view: RingView;
  onClose: () => void;
}

const PLACES = [
  { value: 'next', label: 'Next', description: 'Publish it and rotate when verifiers know it. The usual way.' },
  {
    value: 'current',
    label: 'Current',
    description: 'It signs at once. Only while the current key was never published or used.',
  },
  { value: 'previous', label: 'Previous', description: 'It signs no more, but its tokens should still verify.' },
] as const;

const INITIAL: { place: (typeof PLACES)[number]['value']; kid: string } = { place: 'next', kid: '' };

export function ImportDialog({ tenant, view: { ring }, onClose }: ImportDialogProps) {
  const importKey = useCommand('key.import');
  const [closedWithoutFile, setClosedWithoutFile] = useState(false);
  const form = useSchemaForm(keyImportSchema, INITIAL, ({ place, kid }) => ({
    tenant: tenant.name,
    ring: ring.name,
    as: place,
    ...(kid.trim() === '' ? {} : { kid: kid.trim() }),
  }));

  async function submit() {
    const args = form.parse();
    if (args === null) {
      return;
    }
    setClosedWithoutFile(false);
    const outcome = await importKey.run(args);
    if (outcome.done && outcome.result === null) {
      setClosedWithoutFile(true);
    } else if (outcome.done) {
      announce(`Imported a key into ring ${ring.name}`);
      onClose();
    }
  }

  return (
    <CommandDialog
      title={`Import a key into “${ring.name}”`}
      verb="Choose file…"
      working="Waiting for the file"
      command={importKey}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        The file holds a private key for {algorithmLine(ring.alg, ring.bits)}. It is read outside this window, and its
        private half goes into the keychain. The file itself stays where it is: remove it when you are done.
      </p>
      <Radio.Group
        label="Import it as"
        value={form.values.place}
        onChange={(value) => form.set('place', PLACES.find((place) => place.value === value)?.value ?? 'next')}
      >
        <div className="stack-tight radio-list">
          {PLACES.map((place) => (
            <Radio key={place.value} {...place} />
          ))}
        </div>
      </Radio.Group>
      <TextInput
        label="Key id (kid)"
        description="Optional. Leave blank for the RFC 7638 thumbprint; give the id that verifiers already know to keep it."
        value={form.values.kid}
        error={form.problems.kid}
        onChange={(event) => form.set('kid', event.currentTarget.value)}
      />
      {closedWithoutFile && <p role="status">No file was chosen. Nothing was changed.</p>}
    </CommandDialog>
  );
}
