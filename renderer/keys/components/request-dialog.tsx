// A request for a certificate, saved as a file for the authority.
import { requestSchema } from '../../../shared/domain/key-ring/certificates.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { useCommand } from '../../state/commands.ts';
import { useSchemaForm } from '../../state/schema-form.ts';
import { shortKid } from '../../text/hex.ts';
import { words } from '../../text/words.ts';
import { ActDialog } from '../../parts/act-dialog.tsx';
import { FormText } from '../../parts/form-text.tsx';

const said = words.certificate.requesting;

interface RequestDialogProps {
  tenant: Tenant;
  kid: string;
  onClose: () => void;
}

export function RequestDialog({ tenant, kid, onClose }: RequestDialogProps) {
  const request = useCommand('certificate.request');
  const form = useSchemaForm(requestSchema, { commonName: tenant.domain }, ({ commonName }) => ({
    tenant: tenant.name,
    kid,
    commonName,
  }));

  return (
    <ActDialog
      title={said.title(shortKid(kid))}
      verb={said.verb}
      working={said.working}
      command={request}
      args={form.parse}
      done={(saved) => (saved === null ? said.notSaved : said.saved(saved.fileName))}
      onClose={onClose}
    >
      <p>{said.what}</p>
      <FormText form={form} field="commonName" label={said.commonName} description={said.commonNameMeans} />
    </ActDialog>
  );
}
