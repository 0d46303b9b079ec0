// The emergency: rotate and revoke in one act, whatever the clocks say. It is louder than everything else, pictures
// what the world does afterwards, and leads on to what has to be done next.
import { Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { rotateAndRevokeSchema } from '../../shared/contract.ts';
import type { RingView, TenantView } from '../../shared/model.ts';
import { announce } from '../state/announce.ts';
import { useCommand } from '../state/commands.ts';
import { emergencyOutcome, verifiersOf } from '../state/emergency.ts';
import { BLANK_REVOCATION, revocationArgs } from '../state/revocation-form.ts';
import { useSchemaForm } from '../state/schema-form.ts';
import { termsOf } from '../state/tenant-terms.ts';
import { shortKid } from '../text/hex.ts';
import { CommandDialog } from './command-dialog.tsx';
import { EmergencyChecklist } from './emergency-checklist.tsx';
import { EmergencyPicture } from './emergency-picture.tsx';
import { HoldersNotice } from './holders-notice.tsx';
import { Notice } from './notice.tsx';
import { CompromiseFields, ReasonField } from './revocation-fields.tsx';

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
  const form = useSchemaForm(rotateAndRevokeSchema, { ...BLANK_REVOCATION, compromised: true }, (values) => ({
    tenant,
    ring: ring.ring.name,
    ...revocationArgs(values),
  }));
  if (outcome === null) {
    return null;
  }
  const { revokedKid, currentKid, newKeyKnown } = outcome;

  async function submit() {
    const args = form.parse();
    if (args !== null && (await act.run(args)).done) {
      announce(`Revoked ${shortKid(revokedKid)}; ${shortKid(currentKid)} signs now`);
    }
  }

  if (act.result !== undefined) {
    return (
      <Modal opened title="Revoked here. Now make the world know." size={560} onClose={onClose}>
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
      title={`Emergency: rotate and revoke ring “${ring.ring.name}” of ${tenant}`}
      verb="Rotate and revoke now"
      working="Making the new next key"
      dangerous
      wide
      ready={typed === tenant}
      command={act}
      onSubmit={submit}
      onClose={onClose}
    >
      <Notice tone="danger" title={`${shortKid(revokedKid)} stops signing and is revoked for good, in one act.`}>
        <p>
          {shortKid(currentKid)} signs at once. No wait is kept: valid tokens of the old key are refused as the change
          reaches the verifiers, so people are signed out. Take this way when the old key is in other hands.
        </p>
      </Notice>
      <EmergencyPicture verifiers={verifiersOf(terms)} chosen={terms.verifiers.length > 0} newKeyKnown={newKeyKnown} />
      <CompromiseFields form={form} question="Is the private half in other hands?" />
      {form.values.compromised && <HoldersNotice tenant={tenant} kid={revokedKid} />}
      <ReasonField form={form} />
      <TextInput
        label="Type the name of the tenant"
        description={
          <>
            Exactly: <span className="mono">{tenant}</span>
          </>
        }
        withAsterisk
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </CommandDialog>
  );
}
