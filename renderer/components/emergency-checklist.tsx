// After the emergency: the revocation is true here, and nowhere else yet. What to do, in the order that helps most.
import { Button } from '@mantine/core';
import { IconCloudUp, IconMailForward, IconRosetteDiscountCheck, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { hrefOf } from '../state/route.ts';
import { shortKid } from '../text/hex.ts';
import './emergency-checklist.css';
import { HoldersNotice } from './holders-notice.tsx';

interface EmergencyChecklistProps {
  tenant: string;
  revokedKid: string;
  compromised: boolean;
  onClose: () => void;
}

const ICON = { size: 18, 'aria-hidden': true } as const;

export function EmergencyChecklist({ tenant, revokedKid, compromised, onClose }: EmergencyChecklistProps) {
  const publish = hrefOf({ screen: 'publish', tenant });
  return (
    <>
      <ol className="plain-list checklist">
        <Item icon={<IconCloudUp {...ICON} />} title="1. Push now">
          Until then every verifier goes on accepting tokens of {shortKid(revokedKid)}.{' '}
          <a className="link" href={publish} onClick={onClose}>
            Preview and push {tenant}
          </a>
        </Item>
        <Item icon={<IconRosetteDiscountCheck {...ICON} />} title="2. Prove">
          On the same screen: a fresh token is accepted, and the revoked key is seen to be gone. From that moment the
          clock on the key says by when it is refused everywhere.
        </Item>
        <Item icon={<IconMailForward {...ICON} />} title="3. Tell those who hold the key by hand">
          Pinned certificates, inline key sets and firmware learn nothing from a push. Send them the new certificate and
          ask them to clear their caches. {compromised && 'Tell them since when tokens of the old key prove nothing.'}
        </Item>
        <Item icon={<IconTrash {...ICON} />} title="4. Erase what is left">
          Copies outside this machine: backups, build secrets, old servers. The private half here can be{' '}
          <a className="link" href={hrefOf({ screen: 'key', tenant, kid: revokedKid })} onClick={onClose}>
            erased from the page of the key
          </a>
          , when nobody needs it as evidence.
        </Item>
      </ol>
      <HoldersNotice tenant={tenant} kid={revokedKid} />
      <div className="row">
        <Button component="a" href={publish} onClick={onClose} className="push-end">
          Push now
        </Button>
        <Button variant="default" onClick={onClose}>
          Close
        </Button>
      </div>
    </>
  );
}

function Item({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <li className="checklist-item">
      <span className="checklist-icon">{icon}</span>
      <div>
        <h3>{title}</h3>
        <p>{children}</p>
      </div>
    </li>
  );
}
