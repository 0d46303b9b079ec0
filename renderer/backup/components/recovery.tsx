// Drilling and restoring. The file and what opens it are asked for outside this page; a restore shows first what it would do.
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { BACKUP_OPENERS } from '../../../shared/acts/backup.ts';
import { announce } from '../../state/announce.ts';
import { useCommand } from '../../state/commands.ts';
import { words } from '../../text/words.ts';
import { ComeIntoView } from '../../parts/come-into-view.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Section } from '../../parts/section.tsx';
import { Working } from '../../parts/working.tsx';
import { DrillOutcome } from './drill-outcome.tsx';
import { RestorePreviewed } from './restore-previewed.tsx';

const SAID = words.backup.recovery;

export function Recovery() {
  const [by, setBy] = useState<(typeof BACKUP_OPENERS)[number]>('passphrase');
  const drill = useCommand('backup.drill');
  const look = useCommand('backup.look');
  const busy = drill.busy || look.busy;
  const begin = async (which: typeof drill | typeof look, other: typeof drill | typeof look) => {
    other.reset();
    const outcome = await which.run({ by });
    if (outcome.done && outcome.result === null) {
      announce(SAID.nothing);
    }
  };
  return (
    <Section title={SAID.title} lead={SAID.lead}>
      <div className="stack">
        <div className="row backup-recovery">
          <NativeSelect
            label={SAID.by}
            value={by}
            data={BACKUP_OPENERS.map((value) => ({ value, label: SAID.openers[value] }))}
            onChange={({ currentTarget: { value } }) => setBy(BACKUP_OPENERS.find((one) => one === value) ?? by)}
          />
          <Button
            size="xs"
            variant="default"
            loading={drill.busy}
            disabled={busy}
            onClick={() => void begin(drill, look)}
          >
            {SAID.drill}
          </Button>
          <Button
            size="xs"
            variant="default"
            loading={look.busy}
            disabled={busy}
            onClick={() => void begin(look, drill)}
          >
            {SAID.look}
          </Button>
        </div>
        <Working
          channel="backup.drill"
          busy={drill.busy}
          label={SAID.drilling}
          cancel={{ command: drill, what: SAID.theDrill }}
        />
        <Working
          channel="backup.look"
          busy={look.busy}
          label={SAID.looking}
          cancel={{ command: look, what: SAID.theLook }}
        />
        <ComeIntoView news={(drill.error ?? look.error) !== null}>
          <Failure error={drill.error ?? look.error} />
        </ComeIntoView>
        <ComeIntoView news={drill.result !== undefined}>
          {drill.result && <DrillOutcome {...drill.result} />}
        </ComeIntoView>
        <ComeIntoView news={look.result !== undefined}>
          {look.result && <RestorePreviewed key={look.result.hash} preview={look.result} onDone={look.reset} />}
        </ComeIntoView>
      </div>
    </Section>
  );
}
