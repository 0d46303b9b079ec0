// Before a set goes out: the public keys in it are known to belong to private keys that are held here. Not even a
// registry that an officer accepted after an alarm publishes a stranger's key as ours.
import { CustodianError, isCustodianError } from '../../../shared/errors.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { Publication } from '../../../shared/domain/published-set/publication.ts';
import { canonicalJson } from '../../../shared/encoding/canonical-json.ts';
import { belongs, provenKey } from './check-secrets.ts';
import { ofKey } from './custody.ts';
import type { Ports } from '../../ports/ports.ts';
import { keysIn } from '../../../shared/domain/published-set/recorded-set.ts';

interface OwnSet {
  keys: readonly SigningKey[];
  /** Of the set that is to go. */
  kids: readonly string[];
  last: Publication | null;
}

/**
 * Throws KEY_NOT_OURS, and VAULT_* where a private key is missing; a previous key, which signs nothing any more, may have
 * lost its own, as long as it goes out exactly as it did before.
 */
export async function assertHeld(ports: Pick<Ports, 'keys' | 'formats'>, { keys, kids, last }: OwnSet): Promise<void> {
  const sent = new Set(keysIn(last?.sent ?? null).map((jwk) => canonicalJson(jwk)));
  for (const key of keys) {
    if (kids.includes(key.kid) && key.destroyedAt === null) {
      await assertOneHeld(ports, key).catch((error: unknown) => {
        const mayBeLost = key.state === 'previous' && sent.has(canonicalJson(key.jwk));
        if (!(mayBeLost && isCustodianError(error, 'VAULT_SECRET_MISSING'))) {
          throw error;
        }
      });
    }
  }
}

async function assertOneHeld(ports: Pick<Ports, 'keys' | 'formats'>, key: SigningKey): Promise<void> {
  const spki = await ofKey(key, (name) => provenKey(ports, name));
  if (spki === null || belongs(ports, key, spki) !== null) {
    throw new CustodianError('KEY_NOT_OURS', { kid: key.kid });
  }
}
