// How this machine is: the keychain that holds the private keys, the sandbox, and the way to the settings.
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import {
  IconClockExclamation,
  IconGitBranch,
  IconLifebuoy,
  IconLock,
  IconLockOff,
  IconPlayerPlay,
  IconServer,
  IconServerOff,
  IconSettings,
  IconShieldCheck,
  IconShieldLock,
  IconShieldOff,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { backupDue } from '../../shared/domain/backup/backup.ts';
import { useBackupStatus } from '../backup/state/queries.ts';
import { useNowNear } from '../state/now.ts';
import { useAppStatus, useTenants } from '../state/queries.ts';
import { hrefOf } from '../state/route.ts';
import { useSandbox } from '../settings/state/sandbox.ts';
import { useVaultPassphrase } from '../settings/state/vault-passphrase.ts';
import { useArmedTrouble } from '../settings/state/rehearsed-trouble.ts';
import { words } from '../text/words.ts';
import type { TenantSummary } from '../../shared/acts/tenants.ts';
import { useLock } from '../state/lock.ts';
import type { VaultCondition } from '../../shared/app-info.ts';
import type { KeychainDetail } from '../../shared/problems/keychain.ts';
import { Badge } from '../parts/badge.tsx';
import './machine-state.css';

const MACHINE = words.shell.machine;
const RAIL = words.backup.rail;
const LOCK = words.lock;

export function MachineState() {
  const { data: status } = useAppStatus();
  const { command, start } = useSandbox();

  return (
    <footer className="machine">
      {status ? (
        <>
          {status.clock !== null && (
            <Line
              icon={<IconClockExclamation size={15} aria-hidden />}
              title={MACHINE.clockIsWrong}
              detail={words.shared.clockDiffers(status.clock)}
              alarm
            >
              <Button
                component="a"
                href={hrefOf({ screen: 'settings' })}
                size="compact-xs"
                variant="default"
                aria-label={MACHINE.mendClock}
              >
                {MACHINE.mend}
              </Button>
            </Line>
          )}
          <VaultLine {...status.vault} />
          <LockLine />
          <BackupLine />
          <SandboxLine url={status.sandbox.url} busy={command.busy} onStart={start} />
        </>
      ) : (
        <Line icon={<IconLock size={15} aria-hidden />} title={MACHINE.looking} />
      )}
      <div className="row machine-end">
        <span className="tiny quiet numbers">{status ? MACHINE.version(status.version) : ''}</span>
        {status?.edition === 'checkout' && (
          <Badge icon={<IconGitBranch size={12} aria-hidden />}>{MACHINE.checkout}</Badge>
        )}
        <ActionIcon
          component="a"
          href={hrefOf({ screen: 'settings' })}
          variant="subtle"
          color="gray"
          size={26}
          aria-label={MACHINE.settings}
        >
          <IconSettings size={16} aria-hidden />
        </ActionIcon>
      </div>
    </footer>
  );
}

function VaultLine({ condition, detail }: { condition: VaultCondition; detail: KeychainDetail }) {
  // The lock has a line of its own.
  const good = condition === 'available' || detail.code === 'passphrase-needed';
  const icon = good ? <IconLock size={15} aria-hidden /> : <IconLockOff size={15} aria-hidden />;
  // An open keychain has nothing to explain; the settings tell what it is.
  return (
    <Line
      icon={icon}
      title={words.model.vault[good ? 'available' : condition]}
      detail={good ? '' : words.shared.keychainDetail(detail)}
      alarm={!good}
    />
  );
}

/** The lock, or that there is none although production keys are held. */
function LockLine() {
  const lock = useLock();
  const { data: tenants = [] } = useTenants();
  const { command, change } = useVaultPassphrase();
  if (lock.state === 'none') {
    const { title, detail, set, label } = LOCK.production;
    return tenants.some(holdsProductionKeys) ? (
      <Line icon={<IconShieldOff size={15} aria-hidden />} title={title} detail={detail}>
        <RailButton word={set} label={label} busy={command.busy} onClick={() => void change('set')} />
      </Line>
    ) : null;
  }
  return lock.state === 'locked' ? (
    <Line icon={<IconShieldLock size={15} aria-hidden />} title={LOCK.locked} alarm>
      <RailButton word={LOCK.unlock} busy={lock.unlocking.busy} onClick={() => void lock.unlock()} />
    </Line>
  ) : (
    <Line icon={<IconShieldCheck size={15} aria-hidden />} title={LOCK.open}>
      <RailButton word={LOCK.lockNow} busy={false} onClick={() => void lock.lock()} />
    </Line>
  );
}

const holdsProductionKeys = ({ tenant, keys }: TenantSummary): boolean =>
  tenant.environment === 'production' && keys.next + keys.current + keys.previous > 0;

interface RailButtonProps {
  word: string;
  /** What it does, where the word is too short to say it. */
  label?: string;
  busy: boolean;
  onClick: () => void;
}

function RailButton({ word, label = word, busy, onClick }: RailButtonProps) {
  return (
    <Button size="compact-xs" variant="default" loading={busy} aria-label={label} onClick={onClick}>
      {word}
    </Button>
  );
}

/** Only while something is to be done about it. */
function BackupLine() {
  const { data } = useBackupStatus();
  const now = useNowNear(data?.drillDueAt ?? null);
  if (data === undefined) {
    return null;
  }
  const due = backupDue(data, new Date(now).toISOString());
  return due === null ? null : (
    <a className="link" href={hrefOf({ screen: 'backup' })}>
      <Line
        icon={<IconLifebuoy size={15} aria-hidden />}
        title={data.last === null ? RAIL.none : words.backup.title}
        detail={words.shared.backupDue(due)[0] ?? ''}
      />
    </a>
  );
}

interface SandboxLineProps {
  url: string | null;
  busy: boolean;
  onStart: () => Promise<boolean>;
}

function SandboxLine({ url, busy, onStart }: SandboxLineProps) {
  const trouble = useArmedTrouble().data?.trouble ?? null;
  if (url !== null) {
    return (
      <Line
        icon={<IconServer size={15} aria-hidden />}
        title={MACHINE.sandboxRunning}
        detail={trouble === null ? url.replace(/^http:\/\//, '') : MACHINE.troubleArmed}
      />
    );
  }
  return (
    <Line icon={<IconServerOff size={15} aria-hidden />} title={MACHINE.sandboxOff}>
      <Button
        size="compact-xs"
        variant="default"
        loading={busy}
        leftSection={<IconPlayerPlay size={12} aria-hidden />}
        aria-label={MACHINE.startSandbox}
        onClick={() => void onStart()}
      >
        {MACHINE.start}
      </Button>
    </Line>
  );
}

interface LineProps {
  icon: ReactNode;
  title: string;
  detail?: string;
  alarm?: boolean;
  children?: ReactNode;
}

function Line({ icon, title, detail, alarm = false, children }: LineProps) {
  return (
    <div className="machine-line" data-alarm={alarm}>
      {icon}
      <div className="rail-tenant-text">
        <span>{title}</span>
        {detail !== undefined && detail !== '' && (
          <Tooltip label={detail}>
            <span className="tiny quiet">{detail}</span>
          </Tooltip>
        )}
      </div>
      {children !== undefined && <span className="push-end">{children}</span>}
    </div>
  );
}
