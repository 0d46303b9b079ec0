// The settings of the app: how it looks, what it does by itself, and how the machine is that holds the keys.
import { Button, Skeleton } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import type { AppStatus } from '../../shared/contract.ts';
import { Fact, Facts } from '../components/facts.tsx';
import { Failure } from '../components/failure.tsx';
import { LanguageChoice } from '../components/language-choice.tsx';
import { Notice } from '../components/notice.tsx';
import { OwnAccord } from '../components/own-accord.tsx';
import { Page } from '../components/page.tsx';
import { SandboxPanel } from '../components/sandbox-panel.tsx';
import { Section } from '../components/section.tsx';
import { ThemeChoice } from '../components/theme-choice.tsx';
import { useCommand } from '../state/commands.ts';
import { useAppStatus } from '../state/queries.ts';
import { VAULT, VAULT_ADVICE } from '../text/words.ts';

export function SettingsScreen() {
  const { data: status, error, refetch } = useAppStatus();
  return (
    <Page title="Settings" lead="They hold for this data folder. Each tenant and each policy has settings of its own.">
      <Section title="Window" lead="How Key Custodian looks on this machine.">
        <div className="stack">
          <ThemeChoice />
          <LanguageChoice />
        </div>
      </Section>
      <OwnAccord />
      {status === undefined ? (
        error === null ? (
          <Skeleton height={280} radius="lg" />
        ) : (
          <Failure error={error} onRetry={() => void refetch()} />
        )
      ) : (
        <>
          <Keychain vault={status.vault} />
          <SandboxPanel sandbox={status.sandbox} />
          <About status={status} />
        </>
      )}
    </Page>
  );
}

function Keychain({ vault: { condition, detail } }: Pick<AppStatus, 'vault'>) {
  const { word, good } = VAULT[condition];
  return (
    <Section
      title="Keychain"
      lead="The private halves and the credentials of tenants are kept there, and nowhere else."
    >
      <Notice tone={good ? 'good' : 'danger'} title={word}>
        <p>{detail}</p>
        {!good && <p>{VAULT_ADVICE[condition]}</p>}
      </Notice>
    </Section>
  );
}

function About({ status: { version, runtime, dataFolder } }: { status: AppStatus }) {
  const open = useCommand('app.openFolder');
  return (
    <Section
      title="This app"
      lead="It never looks for updates and sends nothing but what you push, prove and watch."
      actions={
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFolderOpen size={15} aria-hidden />}
          loading={open.busy}
          onClick={() => void open.run({})}
        >
          Show the data folder
        </Button>
      }
    >
      <div className="stack">
        <Facts>
          <Fact name="Version">{version}</Fact>
          <Fact name="Runs on">{runtime}</Fact>
          <Fact name="Data folder">
            <span className="mono">{dataFolder}</span>
          </Fact>
          <Fact name="In it">Public facts and the audit chain. A copy of it alone opens nothing.</Fact>
        </Facts>
        <Failure error={open.error} />
      </div>
    </Section>
  );
}
