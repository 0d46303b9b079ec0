// Every public format of every key of a tenant in one go, with progress, and a way to stop that leaves nothing half done.
import { Button } from '@mantine/core';
import { IconFileZip, IconFolder } from '@tabler/icons-react';
import { useCommand } from '../../state/commands.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { CancelButton } from '../../parts/cancel-button.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/section.tsx';
import { Working } from '../../parts/working.tsx';
import { Octets } from '../../parts/octets.tsx';

const said = words.exporting.everything;

export function ExportEverything({ tenant }: { tenant: string }) {
  const save = useCommand('export.all');
  const actions = save.busy ? (
    <CancelButton command={save} what={said.work} />
  ) : (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconFolder size={15} aria-hidden />}
        onClick={() => void save.run({ tenant, as: 'folder' })}
      >
        {said.folder}
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconFileZip size={15} aria-hidden />}
        onClick={() => void save.run({ tenant, as: 'zip' })}
      >
        {said.zip}
      </Button>
    </>
  );
  return (
    <Section title={said.title} lead={said.lead} actions={actions}>
      <div className="stack">
        <Working channel="export.all" busy={save.busy} label={said.working} />
        <Failure error={save.error} />
        {save.result && (
          <Notice tone="good" role="status" title={said.saved(save.result.folder, save.result.files)}>
            <p>{say(said.manifest(<Octets value={save.result.manifestSha256} />))}</p>
          </Notice>
        )}
        {save.result === null && <Notice tone="info" role="status" title={words.exporting.notSaved} />}
      </div>
    </Section>
  );
}
