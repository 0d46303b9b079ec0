// Credentials from the window: the page says of which kind they are and for whom. Their secret part is asked for here, in a
// window and in dialogs that the page can neither see nor answer, and where it will be sent is said there.
import type { CredentialFacts, CredentialOrder } from '../../shared/domain/tenant/credentials.ts';
import { MAX_CREDENTIAL_BYTES } from '../../shared/domain/limits.ts';
import type { Tenant } from '../../shared/domain/tenant/tenant.ts';
import type { Custodian } from '../acts/custodian.ts';
import type { CredentialSecrets } from '../acts/tenants/credentials.ts';
import type { FileDialogs } from './dialogs.ts';
import type { DialogWords } from '../../shared/words/words.ts';

type Keeper = Pick<Custodian, 'credentials' | 'showTenant'>;

const none = (): Uint8Array => new Uint8Array();

/** `null` when the person closed one of the dialogs; what was stored before stays then. */
export async function storeInDialogs(
  { credentials, showTenant }: Keeper,
  dialogs: Pick<FileDialogs, 'askCredential' | 'chooseFile' | 'ask'>,
  order: CredentialOrder,
  words: DialogWords,
): Promise<CredentialFacts | null> {
  // What cannot be stored is refused before anybody types a secret.
  const place = credentials.place(order);
  const { tenant } = showTenant({ tenant: order.tenant });
  const secrets = await secretsFor(order, { tenant, place }, dialogs, words);
  return secrets === null ? null : credentials.store(order, secrets, { tenantId: tenant.id, place });
}

/** Answers whether they are gone now. */
export async function removeInDialogs(
  { credentials, showTenant }: Keeper,
  dialogs: Pick<FileDialogs, 'ask'>,
  tenant: string,
  { credentials: words }: DialogWords,
): Promise<boolean> {
  const agreed = await dialogs.ask({
    title: words.forget(tenant),
    tenant: showTenant({ tenant }).tenant,
    facts: [],
    means: words.forgetMeans,
    yes: words.forgetThem,
    grave: true,
    fields: [],
  });
  return agreed !== null && credentials.remove(tenant);
}

async function secretsFor(
  order: CredentialOrder,
  { tenant: whose, place }: { tenant: Tenant; place: string },
  dialogs: Pick<FileDialogs, 'askCredential' | 'chooseFile' | 'ask'>,
  { credentials: words, confirmation: { label } }: DialogWords,
): Promise<CredentialSecrets | null> {
  const { tenant } = order;
  const typed = async (name: string, message: string): Promise<CredentialSecrets | null> => {
    const secret = await dialogs.askCredential({ name, message });
    return secret === null ? null : { secret, certificate: none(), key: none() };
  };
  switch (order.kind) {
    case 'client-secret':
      return typed(words.clientSecret, words.ofApplication(order.clientId, tenant, place));
    case 'token':
      return typed(words.token, words.forTenant(tenant, place));
    case 'basic':
      return typed(words.password, words.ofUser(order.user, tenant, place));
    case 'private-key-jwt': {
      const agreed = await dialogs.ask({
        title: words.letProve,
        tenant: whose,
        facts: [
          { label: label.key, values: [order.kid], mono: true },
          { label: label.application, values: [order.clientId], mono: true },
          { label: label.sentTo, values: [place], mono: true },
        ],
        means: words.letProveMeans,
        yes: words.useKey,
        grave: false,
        fields: [],
      });
      return agreed !== null ? { secret: none(), certificate: none(), key: none() } : null;
    }
    case 'client-certificate':
      return certificateFrom(tenant, dialogs, words);
  }
}

async function certificateFrom(
  tenant: string,
  dialogs: Pick<FileDialogs, 'chooseFile'>,
  words: DialogWords['credentials'],
): Promise<CredentialSecrets | null> {
  const certificate = await dialogs.chooseFile(words.certificate(tenant), MAX_CREDENTIAL_BYTES);
  const key =
    certificate === null ? null : await dialogs.chooseFile(words.keyOf(certificate.name), MAX_CREDENTIAL_BYTES);
  return certificate === null || key === null
    ? null
    : { secret: none(), certificate: certificate.bytes, key: key.bytes };
}
