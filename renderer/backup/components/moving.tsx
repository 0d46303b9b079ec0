// Moving to a new machine, step by step: what is done is ticked by what is on record, and the last step is a proof.
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import type { BackupStatus } from '../../../shared/domain/backup/backup.ts';
import { words } from '../../text/words.ts';
import { Section } from '../../parts/section.tsx';
import { useBackupStatus } from '../state/queries.ts';

const SAID = words.backup.moving;

export function Moving() {
  const { data: status } = useBackupStatus();
  return (
    <Section title={SAID.title} lead={SAID.lead}>
      <ol className="plain-list stack">
        {SAID.steps.map(({ title, means }, index) => (
          <li key={title} className="backup-step">
            <h3 className="row">
              <Tick done={status !== undefined && isDone(index, status)} />
              {title}
            </h3>
            <p>{means}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Tick({ done }: { done: boolean }) {
  return done ? <IconCircleCheck size={18} aria-label={SAID.done} /> : <IconCircle size={18} aria-label={SAID.toDo} />;
}

/** The first two, on the old machine: a backup that holds every key, and a drill of it. The rest is on the new one. */
function isDone(step: number, { last, unsaved }: BackupStatus): boolean {
  return last !== null && unsaved.length === 0 && (step === 0 || (step === 1 && last.drill === 'passed'));
}
