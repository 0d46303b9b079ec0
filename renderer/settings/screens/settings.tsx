// The settings of the app: how it looks, what it does by itself, and how the machine is that holds the keys.
import { Skeleton } from '@mantine/core';
import { AboutApp } from '../components/about-app.tsx';
import { ClockSection } from '../components/clock-section.tsx';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Failure } from '../../parts/failure.tsx';
import { KeychainState } from '../components/keychain-state.tsx';
import { LanguageChoice } from '../components/language-choice.tsx';
import { Licences } from '../components/licences.tsx';
import { NetworkSection } from '../components/network-section.tsx';
import { BackgroundTasks } from '../components/background-tasks.tsx';
import { Page } from '../../parts/page.tsx';
import { SandboxPanel } from '../components/sandbox-panel.tsx';
import { Section } from '../../parts/section.tsx';
import { UpdatesSection } from '../components/updates-section.tsx';
import { VaultSection } from '../components/vault-section.tsx';
import { ThemeChoice } from '../components/theme-choice.tsx';
import { useAppStatus } from '../../state/queries.ts';
import { hrefOf } from '../../state/route.ts';
import type { Route } from '../../../shared/screens.ts';
import { words } from '../../text/words.ts';
import { screenOf } from '../../screen-of.tsx';

const { title, lead, window: WINDOW, policies: POLICIES, keychain: KEYCHAIN } = words.settings;

export const screen = screenOf('settings', SettingsScreen);

function SettingsScreen() {
  const { data: status, error, refetch } = useAppStatus({ afresh: true });
  return (
    <Page title={title} lead={lead}>
      <Section {...WINDOW}>
        <div className="stack">
          <ThemeChoice />
          <LanguageChoice />
        </div>
      </Section>
      <BackgroundTasks />
      <Policies />
      <NetworkSection />
      {status === undefined ? (
        error === null ? (
          <Skeleton height={280} radius="lg" />
        ) : (
          <Failure error={error} onRetry={() => void refetch()} />
        )
      ) : (
        <>
          <Section
            title={KEYCHAIN.title}
            lead={KEYCHAIN.lead}
            actions={<SmallLink to={{ screen: 'backup' }} word={KEYCHAIN.backup} />}
          >
            <KeychainState vault={status.vault} />
          </Section>
          <VaultSection seal={status.seal} />
          <ClockSection clock={status.clock} onStated={() => void refetch()} />
          <SandboxPanel sandbox={status.sandbox} />
          <UpdatesSection releases={status.releases} />
          <AboutApp status={status} />
          <Licences />
        </>
      )}
    </Page>
  );
}

function Policies() {
  return (
    <Section
      title={POLICIES.title}
      lead={POLICIES.lead}
      actions={<SmallLink to={{ screen: 'policies' }} word={POLICIES.link} />}
    >
      <Facts>
        <Fact name={POLICIES.own}>{POLICIES.ownMeans}</Fact>
        <Fact name={POLICIES.tenant}>{POLICIES.tenantMeans}</Fact>
      </Facts>
    </Section>
  );
}

function SmallLink({ to, word }: { to: Route; word: string }) {
  return (
    <a className="link small" href={hrefOf(to)}>
      {word}
    </a>
  );
}
