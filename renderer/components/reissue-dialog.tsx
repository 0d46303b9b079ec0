// A new self-signed certificate for the same key.
import { reissueSchema } from '../../shared/certificates.ts';
import { CERTIFICATE_DAYS } from '../../shared/limits.ts';
import type { Tenant } from '../../shared/model.ts';
import { announce } from '../state/announce.ts';
import { useCommand } from '../state/commands.ts';
import { useSchemaForm } from '../state/schema-form.ts';
import { CERTIFICATE } from '../text/certificate-words.ts';
import { shortKid } from '../text/hex.ts';
import { CommandDialog } from './command-dialog.tsx';
import { FormText } from './form-text.tsx';
import { Notice } from './notice.tsx';

interface ReissueDialogProps {
  tenant: Tenant;
  kid: string;
  onClose: () => void;
}

export function ReissueDialog({ tenant, kid, onClose }: ReissueDialogProps) {
  const reissue = useCommand('certificate.reissue');
  const form = useSchemaForm(
    reissueSchema,
    { days: String(CERTIFICATE_DAYS), commonName: tenant.domain },
    ({ days, commonName }) => ({ tenant: tenant.name, kid, days: Number(days), commonName }),
  );

  async function submit() {
    const args = form.parse();
    if (args !== null && (await reissue.run(args)).done) {
      announce(`Issued a new certificate for ${shortKid(kid)}`);
      onClose();
    }
  }

  return (
    <CommandDialog
      title={`Issue a new certificate for ${shortKid(kid)}?`}
      verb="Issue anew"
      working="Signing the certificate"
      command={reissue}
      onSubmit={submit}
      onClose={onClose}
    >
      <Notice tone="caution" title={CERTIFICATE.stays}>
        <p>{CERTIFICATE.follows}</p>
      </Notice>
      <FormText form={form} field="commonName" label="Common name" description="The subject, usually the domain." />
      <FormText form={form} field="days" label="Days" description="How long it is valid, from today." required />
    </CommandDialog>
  );
}
