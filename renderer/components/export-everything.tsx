// Every public format of every key of a tenant in one go, with progress, and a way to stop that leaves nothing half done.
import { Button } from '@mantine/core';
import { IconFileZip, IconFolder } from '@tabler/icons-react';
import { useCommand } from '../state/commands.ts';
import { EVERYTHING } from '../text/export-formats.ts';
import { count } from '../text/hex.ts';
import { CancelButton } from './cancel-button.tsx';
import { Failure } from './failure.tsx';
import { Notice } from './notice.tsx';
import { Section } from './section.tsx';
import { Working } from './working.tsx';

export function ExportEverything({ tenant }: { tenant: string }) {
  const save = useCommand('export.all');
  const actions = save.busy ? (
    <CancelButton channel="export.all" what="the export" />
  ) : (
    <>
      <Button
        size="xs"
        leftSection={<IconFolder size={15} aria-hidden />}
        onClick={() => void save.run({ tenant, as: 'folder' })}
      >
        Make a folder…
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconFileZip size={15} aria-hidden />}
        onClick={() => void save.run({ tenant, as: 'zip' })}
      >
        Make a ZIP…
      </Button>
    </>
  );
  return (
    <Section title="Everything at once" lead={EVERYTHING} actions={actions}>
      <div className="stack">
        <Working channel="export.all" busy={save.busy} label="Choosing the place" />
        <Failure error={save.error} />
        {save.result && (
          <Notice
            tone="good"
            role="status"
            title={`Saved ${save.result.folder} with ${count(save.result.files, 'file')}`}
          >
            <p>
              SHA-256 of manifest.json <span className="mono">{save.result.manifestSha256}</span>
            </p>
          </Notice>
        )}
        {save.result === null && <Notice tone="info" role="status" title="Nothing was saved: the dialog was closed." />}
      </div>
    </Section>
  );
}
