// Credentials from the window: the page says of which kind they are and for whom. Their secret part is asked for here, in a
// window and in dialogs that the page can neither see nor answer, and where it will be sent is said there.
import type { CredentialFacts, CredentialOrder } from '../../shared/credentials.ts';
import { MAX_CREDENTIAL_BYTES } from '../../shared/limits.ts';
import type { Custodian } from '../core/custodian.ts';
import type { CredentialSecrets } from '../core/use-cases/credentials.ts';
import type { FileDialogs } from './handlers.ts';
import type { DialogWords } from './words/words.ts';

type Keeper = Pick<Custodian, 'credentials'>;

const none = (): Uint8Array => new Uint8Array();

/** `null` when the person closed one of the dialogs; what was stored before stays then. */
export async function storeInConversation(
  { credentials }: Keeper,
  dialogs: Pick<FileDialogs, 'askCredential' | 'chooseFile' | 'confirm'>,
  order: CredentialOrder,
  { credentials: words }: DialogWords,
): Promise<CredentialFacts | null> {
  // What cannot be stored is refused before anybody types a secret.
  const place = credentials.place(order);
  const secrets = await secretsFor(order, place, dialogs, words);
  return secrets === null ? null : credentials.store(order, secrets);
}

/** Answers whether they are gone now. */
export async function removeInConversation(
  { credentials }: Keeper,
  dialogs: Pick<FileDialogs, 'confirm'>,
  tenant: string,
  { credentials: words }: DialogWords,
): Promise<boolean> {
  const agreed = await dialogs.confirm({
    message: words.forget(tenant),
    detail: words.forgetMeans,
    yes: words.forgetThem,
  });
  return agreed && credentials.remove(tenant);
}

async function secretsFor(
  order: CredentialOrder,
  place: string,
  dialogs: Pick<FileDialogs, 'askCredential' | 'chooseFile' | 'confirm'>,
  words: DialogWords['credentials'],
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
      const agreed = await dialogs.confirm({
        message: words.letProve(order.kid, order.clientId, tenant),
        detail: words.letProveMeans(place),
        yes: words.useKey,
      });
      return agreed ? { secret: none(), certificate: none(), key: none() } : null;
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
