// Credentials from the window: the page says of which kind they are and for whom. Their secret part is asked for here, in a
// window and in dialogs that the page can neither see nor answer, and where it will be sent is said there.
import type { CredentialFacts, CredentialOrder } from '../../shared/credentials.ts';
import { MAX_CREDENTIAL_BYTES } from '../../shared/limits.ts';
import type { Custodian } from '../core/custodian.ts';
import type { CredentialSecrets } from '../core/use-cases/credentials.ts';
import type { FileDialogs } from './handlers.ts';

type Keeper = Pick<Custodian, 'credentials'>;

const none = (): Uint8Array => new Uint8Array();

/** `null` when the person closed one of the dialogs; what was stored before stays then. */
export async function storeInConversation(
  { credentials }: Keeper,
  dialogs: Pick<FileDialogs, 'askCredential' | 'chooseFile' | 'confirm'>,
  order: CredentialOrder,
): Promise<CredentialFacts | null> {
  // What cannot be stored is refused before anybody types a secret.
  const place = credentials.place(order);
  const secrets = await secretsFor(order, place, dialogs);
  return secrets === null ? null : credentials.store(order, secrets);
}

/** Answers whether they are gone now. */
export async function removeInConversation(
  { credentials }: Keeper,
  dialogs: Pick<FileDialogs, 'confirm'>,
  tenant: string,
): Promise<boolean> {
  const agreed = await dialogs.confirm({
    message: `Forget the credentials of “${tenant}”?`,
    detail: 'Nothing can be read from or published to it until new ones are given. At the tenant they stay valid.',
    yes: 'Forget them',
  });
  return agreed && credentials.remove(tenant);
}

async function secretsFor(
  order: CredentialOrder,
  place: string,
  dialogs: Pick<FileDialogs, 'askCredential' | 'chooseFile' | 'confirm'>,
): Promise<CredentialSecrets | null> {
  const to = `“${order.tenant}”. It is sent to ${place} only.`;
  const typed = async (name: string, message: string): Promise<CredentialSecrets | null> => {
    const secret = await dialogs.askCredential({ name, message });
    return secret === null ? null : { secret, certificate: none(), key: none() };
  };
  switch (order.kind) {
    case 'client-secret':
      return typed('Client secret', `Of the application ${order.clientId} at ${to}`);
    case 'token':
      return typed('Token', `For ${to}`);
    case 'basic':
      return typed('Password', `Of the user ${order.user} at ${to}`);
    case 'private-key-jwt': {
      const agreed = await dialogs.confirm({
        message: `Let ${order.kid} prove the application ${order.clientId} at “${order.tenant}”?`,
        detail: `It signs a short-lived assertion for ${place} whenever a token is needed. Each use is recorded.`,
        yes: 'Use this key',
      });
      return agreed ? { secret: none(), certificate: none(), key: none() } : null;
    }
    case 'client-certificate':
      return certificateFrom(order.tenant, dialogs);
  }
}

async function certificateFrom(
  tenant: string,
  dialogs: Pick<FileDialogs, 'chooseFile'>,
): Promise<CredentialSecrets | null> {
  const certificate = await dialogs.chooseFile(
    `The client certificate for ${tenant}, in PEM with its chain`,
    MAX_CREDENTIAL_BYTES,
  );
  const key =
    certificate === null
      ? null
      : await dialogs.chooseFile(`The private key of ${certificate.name}, in PEM`, MAX_CREDENTIAL_BYTES);
  return certificate === null || key === null
    ? null
    : { secret: none(), certificate: certificate.bytes, key: key.bytes };
}
