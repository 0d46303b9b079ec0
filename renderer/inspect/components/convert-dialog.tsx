// The public key of the file that was just inspected, saved in another format. The main process still knows which file that
// was, and asks where the new one is to go.
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { Conversion } from '../../../shared/domain/exports/conversion.ts';
import { CONVERT_FORMATS } from '../../../shared/domain/formats.ts';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import { Notice } from '../../parts/notice.tsx';
import { announce } from '../../state/announce.ts';
import { useCommand } from '../../state/commands.ts';
import { words } from '../../text/words.ts';

const said = words.inspect.convert;

export function ConvertDialog({ fileName, onClose }: { fileName: string; onClose: () => void }) {
  const convert = useCommand('file.convert');
  const [format, setFormat] = useState<(typeof CONVERT_FORMATS)[number]>('pem');
  const [made, setMade] = useState<Conversion | null>(null);

  async function submit() {
    setMade(null);
    const outcome = await convert.run({ format });
    if (outcome.done && outcome.result !== null) {
      setMade(outcome.result);
      announce(said.done(outcome.result.fileName));
    }
  }

  return (
    <CommandDialog
      title={said.title(fileName)}
      verb={said.verb}
      working={said.working}
      command={convert}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{said.what}</p>
      <NativeSelect
        label={said.format}
        value={format}
        data={CONVERT_FORMATS.map((each) => ({ value: each, label: words.formats.format[each].name }))}
        onChange={(event) => setFormat(CONVERT_FORMATS.find((each) => each === event.currentTarget.value) ?? 'pem')}
      />
      {made !== null && (
        <Notice tone="good" title={said.done(made.fileName)} role="status">
          {made.notes.map((note) => (
            <p key={note}>{words.shared.conversion.note(note)}</p>
          ))}
        </Notice>
      )}
    </CommandDialog>
  );
}
