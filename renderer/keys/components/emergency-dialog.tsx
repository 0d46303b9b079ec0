// The emergency: rotate and revoke in one act, whatever the clocks say. It is louder than everything else, pictures
// what the world does afterwards, and leads on to what has to be done next.
import { Checkbox, Modal } from '@mantine/core';
import { useState } from 'react';
import { rotateAndRevokeSchema, rotateAndRevokeWishSchema } from '../../../shared/acts/keys.ts';
import type { RingView } from '../../../shared/domain/key-ring/ring.ts';
import type { TenantView } from '../../../shared/domain/tenant/tenant.ts';
import { announce } from '../../state/announce.ts';
import { useCommand } from '../../state/commands.ts';
import { isConfirmed } from '../../state/confirmed.ts';
import { emergencyOutcome, verifiersOf } from '../state/emergency.ts';
import { BLANK_REVOCATION, revocationArgs } from '../state/revocation-form.ts';
import { useSchemaForm } from '../../state/schema-form.ts';
import { termsOf } from '../state/tenant-terms.ts';
import { capitalised, shortKid } from '../../text/hex.ts';
import { words } from '../../text/words.ts';
import { AskedElsewhere } from '../../parts/asked-elsewhere.tsx';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import { EmergencyChecklist } from './emergency-checklist.tsx';
import { EmergencyPicture } from './emergency-picture.tsx';
import { HoldersNotice } from '../../exports/components/holders-notice.tsx';
import { Notice } from '../../parts/notice.tsx';
import { TypedName } from '../../parts/typed-name.tsx';
import { ReasonField } from './reason-field.tsx';
import { CompromiseFields } from './revocation-fields.tsx';

const said = words.emergency;

interface EmergencyDialogProps {
  tenant: TenantView;
  ring: RingView;
  onClose: () => void;
}

export function EmergencyDialog({ tenant: view, ring, onClose }: EmergencyDialogProps) {
  const tenant = view.tenant.name;
  // What the officer read stays on the screen, also when the ring changes behind it.
  const [outcome] = useState(() => emergencyOutcome(ring, Date.now()));
  const act = useCommand('key.rotateAndRevoke');
  const [typed, setTyped] = useState('');
  const confirmed = isConfirmed(view.tenant);
  const schema = confirmed ? rotateAndRevokeWishSchema : rotateAndRevokeSchema;
  const [alsoNext, setAlsoNext] = useState(false);
  const nextToo = alsoNext || outcome?.nextKid === null;
  const form = useSchemaForm(schema, { ...BLANK_REVOCATION, compromised: true }, (values) => ({
    tenant,
    ring: ring.ring.name,
    ...revocationArgs(values, confirmed),
    ...(nextToo ? { nextToo } : {}),
  }));
  if (outcome === null) {
    return null;
  }
  const { revokedKid, nextKid } = outcome;
  const signsOn = nextToo || nextKid === null ? said.freshKey : shortKid(nextKid);

  async function submit() {
    const args = form.parse();
    if (args !== null && (await act.run(args)).done) {
      announce(said.done(shortKid(revokedKid), signsOn));
    }
  }

  if (act.result !== undefined) {
    return (
      <Modal opened title={said.after.title} size={560} onClose={onClose}>
        <EmergencyChecklist
          tenant={tenant}
          revokedKid={revokedKid}
          compromised={form.values.compromised}
          onClose={onClose}
        />
      </Modal>
    );
  }
  const terms = termsOf(view);
  return (
    <CommandDialog
      title={said.title(ring.ring.name, tenant)}
      verb={said.verb}
      working={said.working}
      dangerous
      wide
      ready={confirmed || typed === tenant}
      command={act}
      onSubmit={submit}
      onClose={onClose}
    >
      <Notice tone="danger" title={said.stops(shortKid(revokedKid))}>
        <p>{said.means(signsOn === said.freshKey ? capitalised(signsOn) : signsOn)}</p>
      </Notice>
      <EmergencyPicture
        verifiers={verifiersOf(terms)}
        chosen={terms.verifiers.length > 0}
        newKeyKnown={outcome.nextKnown && !nextToo}
      />
      {nextKid === null ? (
        <p>{said.nextToo.noNext}</p>
      ) : (
        <Checkbox
          label={said.nextToo.label(shortKid(nextKid))}
          description={said.nextToo.means}
          checked={alsoNext}
          onChange={(event) => setAlsoNext(event.currentTarget.checked)}
        />
      )}
      <CompromiseFields form={form} question={said.question} />
      <HoldersNotice tenant={tenant} kid={revokedKid} ever={form.values.compromised} />
      {confirmed ? (
        <AskedElsewhere />
      ) : (
        <>
          <ReasonField form={form} description={words.revoke.reasonMeans} />
          <TypedName tenant={tenant} value={typed} onChange={setTyped} />
        </>
      )}
    </CommandDialog>
  );
}
