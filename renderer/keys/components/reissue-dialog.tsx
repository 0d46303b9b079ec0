// A new self-signed certificate for the same key.
import { Checkbox, Radio } from '@mantine/core';
import {
  CERTIFICATE_PURPOSES,
  CERTIFICATE_USAGES,
  type CertificatePurpose,
  reissueSchema,
} from '../../../shared/domain/key-ring/certificates.ts';
import { CERTIFICATE_DAYS } from '../../../shared/domain/limits.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { useCommand } from '../../state/commands.ts';
import { useSchemaForm } from '../../state/schema-form.ts';
import { shortKid } from '../../text/hex.ts';
import { words } from '../../text/words.ts';
import { ActDialog } from '../../parts/act-dialog.tsx';
import { FormText } from '../../parts/form-text.tsx';
import { Notice } from '../../parts/notice.tsx';

const said = words.certificate.reissuing;

const NONE: readonly CertificatePurpose[] = [];

interface ReissueDialogProps {
  tenant: Tenant;
  kid: string;
  onClose: () => void;
}

export function ReissueDialog({ tenant, kid, onClose }: ReissueDialogProps) {
  const reissue = useCommand('certificate.reissue');
  const form = useSchemaForm(
    reissueSchema,
    { days: String(CERTIFICATE_DAYS), commonName: tenant.domain, usage: 'authority', dnsNames: '', purposes: NONE },
    ({ days, commonName, usage, dnsNames, purposes }) => ({
      tenant: tenant.name,
      kid,
      days: Number(days),
      commonName,
      usage,
      dnsNames: dnsNames.split(/[\s,]+/).filter((name) => name !== ''),
      purposes: [...purposes],
    }),
  );

  return (
    <ActDialog
      title={said.title(shortKid(kid))}
      verb={said.verb}
      working={said.working}
      command={reissue}
      args={form.parse}
      done={() => said.done(shortKid(kid))}
      onClose={onClose}
    >
      <Notice tone="caution" title={said.stays}>
        <p>{said.follows}</p>
      </Notice>
      <FormText form={form} field="commonName" label={said.commonName} description={said.commonNameMeans} />
      <FormText form={form} field="dnsNames" label={said.dnsNames} description={said.dnsNamesMeans} />
      <Radio.Group
        label={said.usage}
        value={form.values.usage}
        onChange={(value) => form.set('usage', CERTIFICATE_USAGES.find((one) => one === value) ?? 'authority')}
      >
        <div className="stack-tight radio-list">
          {CERTIFICATE_USAGES.map((one) => (
            <Radio key={one} value={one} label={said.usages[one].name} description={said.usages[one].means} />
          ))}
        </div>
      </Radio.Group>
      <Checkbox.Group
        label={said.purpose}
        description={said.purposeMeans}
        value={[...form.values.purposes]}
        onChange={(values) =>
          form.set(
            'purposes',
            CERTIFICATE_PURPOSES.filter((one) => values.includes(one)),
          )
        }
      >
        <div className="stack-tight radio-list">
          {CERTIFICATE_PURPOSES.map((one) => (
            <Checkbox key={one} value={one} label={said.purposes[one]} />
          ))}
        </div>
      </Checkbox.Group>
      <FormText form={form} field="days" label={said.days} description={said.daysMeans} required />
    </ActDialog>
  );
}
