// The vault passphrase, and after which time an unused window locks.
import { Button, NativeSelect } from '@mantine/core';
import type { AppStatus } from '../../../shared/acts/app.ts';
import type { Finding } from '../../../shared/domain/doctor/report.ts';
import { useLock } from '../../state/lock.ts';
import { Failure } from '../../parts/failure.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/section.tsx';
import { Working } from '../../parts/working.tsx';
import { useIntent } from '../../state/intent.ts';
import { words } from '../../text/words.ts';
import { usePreference } from '../state/preferences.ts';
import { useVaultPassphrase } from '../state/vault-passphrase.ts';

const LOCK = words.lock;

const MINUTES = [0, 1, 5, 10, 15, 30, 60, 240];

export function VaultSection({ seal: { stage } }: Pick<AppStatus, 'seal'>) {
  const { command, change } = useVaultPassphrase();
  const { state, lock, unlock, unlocking } = useLock();
  const after = usePreference('lockAfterMinutes');
  useIntent(
    ['vault.lock', 'vault.passphrase'],
    {},
    (act) =>
      void (act === 'vault.lock'
        ? state === 'locked'
          ? unlock()
          : lock()
        : change(stage === 'none' ? 'set' : 'change')),
  );

  return (
    <Section title={LOCK.title} lead={LOCK.lead}>
      <div className="stack">
        <Notice tone={stage === 'none' ? 'info' : 'good'} title={LOCK.stage[stage]}>
          <p>{stage === 'none' ? LOCK.withoutMeans : LOCK.withMeans}</p>
        </Notice>
        <Failure error={command.error ?? unlocking.error} />
        <Damaged findings={command.result?.damaged ?? []} />
        <div className="row row-wrap">
          {stage === 'none' ? (
            <Button variant="default" size="xs" disabled={command.busy} onClick={() => void change('set')}>
              {LOCK.set}
            </Button>
          ) : state === 'locked' ? (
            <Button variant="default" size="xs" disabled={unlocking.busy} onClick={() => void unlock()}>
              {LOCK.unlock}
            </Button>
          ) : (
            <>
              <Button variant="default" size="xs" onClick={() => void lock()}>
                {LOCK.lockNow}
              </Button>
              <Button variant="default" size="xs" disabled={command.busy} onClick={() => void change('change')}>
                {LOCK.change}
              </Button>
              <Button variant="default" size="xs" disabled={command.busy} onClick={() => void change('remove')}>
                {LOCK.remove}
              </Button>
            </>
          )}
          <Working channel="vault.passphrase" busy={command.busy} label={words.credentials.answer} />
        </div>
        {stage !== 'none' && (
          <NativeSelect
            label={LOCK.after}
            description={LOCK.afterMeans}
            value={String(after.value ?? '')}
            disabled={after.value === null || after.busy}
            onChange={(event) => void after.choose(Number(event.currentTarget.value))}
            data={MINUTES.map((minutes) => ({ value: String(minutes), label: LOCK.minutes(minutes) }))}
          />
        )}
        <Failure error={after.error} />
      </div>
    </Section>
  );
}

/** What could not be read while everything was sealed or opened, and what to do about it. */
function Damaged({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) {
    return null;
  }
  return (
    <Notice tone="danger" title={LOCK.damaged} role="alert">
      <ul>
        {findings.map((found) => {
          const { message, advice } = words.shared.doctorFinding(found);
          return (
            <li key={message}>
              {message} {advice}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
