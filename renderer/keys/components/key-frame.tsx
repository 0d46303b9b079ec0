// What the screens of one key share: find it in its tenant, or say that it is not there.
import { IconKeyOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { TenantView } from '../../../shared/domain/tenant/tenant.ts';
import { findKey, type FoundKey } from '../state/lane.ts';
import { hrefOf } from '../../state/route.ts';
import { shortKid } from '../../text/hex.ts';
import { words } from '../../text/words.ts';
import { Empty } from '../../parts/empty.tsx';
import { Page } from '../../parts/page.tsx';
import { TenantFrame } from '../../tenants/components/tenant-frame.tsx';

interface KeyFrameProps {
  tenant: string;
  kid: string;
  children: (found: FoundKey, view: TenantView) => ReactNode;
}

export function KeyFrame({ tenant, kid, children }: KeyFrameProps) {
  return (
    <TenantFrame tenant={tenant}>
      {(view) => {
        const found = findKey(view, kid);
        return found ? children(found, view) : <NoSuchKey tenant={tenant} kid={kid} />;
      }}
    </TenantFrame>
  );
}

function NoSuchKey({ tenant, kid }: { tenant: string; kid: string }) {
  return (
    <Page title={words.key.missing.title(shortKid(kid))}>
      <div className="panel">
        <Empty
          icon={<IconKeyOff size={22} aria-hidden />}
          title={words.key.missing.heading}
          action={
            <a className="link" href={hrefOf({ screen: 'keys', tenant })}>
              {words.key.missing.toRings}
            </a>
          }
        >
          {words.key.missing.why}
        </Empty>
      </div>
    </Page>
  );
}
