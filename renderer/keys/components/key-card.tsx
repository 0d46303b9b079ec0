// One key in its lane: what an officer looks for first, and what can be done with it.
import { mayWithdraw } from '../../../shared/domain/key-ring/may.ts';
import { Button } from '@mantine/core';
import {
  IconCertificateOff,
  IconCircleDashed,
  IconCloudUp,
  IconFileImport,
  IconPencil,
  IconSparkles,
  IconWorldCheck,
  IconWorldOff,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { KeyClocks } from '../../../shared/domain/timing/key-clocks.ts';
import { isLiving } from '../../../shared/domain/limits.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { CertificateFault } from '../../../shared/domain/key-ring/certificate-faults.ts';
import type { KeyRing } from '../../../shared/domain/key-ring/ring.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { clockOf } from '../state/clocks.ts';
import { destructionOf } from '../state/destruction.ts';
import { sinceOf } from '../../../shared/domain/key-ring/lane.ts';
import { whyNotRevoked } from '../state/revocation.ts';
import { hrefOf } from '../../state/route.ts';
import { shortKid } from '../../text/hex.ts';
import { provenanceOf } from '../../text/model.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { aboutAttributes } from '../../parts/about.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { DestroyDialog } from './destroy-dialog.tsx';
import { DestructionLine } from './destruction-line.tsx';
import { GuardedButton } from '../../parts/guarded-button.tsx';
import { KeyClock } from './key-clock.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';
import { When } from '../../parts/when.tsx';
import './key-card.css';

const NONE: readonly CertificateFault[] = [];

interface KeyCardProps {
  tenant: Tenant;
  ring: KeyRing;
  signingKey: SigningKey;
  clocks: KeyClocks | undefined;
  /** What speaks against its certificate. */
  faults?: readonly CertificateFault[] | undefined;
}

export function KeyCard({ tenant, ring, signingKey: key, clocks, faults = NONE }: KeyCardProps) {
  const name = shortKid(key.kid);
  const clock = clockOf(key, clocks);
  return (
    <li
      className="key-card"
      data-state={key.state}
      {...aboutAttributes({ tenant: tenant.name, ring: ring.name, kid: key.kid })}
    >
      <div className="key-card-head">
        <a
          className="key-card-kid mono"
          href={hrefOf({ screen: 'key', tenant: tenant.name, kid: key.kid })}
          title={key.kid}
        >
          {name}
        </a>
        <CopyButton value={key.kid} what={words.keyCard.kid(name)} />
      </div>
      <p className="key-card-since">{say(words.keyCard.since(<When at={sinceOf(key)} precision="day" />))}</p>
      {key.revocation !== null && (
        <p className="key-card-reason">
          {key.revocation.compromised
            ? say(words.keyCard.compromised((text) => <strong>{text}</strong>, key.revocation.reason))
            : key.revocation.reason}
        </p>
      )}
      {isLiving(key.state) && <LivingFacts signingKey={key} faults={faults} />}
      {clock !== null && <KeyClock kid={key.kid} clock={clock} />}
      <DestructionLine tenant={tenant} signingKey={key} />
      <KeyActions tenant={tenant} ring={ring} signingKey={key} clocks={clocks} />
    </li>
  );
}

const ICON = { size: 14, 'aria-hidden': true } as const;

function LivingFacts({ signingKey: key, faults }: { signingKey: SigningKey; faults: readonly CertificateFault[] }) {
  return (
    <ul className="plain-list key-card-facts">
      <PublishedFact signingKey={key} />
      <CardFact icon={key.provenance.kind === 'generated' ? <IconSparkles {...ICON} /> : <IconFileImport {...ICON} />}>
        {provenanceOf(key)}
      </CardFact>
      <CardFact icon={key.uses > 0 ? <IconPencil {...ICON} /> : <IconCircleDashed {...ICON} />}>
        {key.uses > 0 ? words.keyCard.signed(key.uses) : words.keyCard.neverSigned}
      </CardFact>
      {faults.map((fault) => (
        <CardFact key={fault} icon={<IconCertificateOff {...ICON} />} doubtful>
          {words.keyCard.certificate(words.shared.certificateFault[fault])}
        </CardFact>
      ))}
    </ul>
  );
}

function PublishedFact({ signingKey: { announcedAt, publishedAt } }: { signingKey: SigningKey }) {
  if (publishedAt !== null) {
    return (
      <CardFact icon={<IconWorldCheck {...ICON} />}>
        {say(words.keyCard.published(<When at={publishedAt} precision="day" />))}
      </CardFact>
    );
  }
  return announcedAt === null ? (
    <CardFact icon={<IconWorldOff {...ICON} />} doubtful>
      {words.keyCard.notPublished}
    </CardFact>
  ) : (
    <CardFact icon={<IconCloudUp {...ICON} />} doubtful>
      {words.keyCard.sentNotSeen}
    </CardFact>
  );
}

function CardFact({ icon, doubtful = false, children }: { icon: ReactNode; doubtful?: boolean; children: ReactNode }) {
  return (
    <li data-doubtful={doubtful}>
      {icon}
      <span>{children}</span>
    </li>
  );
}

function KeyActions({ tenant, ring, signingKey: key, clocks }: KeyCardProps) {
  const [act, setAct] = useState<'revoke' | 'withdraw' | 'destroy' | null>(null);
  const close = () => setAct(null);
  const name = shortKid(key.kid);
  const link = { tenant: tenant.name, kid: key.kid };
  return (
    <div className="key-card-actions">
      <a className="card-action" href={hrefOf({ screen: 'key', ...link })} aria-label={words.keyCard.detailsOf(name)}>
        {words.keyCard.details}
      </a>
      <a
        className="card-action"
        href={hrefOf({ screen: 'export', ...link, format: 'pem' })}
        aria-label={words.keyCard.exportOf(name)}
      >
        {words.keyCard.export}
      </a>
      {mayWithdraw(key) === null && (
        <Button
          variant="subtle"
          size="compact-xs"
          color="danger"
          aria-label={words.keyCard.withdrawOf(name)}
          onClick={() => setAct('withdraw')}
        >
          {words.keyCard.withdraw}
        </Button>
      )}
      {(key.state === 'current' || key.state === 'previous') && (
        <GuardedButton
          variant="subtle"
          size="compact-xs"
          color="danger"
          aria-label={words.keyCard.revokeOf(name)}
          why={whyNotRevoked(key)}
          onClick={() => setAct('revoke')}
        >
          {words.keyCard.revoke}
        </GuardedButton>
      )}
      {destructionOf(key).stage === 'kept' && (
        <Button
          variant="subtle"
          size="compact-xs"
          color="danger"
          aria-label={words.keyCard.eraseOf(name)}
          onClick={() => setAct('destroy')}
        >
          {words.keyCard.erase}
        </Button>
      )}
      {act === 'revoke' && (
        <RevokeDialog tenant={tenant} signingKey={key} safeToRevoke={clocks?.safeToRevoke ?? null} onClose={close} />
      )}
      {act === 'withdraw' && <WithdrawDialog tenant={tenant} ring={ring} signingKey={key} onClose={close} />}
      {act === 'destroy' && <DestroyDialog tenant={tenant} signingKey={key} onClose={close} />}
    </div>
  );
}
