// What was imported where, and what comes next. Gone when the screen is left.
import { useEffect } from 'react';
import { isPushable } from '../../../shared/domain/endpoints.ts';
import type { KeyRing } from '../../../shared/domain/key-ring/ring.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { ComeIntoView } from '../../parts/come-into-view.tsx';
import { Notice } from '../../parts/notice.tsx';
import { hrefOf } from '../../state/route.ts';
import { words } from '../../text/words.ts';
import { forgetImported, useImported } from '../state/imported.ts';

const said = words.importing.imported;

export function ImportedNotice({ tenant, ring }: { tenant: Tenant; ring: KeyRing }) {
  const imported = useImported(ring.id);
  useEffect(() => forgetImported, []);
  return (
    imported !== null && (
      <ComeIntoView news>
        <Notice tone="good" role="status" title={said.title(imported.kid, words.importing.places[imported.as].name)}>
          <p>{said.where(ring.name, tenant.name)}</p>
          {imported.mended.map(words.shared.inspection.warning).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {isPushable(ring.alg, tenant.endpoint) && (
            <p>
              {said.next[imported.as]}{' '}
              <a className="link" href={hrefOf({ screen: 'publish', tenant: tenant.name })}>
                {words.ring.previewPush}
              </a>
            </p>
          )}
        </Notice>
      </ComeIntoView>
    )
  );
}
