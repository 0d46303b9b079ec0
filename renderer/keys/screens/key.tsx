// Everything about one key that may be known: what it is, how it came here, what happened to it, its certificate, and
// the files that can be made from it.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { EXPORT_FORMATS } from '../../../shared/domain/formats.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { TenantView } from '../../../shared/domain/tenant/tenant.ts';
import { CertificateSection } from '../components/certificate-section.tsx';
import { Crumbs } from '../../parts/crumbs.tsx';
import { DestroyDialog } from '../components/destroy-dialog.tsx';
import { DestructionLine } from '../components/destruction-line.tsx';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Fingerprint } from '../../parts/fingerprint.tsx';
import { FormatGrid } from '../../exports/components/format-grid.tsx';
import { HandOverSection } from '../../exports/components/hand-over-section.tsx';
import { KeyClock } from '../components/key-clock.tsx';
import { KeyFrame } from '../components/key-frame.tsx';
import { KeyTimeline } from '../components/key-timeline.tsx';
import { Kid } from '../../parts/kid.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { RevokeDialog } from '../components/revoke-dialog.tsx';
import { Section } from '../../parts/section.tsx';
import { mayWithdraw } from '../../../shared/domain/key-ring/may.ts';
import { useIntent } from '../../state/intent.ts';
import { WithdrawDialog } from '../components/withdraw-dialog.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { When } from '../../parts/when.tsx';
import { clockOfKey } from '../state/clocks.ts';
import { destructionOf } from '../state/destruction.ts';
import type { FoundKey } from '../state/lane.ts';
import { algorithmLine } from '../../text/algorithms.ts';
import { shortKid } from '../../text/hex.ts';
import { provenanceOf } from '../../text/model.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { screenOf } from '../../screen-of.tsx';
import './key.css';

export const screen = screenOf('key', KeyScreen);

function KeyScreen({ tenant, kid }: { tenant: string; kid: string }) {
  return (
    <KeyFrame tenant={tenant} kid={kid}>
      {(found, view) => <KeyDetails view={view} found={found} />}
    </KeyFrame>
  );
}

function KeyDetails({ view: { tenant }, found: { ring, key } }: { view: TenantView; found: FoundKey }) {
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  const clock = clockOfKey(key, ring);
  const final = finalAct(key);
  const act = asking ? final?.act : null;
  useIntent(ENDINGS, { tenant: tenant.name, kid: key.kid }, () => setAsking(true));
  return (
    <Page
      title={words.key.title}
      kid={key.kid}
      badge={<StateBadge state={key.state} />}
      lead={words.key.lead(words.model.state[key.state].means, words.model.state[key.state].nist)}
      crumbs={
        <Crumbs
          trail={[{ word: words.key.rings, route: { screen: 'keys', tenant: tenant.name } }]}
          here={shortKid(key.kid)}
        />
      }
      {...(final === null
        ? {}
        : {
            actions: (
              <Button variant="light" color="danger" onClick={() => setAsking(true)}>
                {final.word}
              </Button>
            ),
          })}
    >
      {key.revocation !== null && (
        <Notice
          tone={key.revocation.compromised ? 'danger' : 'info'}
          title={key.revocation.compromised ? words.key.revokedCompromised : words.key.revokedRoutine}
        >
          <p>{key.revocation.reason}</p>
          {key.revocation.compromisedSince !== null && (
            <p>{say(words.key.compromisedSince(<When at={key.revocation.compromisedSince} />))}</p>
          )}
        </Notice>
      )}
      <div className="key-columns">
        <div className="stack">
          <KeyFacts signingKey={key} ring={`${ring.ring.name} · ${algorithmLine(ring.ring.alg, ring.ring.bits)}`} />
          <CertificateSection tenant={tenant} signingKey={key} />
          <HandOverSection tenant={tenant} signingKey={key} />
        </div>
        <Section title={words.key.history}>
          <KeyTimeline signingKey={key} />
          {clock !== null && <KeyClock kid={key.kid} clock={clock} />}
          <DestructionLine tenant={tenant} signingKey={key} />
        </Section>
      </div>
      <Section title={words.exporting.title} lead={words.exporting.leadShort}>
        <FormatGrid
          formats={EXPORT_FORMATS}
          routeOf={(format) => ({ screen: 'export', tenant: tenant.name, kid: key.kid, format })}
        />
      </Section>
      {act === 'revoke' && (
        <RevokeDialog
          tenant={tenant}
          signingKey={key}
          safeToRevoke={ring.clocks[key.kid]?.safeToRevoke ?? null}
          onClose={close}
        />
      )}
      {act === 'withdraw' && <WithdrawDialog tenant={tenant} ring={ring.ring} signingKey={key} onClose={close} />}
      {act === 'destroy' && <DestroyDialog tenant={tenant} signingKey={key} onClose={close} />}
    </Page>
  );
}

const ENDINGS = ['key.revoke', 'key.withdraw', 'key.destroy'] as const;

/** What an officer may do to end the key, in its present state. */
function finalAct(key: SigningKey): { act: 'revoke' | 'withdraw' | 'destroy'; word: string } | null {
  if (mayWithdraw(key) === null) {
    return { act: 'withdraw', word: words.keyCard.withdraw };
  }
  if (key.state === 'previous') {
    return { act: 'revoke', word: words.key.revoke };
  }
  return destructionOf(key).stage === 'kept' ? { act: 'destroy', word: words.key.erase } : null;
}

function KeyFacts({ signingKey: key, ring }: { signingKey: SigningKey; ring: string }) {
  return (
    <Section title={words.key.identity}>
      <Facts>
        <Fact name={words.key.kid}>
          <Kid kid={key.kid} whole />
        </Fact>
        <Fact name={words.key.ring}>{ring}</Fact>
        <Fact name={words.key.origin}>{provenanceOf(key)}</Fact>
        <Fact name={words.key.signed}>{signed(key)}</Fact>
        <Fact name={words.key.spki}>
          <Fingerprint what={words.key.spki} value={key.spkiSha256} />
        </Fact>
      </Facts>
    </Section>
  );
}

function signed({ uses, lastUsedAt }: SigningKey) {
  if (uses === 0) {
    return words.common.never;
  }
  return lastUsedAt === null
    ? words.key.timesSigned(uses)
    : say(words.key.timesSignedLast(uses, <When at={lastUsedAt} />));
}
