// One key in its lane: what an officer looks for first, and what can be done with it.
import {
  IconCircleDashed,
  IconCloudUp,
  IconFileImport,
  IconPencil,
  IconSparkles,
  IconWorldCheck,
  IconWorldOff,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { SigningKey, Tenant } from '../../shared/model.ts';
import { since } from '../state/lane.ts';
import { revocability } from '../state/revocation.ts';
import { hrefOf } from '../state/route.ts';
import { count, shortKid } from '../text/hex.ts';
import { provenanceOf } from '../text/words.ts';
import { CopyButton } from './copy-button.tsx';
import { GuardedButton } from './guarded-button.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';
import { When } from './when.tsx';
import './key-card.css';

interface KeyCardProps {
  tenant: Tenant;
  signingKey: SigningKey;
}

export function KeyCard({ tenant, signingKey: key }: KeyCardProps) {
  const name = shortKid(key.kid);
  return (
    <li className="key-card" data-state={key.state}>
      <div className="key-card-head">
        <a
          className="key-card-kid mono"
          href={hrefOf({ screen: 'key', tenant: tenant.name, kid: key.kid })}
          title={key.kid}
        >
          {name}
        </a>
        <CopyButton value={key.kid} what={`kid ${name}`} />
      </div>
      <p className="key-card-since">
        since <When at={since(key)} precision="day" />
      </p>
      {key.revocation !== null && (
        <p className="key-card-reason">
          {key.revocation.compromised && <strong>Compromised: </strong>}
          {key.revocation.reason}
        </p>
      )}
      {key.state !== 'revoked' && <LivingFacts signingKey={key} />}
      <KeyActions tenant={tenant} signingKey={key} />
    </li>
  );
}

const ICON = { size: 14, 'aria-hidden': true } as const;

function LivingFacts({ signingKey: key }: { signingKey: SigningKey }) {
  return (
    <ul className="plain-list key-card-facts">
      <PublishedFact signingKey={key} />
      <CardFact icon={key.provenance.kind === 'generated' ? <IconSparkles {...ICON} /> : <IconFileImport {...ICON} />}>
        {provenanceOf(key)}
      </CardFact>
      <CardFact icon={key.uses > 0 ? <IconPencil {...ICON} /> : <IconCircleDashed {...ICON} />}>
        {key.uses > 0 ? `Signed ${count(key.uses, 'time')}` : 'Never signed'}
      </CardFact>
    </ul>
  );
}

function PublishedFact({ signingKey: { announcedAt, publishedAt } }: { signingKey: SigningKey }) {
  if (publishedAt !== null) {
    return (
      <CardFact icon={<IconWorldCheck {...ICON} />}>
        Published <When at={publishedAt} precision="day" />
      </CardFact>
    );
  }
  return announcedAt === null ? (
    <CardFact icon={<IconWorldOff {...ICON} />} doubtful>
      Not published
    </CardFact>
  ) : (
    <CardFact icon={<IconCloudUp {...ICON} />} doubtful>
      Sent, not seen outside
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

function KeyActions({ tenant, signingKey: key }: KeyCardProps) {
  const [revoking, setRevoking] = useState(false);
  const verdict = revocability(key);
  const name = shortKid(key.kid);
  const link = { tenant: tenant.name, kid: key.kid };
  return (
    <div className="key-card-actions">
      <a className="card-action" href={hrefOf({ screen: 'key', ...link })} aria-label={`Details of ${name}`}>
        Details
      </a>
      <a
        className="card-action"
        href={hrefOf({ screen: 'export', ...link, format: 'pem' })}
        aria-label={`Export ${name}`}
      >
        Export
      </a>
      {key.state !== 'revoked' && (
        <GuardedButton
          variant="subtle"
          size="compact-xs"
          color="danger"
          aria-label={`Revoke… ${name}`}
          why={verdict.allowed ? null : verdict.why}
          onClick={() => setRevoking(true)}
        >
          Revoke…
        </GuardedButton>
      )}
      {revoking && <RevokeDialog tenant={tenant} signingKey={key} onClose={() => setRevoking(false)} />}
    </div>
  );
}
