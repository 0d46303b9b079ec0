// The network from the window: what would be trusted, or asked from now on, is said in a dialog that the page can neither see
// nor answer. Files and passwords are asked for on this side.
import { MAX_IMPORT_BYTES } from '../../shared/limits.ts';
import { type Authority, MAX_PROXY_SCRIPT_BYTES, type ProxyOrder, type ProxyView } from '../../shared/network.ts';
import type { Custodian } from '../core/custodian.ts';
import type { ProxyAccount } from '../core/ports/network.ts';
import type { FileDialogs } from './handlers.ts';
import type { DialogWords } from './words/words.ts';

type Keeper = Pick<Custodian, 'network'>;
type Dialogs = Pick<FileDialogs, 'chooseFile' | 'confirm' | 'askCredential'>;

/** `null` when the person closed a dialog or said no. */
export async function addAuthority(
  { network }: Keeper,
  dialogs: Dialogs,
  { network: words }: DialogWords,
): Promise<Authority[] | null> {
  const file = await dialogs.chooseFile(words.chooseAuthority, MAX_IMPORT_BYTES);
  if (file === null) {
    return null;
  }
  const found = network.judge(file.bytes);
  const agreed = await dialogs.confirm({
    message: words.trust(found.length),
    detail: `${found.map(({ subject, sha256 }) => `${subject}\n${sha256}`).join('\n\n')}\n\n${words.trustMeans}`,
    yes: words.trustIt,
  });
  return agreed ? network.addAuthorities(file.bytes) : null;
}

export async function removeAuthority(
  { network }: Keeper,
  dialogs: Dialogs,
  sha256: string,
  { network: words }: DialogWords,
): Promise<boolean> {
  const known = network.show().authorities.find((authority) => authority.sha256 === sha256);
  const agreed =
    known !== undefined &&
    (await dialogs.confirm({
      message: words.distrust(known.subject),
      detail: words.distrustMeans,
      yes: words.distrustIt,
    }));
  return agreed && (await network.removeAuthorities(sha256)).length > 0;
}

/** `null` when the person closed a dialog or said no. */
export async function setProxy(
  { network }: Keeper,
  dialogs: Dialogs,
  order: ProxyOrder,
  { network: words }: DialogWords,
): Promise<ProxyView | null> {
  const wantsFile = order.kind === 'script' && order.address === null;
  const script = wantsFile ? await dialogs.chooseFile(words.chooseScript, MAX_PROXY_SCRIPT_BYTES) : null;
  if (wantsFile && script === null) {
    return null;
  }
  const address = 'address' in order ? (order.address ?? script?.name ?? '') : '';
  const agreed = await dialogs.confirm({
    message: words.useProxy(order.kind, address),
    detail: words.useProxyMeans(order.noProxy.join(', ')),
    yes: words.useIt,
  });
  return agreed ? network.setProxy(order, script) : null;
}

/** Answers whether it is kept now. */
export async function storeAccount(
  { network }: Keeper,
  dialogs: Dialogs,
  account: ProxyAccount,
  { network: words }: DialogWords,
): Promise<boolean> {
  const message = words.ofUser(account.user, account.proxy);
  const password = await dialogs.askCredential({ name: words.password, message });
  if (password === null) {
    return false;
  }
  await network.storeAccount(account, password);
  return true;
}
