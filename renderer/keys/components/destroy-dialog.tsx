// The second lock before a private key is erased: the whole kid, typed. The erasure itself comes days later, and until
// then it can be taken back.
import { useState } from 'react';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { useCommand } from '../../state/commands.ts';
import { isConfirmed } from '../../state/confirmed.ts';
import { useTenant } from '../../state/queries.ts';
import { termsOf } from '../state/tenant-terms.ts';
import { shortKid } from '../../text/hex.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { AskedElsewhere } from '../../parts/asked-elsewhere.tsx';
import { ActDialog } from '../../parts/act-dialog.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PlainText } from '../../parts/plain-text.tsx';

interface DestroyDialogProps {
  tenant: Tenant;
  signingKey: SigningKey;
  onClose: () => void;
}

export function DestroyDialog({ tenant, signingKey: { kid }, onClose }: DestroyDialogProps) {
  const destroy = useCommand('key.destroy');
  const { data: view } = useTenant(tenant.name);
  const [typed, setTyped] = useState('');
  const confirmed = isConfirmed(tenant);
  const days = view === undefined ? null : termsOf(view).destroyAfterDays;
  const when = days === 0 ? 'atOnce' : 'later';

  return (
    <ActDialog
      title={words.erase.title(shortKid(kid))}
      verb={words.erase.verb[when]}
      dangerous
      ready={confirmed || typed === kid}
      working={words.erase.working}
      command={destroy}
      args={() => ({ tenant: tenant.name, kid, ...(confirmed ? {} : { confirm: typed }) })}
      done={() => words.erase.done[when](shortKid(kid))}
      onClose={onClose}
    >
      <Notice tone="caution" title={days === null || days === 0 ? words.erase.atOnce : words.erase.inDays(days)}>
        <p>{words.erase.means}</p>
      </Notice>
      {confirmed ? (
        <AskedElsewhere />
      ) : (
        <PlainText
          label={words.erase.typeKid}
          description={say(words.revoke.exactly(<span className="mono whole-kid">{kid}</span>))}
          withAsterisk
          value={typed}
          onChange={setTyped}
          data-autofocus
        />
      )}
    </ActDialog>
  );
}
