// The proof from outside. It knows the public JWKS URL and nothing else of ours: the token is verified only with the
// key that the fetched body lists under its kid.
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { z } from 'zod';
import { CustodianError, toWireError } from '../../shared/errors.ts';
import { REMOTE_DEADLINE_MS } from '../../shared/limits.ts';
import type { ProofStep, SigningAlgorithm } from '../../shared/model.ts';
import { sentenceFor } from '../../shared/sentences.ts';
import type { Clock, PublicVerifier } from '../core/ports.ts';
import { PROBE_AUDIENCE } from '../core/probe-token.ts';
import { fetchPublic, type PublicPage } from './public-fetch.ts';

const jwksSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

type Jwks = z.infer<typeof jwksSchema>;

interface Expected {
  kid: string;
  alg: SigningAlgorithm;
  issuer: string;
}

/** Why a step failed, in words that hold public facts only. */
class StepFailed extends Error {}

interface Outside {
  deadlineMs?: number;
  /** Authorities (PEM) to trust instead of the machine's own. */
  trusted?: string;
}

export function createPublicVerifier(
  clock: Clock,
  { deadlineMs = REMOTE_DEADLINE_MS, trusted }: Outside = {},
): PublicVerifier {
  async function fetchJwks(url: string): Promise<{ page: PublicPage; jwks: Jwks }> {
    const page = await fetchPublic(url, clock, { deadlineMs, trusted });
    return { page, jwks: parseJwks(page.body, new URL(url).host) };
  }

  return {
    async prove(jwksUrl, token, expected) {
      const steps: ProofStep[] = [];
      let page: PublicPage | null = null;
      const step = async <T>(name: ProofStep['step'], work: () => Promise<[T, string]>): Promise<T> => {
        try {
          const [value, detail] = await work();
          steps.push({ step: name, ok: true, detail });
          return value;
        } catch (error) {
          steps.push({ step: name, ok: false, detail: reasonOf(error) });
          throw new StepFailed();
        }
      };
      try {
        const jwks = await step('fetched', async () => {
          const fetched = await fetchJwks(jwksUrl);
          page = fetched.page;
          return [fetched.jwks, `${fetched.jwks.keys.length} keys from ${jwksUrl}`];
        });
        await step('listed', async () => [null, onlyEntry(jwks, expected.kid)]);
        await step('signed', async () => [null, headerAsExpected(token, expected)]);
        await step('verified', async () => [null, await verify(token, jwks, expected, clock)]);
      } catch (error) {
        if (!(error instanceof StepFailed)) {
          throw error;
        }
      }
      return {
        ...evidence(page),
        ok: steps.every(({ ok }) => ok),
        at: clock.now().toISOString(),
        jwksUrl,
        kid: expected.kid,
        steps,
      };
    },

    async listed(jwksUrl) {
      const { page, jwks } = await fetchJwks(jwksUrl);
      return {
        kids: jwks.keys.flatMap(({ kid }) => (typeof kid === 'string' ? [kid] : [])),
        cacheControl: evidence(page).cacheControl,
      };
    },
  };
}

function parseJwks(body: Buffer, host: string): Jwks {
  try {
    return jwksSchema.parse(JSON.parse(body.toString('utf8')));
  } catch (cause) {
    throw new CustodianError('REMOTE_MALFORMED', { host, detail: 'its answer is not a JWK set' }, { cause });
  }
}

const evidence = (page: PublicPage | null): { jwksSha256: string | null; cacheControl: string | null } => ({
  jwksSha256: page?.sha256 ?? null,
  cacheControl: page?.cacheControl ?? null,
});

/** Verifiers differ in which of two keys of one kid they take, so there must be exactly one. */
function onlyEntry(jwks: Jwks, kid: string): string {
  const count = jwks.keys.filter((key) => key['kid'] === kid).length;
  if (count !== 1) {
    throw new StepFailed(count === 0 ? `${kid} is not listed` : `${kid} is listed ${count} times`);
  }
  return kid;
}

function headerAsExpected(token: string, expected: Expected): string {
  const { kid, alg } = decodeProtectedHeader(token);
  if (kid !== expected.kid || alg !== expected.alg) {
    throw new StepFailed(`the token names ${kid ?? 'no kid'} and ${alg ?? 'no algorithm'}`);
  }
  return `${alg} by ${kid}`;
}

async function verify(token: string, jwks: Jwks, { alg, issuer }: Expected, clock: Clock): Promise<string> {
  const { payload } = await jwtVerify(token, createLocalJWKSet(jwks), {
    algorithms: [alg],
    audience: PROBE_AUDIENCE,
    issuer,
    requiredClaims: ['exp'],
    currentDate: clock.now(),
  });
  return `accepted for ${String(payload.iss)}`;
}

function reasonOf(error: unknown): string {
  if (error instanceof CustodianError) {
    return sentenceFor(toWireError(error)).message;
  }
  return error instanceof Error ? error.message : 'failed';
}
