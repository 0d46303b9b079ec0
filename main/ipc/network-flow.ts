// The network from the window: what would be trusted, or asked from now on, is said in a dialog that the page can neither see
// nor answer. Files and passwords are asked for on this side.
import { MAX_IMPORT_BYTES } from '../../shared/domain/limits.ts';
import {
  type Authority,
  MAX_PROXY_SCRIPT_BYTES,
  type ProxyOrder,
  type ProxyView,
} from '../../shared/domain/network.ts';
import type { Custodian } from '../acts/custodian.ts';
import type { ProxyAccount } from '../ports/network.ts';
import { grouped } from './grouped.ts';
import type { FileDialogs } from './dialogs.ts';
import type { Fact, Question } from './question.ts';
import type { DialogWords } from '../../shared/words/words.ts';

type Keeper = Pick<Custodian, 'network'>;
type Words = DialogWords['network'];
type Dialogs = Pick<FileDialogs, 'chooseFile' | 'ask' | 'askCredential'>;

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
  const agreed = await dialogs.ask({
    ...plain,
    title: words.trust(found.length),
    facts: found.flatMap((authority) => authorityFacts(authority, words)),
    means: words.trustMeans,
    yes: words.trustIt,
  });
  return agreed === null ? null : network.addAuthorities(file.bytes);
}

/** Answers whether it is trusted no more. */
export async function removeAuthority(
  { network }: Keeper,
  dialogs: Dialogs,
  sha256: string,
  { network: words }: DialogWords,
): Promise<boolean> {
  const { authorities } = await network.show();
  const known = authorities.find((authority) => authority.sha256 === sha256);
  if (known === undefined) {
    return false;
  }
  const agreed = await dialogs.ask({
    ...plain,
    title: words.distrust,
    facts: authorityFacts(known, words),
    means: words.distrustMeans,
    yes: words.distrustIt,
  });
  return agreed !== null && (await network.removeAuthorities(sha256)).length > 0;
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
  const agreed = await dialogs.ask({
    ...plain,
    title: words.useProxy(order.kind, address),
    facts:
      order.kind === 'none'
        ? []
        : [{ label: words.straight, values: [words.thisMachine, ...order.noProxy], mono: false }],
    means: order.kind === 'none' ? words.noProxyMeans : words.useProxyMeans,
    yes: words.useIt,
  });
  return agreed === null ? null : network.setProxy(order, script);
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

/** About no tenant, taking nothing away for good, and nothing to type. */
const plain = { tenant: null, grave: false, fields: [] } satisfies Partial<Question>;

const authorityFacts = ({ subject, sha256 }: Authority, words: Words): Fact[] => [
  { label: words.authority, values: [subject], mono: false },
  { label: words.fingerprint, values: grouped(sha256), mono: true },
];
