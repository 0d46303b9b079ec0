// How the keychain of this account is, and what to do when it is not open.
import type { AppStatus } from '../../../shared/acts/app.ts';
import { VAULT, VAULT_ADVICE } from '../../text/words.ts';
import { words } from '../../words/words.ts';
import { Notice } from '../../parts/notice.tsx';

export function KeychainState({ vault: { condition, detail } }: Pick<AppStatus, 'vault'>) {
  const { word, good } = VAULT[condition];
  return (
    <Notice tone={good ? 'good' : 'danger'} title={word}>
      <p>{words.shared.keychainDetail(detail)}</p>
      {!good && <p>{VAULT_ADVICE[condition]}</p>}
    </Notice>
  );
}
