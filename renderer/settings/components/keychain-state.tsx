// How the keychain of this account is, and what to do when it is not open.
import type { AppStatus } from '../../../shared/acts/app.ts';
import { words } from '../../text/words.ts';
import { Notice } from '../../parts/notice.tsx';

export function KeychainState({ vault: { condition, detail } }: Pick<AppStatus, 'vault'>) {
  // The lock has a section of its own.
  const isOpen = detail.code === 'passphrase-needed';
  const good = condition === 'available' || isOpen;
  return (
    <Notice tone={good ? 'good' : 'danger'} title={words.model.vault[isOpen ? 'available' : condition]}>
      <p>{words.shared.keychainDetail(detail)}</p>
      {!good && <p>{words.model.vaultAdvice[condition]}</p>}
    </Notice>
  );
}
