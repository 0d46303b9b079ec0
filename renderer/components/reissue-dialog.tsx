// A new self-signed certificate for the same key.
import { Radio } from '@mantine/core';
import { CERTIFICATE_USAGES, reissueSchema } from '../../shared/certificates.ts';
import { CERTIFICATE_DAYS } from '../../shared/limits.ts';
import type { Tenant } from '../../shared/model.ts';
import { announce } from '../state/announce.ts';
import { useCommand } from '../state/commands.ts';
import { useSchemaForm } from '../state/schema-form.ts';
import { CERTIFICATE, USAGE } from '../text/certificate-words.ts';
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
    { days: String(CERTIFICATE_DAYS), commonName: tenant.domain, usage: 'authority', dnsNames: '' },
    ({ days, commonName, usage, dnsNames }) => ({
      tenant: tenant.name,
      kid,
      days: Number(days),
      commonName,
      usage,
      dnsNames: dnsNames.split(/[\s,]+/).filter((name) => name !== ''),
    }),
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
      <FormText
        form={form}
        field="dnsNames"
        label="DNS names"
        description="Subject alternative names, with commas between them. Usually none."
      />
      <Radio.Group
        label="Usage"
        value={form.values.usage}
        onChange={(value) => form.set('usage', CERTIFICATE_USAGES.find((one) => one === value) ?? 'authority')}
      >
        <div className="stack-tight radio-list">
          {CERTIFICATE_USAGES.map((one) => (
            <Radio key={one} value={one} label={USAGE[one].name} description={USAGE[one].means} />
          ))}
        </div>
      </Radio.Group>
      <FormText form={form} field="days" label="Days" description="How long it is valid, from today." required />
    </CommandDialog>
  );
}
