// 0 ok, 1 refused by a rule or failed, 2 usage, 3 keychain or lock, 4 remote. Scripts rely on these.
import type { ErrorCode } from '../../shared/errors.ts';

export const EXIT = { ok: 0, refused: 1, usage: 2, custody: 3, remote: 4 } as const;

export function exitCodeFor(code: ErrorCode): number {
  if (code === 'USAGE' || code === 'INPUT_INVALID') {
    return EXIT.usage;
  }
  if (code.startsWith('VAULT_') || code.startsWith('REGISTRY_')) {
    return EXIT.custody;
  }
  return code.startsWith('REMOTE_') || code.startsWith('PROOF_') ? EXIT.remote : EXIT.refused;
}
