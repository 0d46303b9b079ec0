// What became of a secret that an open keychain cannot give back. Whatever else goes wrong with it is no answer, and is thrown on.
import { isCustodianError } from '../../shared/errors.ts';

/** `missing`: there is none of that name. `damaged`: what is there is not what was put there. */
export type Lost = 'missing' | 'damaged';

/** `null` for every other error. */
export function lostAs(error: unknown): Lost | null {
  if (isCustodianError(error, 'VAULT_SECRET_MISSING')) {
    return 'missing';
  }
  return isCustodianError(error, 'VAULT_SECRET_DAMAGED') ? 'damaged' : null;
}

export async function orLost<T>(asked: Promise<T>): Promise<T | Lost> {
  try {
    return await asked;
  } catch (error) {
    const lost = lostAs(error);
    if (lost === null) {
      throw error;
    }
    return lost;
  }
}
