// A backup that some people open together: who gets a share, and how many of them are needed. The sheets are made, printed and
// saved outside this page, which never sees a share.
import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Backup } from '../../../shared/domain/backup/backup.ts';
import { LEAST_SHARES, MOST_SHARES, shareOrderSchema } from '../../../shared/domain/backup/shares.ts';
import { useCommand } from '../../state/commands.ts';
import { words } from '../../text/words.ts';
import { CommandDialog } from '../../parts/command-dialog.tsx';

const SAID = words.backup.shares;

interface SharesDialogProps {
  /** With the backup, or `null` when a later dialog was closed; with nothing when this one was. */
  onClose: (outcome?: Backup | null) => void;
}

export function SharesDialog({ onClose }: SharesDialogProps) {
  const create = useCommand('backup.create');
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState(LEAST_SHARES);
  const holders = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const most = Math.min(MOST_SHARES, Math.max(LEAST_SHARES, holders.length));
  const threshold = Math.min(wanted, most);
  const order = shareOrderSchema.safeParse({ holders, threshold });

  async function submit() {
    const outcome = order.success ? await create.run({ protection: 'shares', shares: order.data }) : null;
    if (outcome?.done === true) {
      onClose(outcome.result);
    }
  }

  return (
    <CommandDialog
      title={SAID.title}
      verb={SAID.verb}
      working={words.backup.status.working}
      command={create}
      ready={order.success}
      onSubmit={submit}
      onClose={() => onClose()}
    >
      <p>{SAID.lead}</p>
      <Textarea
        data-autofocus
        label={SAID.holders}
        description={SAID.holdersMeans(MOST_SHARES)}
        rows={5}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={holders.length < LEAST_SHARES || order.success ? null : SAID.unfit}
      />
      <NativeSelect
        label={SAID.threshold}
        description={SAID.thresholdMeans}
        value={String(threshold)}
        data={Array.from({ length: most - LEAST_SHARES + 1 }, (_, index) => ({
          value: String(index + LEAST_SHARES),
          label: SAID.of(index + LEAST_SHARES, Math.max(holders.length, LEAST_SHARES)),
        }))}
        onChange={(event) => setWanted(Number(event.currentTarget.value))}
      />
    </CommandDialog>
  );
}
