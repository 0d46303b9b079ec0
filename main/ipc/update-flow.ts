// Newer versions from the window: whom it would ask is said, and files are chosen, where the page neither sees nor answers.
import type { Preferences } from '../../shared/app-info.ts';
import type { TakenRelease } from '../../shared/acts/updates.ts';
import type { ReleaseView } from '../../shared/domain/updates/release.ts';
import type { DialogWords } from '../../shared/words/words.ts';
import type { Custodian } from '../acts/custodian.ts';
import type { FileDialogs } from './dialogs.ts';
import type { Question } from './question.ts';
import type { CallContext } from './router.ts';

type Looker = Pick<Custodian, 'pinnedRelease' | 'lookForRelease'>;
type Asking = Pick<FileDialogs, 'ask'>;
type Words = DialogWords['updates'];

/** `null` when the person said no. */
export async function lookForReleaseInDialogs(
  custodian: Looker,
  dialogs: Asking,
  preferences: { read(): Preferences },
  { updates: words }: DialogWords,
  { signal }: Pick<CallContext, 'signal'>,
): Promise<ReleaseView | null> {
  const { address } = custodian.pinnedRelease();
  // Without a key nobody is asked, so there is nothing to agree to.
  const agreed =
    address === null || preferences.read().lookForReleases
      ? true
      : (await dialogs.ask(question(words.ask(new URL(address).host), address, words))) !== null;
  return agreed ? custodian.lookForRelease(signal) : null;
}

/** Whether the program looks by itself from now on. */
export async function allowInDialogs(
  custodian: Looker,
  dialogs: Asking,
  preferences: { allowReleases(allowed: boolean): void },
  { updates: words }: DialogWords,
  allowed: boolean,
): Promise<boolean> {
  const { address } = custodian.pinnedRelease();
  const agreed =
    allowed && address !== null
      ? (await dialogs.ask(question(words.allow(new URL(address).host), address, words))) !== null
      : false;
  preferences.allowReleases(agreed);
  return agreed;
}

/** `null` when the person closed the dialog. */
export async function takeInDialogs(
  custodian: Pick<Custodian, 'releaseOf' | 'packageOf'>,
  dialogs: Pick<FileDialogs, 'chooseRelease'>,
  { updates: words }: DialogWords,
): Promise<TakenRelease | null> {
  const chosen = await dialogs.chooseRelease(words.choose);
  if (chosen === null) {
    return null;
  }
  const signed = await chosen.document();
  if (chosen.package === null) {
    return { release: custodian.releaseOf(signed), verified: null };
  }
  const verified = await custodian.packageOf(signed, chosen.package);
  return { release: verified.release, verified };
}

const question = (title: string, address: string, { address: label, means, yes }: Words): Question => ({
  title,
  tenant: null,
  facts: [{ label, values: [address], mono: true }],
  means,
  yes,
  grave: false,
  fields: [],
});
