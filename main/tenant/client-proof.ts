// How a client proves itself at the token endpoint: by its secret, or by an assertion that a key in custody signs
// (RFC 7523 §2.2). An assertion lives for a minute and is never used twice; its key never leaves custody.
import type { CredentialOf } from '../ports/credential.ts';
import type { AssertionSigner } from '../ports/tenants.ts';
import type { Clock } from '../ports/clock.ts';
import type { Randomness } from '../ports/randomness.ts';

export type ClientCredential = CredentialOf<'client-secret'> | CredentialOf<'private-key-jwt'>;

/** The members of the token request that prove the client, and what of them must not appear in an error. */
export interface ClientProof {
  members: Record<string, string>;
  secrets: readonly string[];
  /** Another way to say the same, for a server that does not know the first. */
  otherwise?: () => Promise<ClientProof>;
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

/** An explicit type keeps an assertion from being taken for a token of the same key (draft-ietf-oauth-rfc7523bis). */
const EXPLICIT_TYPE = 'client-authentication+jwt';

/** What servers of before know. */
const FORMER_TYPE = 'JWT';

export async function proveClient(
  credential: ClientCredential,
  { audience, sign, clock, random }: ProofOptions,
): Promise<ClientProof> {
  const { clientId } = credential;
  if (credential.kind === 'client-secret') {
    const { clientSecret } = credential;
    return { members: { client_id: clientId, client_secret: clientSecret }, secrets: [clientSecret] };
  }
  const assert = async (type: string): Promise<ClientProof> => {
    const now = Math.floor(clock.now().getTime() / 1000);
    const claims = { iss: clientId, sub: clientId, aud: audience, jti: random.uuid() };
    const assertion = await sign(credential, { ...claims, iat: now, exp: now + LIFETIME_SECONDS }, type);
    return {
      members: { client_id: clientId, client_assertion_type: ASSERTION_TYPE, client_assertion: assertion },
      secrets: [assertion],
    };
  };
  return { ...(await assert(EXPLICIT_TYPE)), otherwise: () => assert(FORMER_TYPE) };
}
