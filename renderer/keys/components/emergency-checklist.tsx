// After the emergency: the revocation is true here, and nowhere else yet. What to do, in the order that helps most.
import { Button } from '@mantine/core';
import { IconCloudUp, IconMailForward, IconRosetteDiscountCheck, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { hrefOf } from '../../state/route.ts';
import { shortKid } from '../../text/hex.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import './emergency-checklist.css';
import { HoldersNotice } from '../../exports/components/holders-notice.tsx';

interface EmergencyChecklistProps {
  tenant: string;
  revokedKid: string;
  compromised: boolean;
  onClose: () => void;
}

const ICON = { size: 18, 'aria-hidden': true } as const;

const { after } = words.emergency;

export function EmergencyChecklist({ tenant, revokedKid, compromised, onClose }: EmergencyChecklistProps) {
  const publish = hrefOf({ screen: 'publish', tenant });
  return (
    <>
      <ol className="plain-list checklist">
        <Item icon={<IconCloudUp {...ICON} />} title={after.push.title}>
          {after.push.means(shortKid(revokedKid))}{' '}
          <a className="link" href={publish} onClick={onClose}>
            {after.push.link(tenant)}
          </a>
        </Item>
        <Item icon={<IconRosetteDiscountCheck {...ICON} />} title={after.prove.title}>
          {after.prove.means}
        </Item>
        <Item icon={<IconMailForward {...ICON} />} title={after.tell.title}>
          {after.tell.means} {compromised && after.tell.sinceWhen}
        </Item>
        <Item icon={<IconTrash {...ICON} />} title={after.erase.title}>
          {say(
            after.erase.means((text) => (
              <a className="link" href={hrefOf({ screen: 'key', tenant, kid: revokedKid })} onClick={onClose}>
                {text}
              </a>
            )),
          )}
        </Item>
      </ol>
      <HoldersNotice tenant={tenant} kid={revokedKid} ever />
      <div className="row">
        <Button component="a" href={publish} onClick={onClose} className="push-end">
          {after.pushNow}
        </Button>
        <Button variant="default" onClick={onClose}>
          {words.common.close}
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
