// How a client proves itself at the token endpoint: by its secret, or by an assertion that a key in custody signs
// (RFC 7523 §2.2). An assertion lives for a minute and is never used twice; its key never leaves custody.
import type { CredentialOf } from '../core/credential.ts';
import type { AssertionSigner } from '../core/ports/tenants.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Randomness } from '../core/ports/randomness.ts';

export type ClientCredential = CredentialOf<'client-secret'> | CredentialOf<'private-key-jwt'>;

/** The members of the token request that prove the client, and what of them must not appear in an error. */
export interface ClientProof {
  members: Record<string, string>;
  secrets: readonly string[];
}

interface ProofOptions {
  /** `https://{domain}/`: for whom the assertion is made. */
  audience: string;
  sign: AssertionSigner;
  clock: Clock;
  random: Randomness;
}

const LIFETIME_SECONDS = 60;
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

export async function proveClient(
  credential: ClientCredential,
  { audience, sign, clock, random }: ProofOptions,
): Promise<ClientProof> {
  const { clientId } = credential;
  if (credential.kind === 'client-secret') {
    const { clientSecret } = credential;
    return { members: { client_id: clientId, client_secret: clientSecret }, secrets: [clientSecret] };
  }
  const now = Math.floor(clock.now().getTime() / 1000);
  const assertion = await sign(credential, {
    iss: clientId,
    sub: clientId,
    aud: audience,
    jti: random.uuid(),
    iat: now,
    exp: now + LIFETIME_SECONDS,
  });
  return {
    members: { client_id: clientId, client_assertion_type: ASSERTION_TYPE, client_assertion: assertion },
    secrets: [assertion],
  };
}
