// The proof from outside. It knows the public JWKS URL and nothing else of ours: the token is verified only with the
// key that the fetched body lists under its kid.
import { createLocalJWKSet, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { proofFactWords } from '../../shared/words/en/proof.ts';
import { parseJson } from '../../shared/encoding/bounded-json.ts';
import { CustodianError, isCustodianError, toWireError } from '../../shared/errors.ts';
import { isNamed, namesOf, type SigningAlgorithm } from '../../shared/domain/algorithms.ts';
import type { ProofStep } from '../../shared/domain/evidence/proof.ts';
import type { Clock } from '../ports/clock.ts';
import type { Fetch } from '../ports/network.ts';
import type { PublicVerifier } from '../ports/verifier.ts';
import type { Fetched } from '../../shared/domain/evidence/evidence.ts';
import { refuseIfCancelled } from '../ports/stopping.ts';
import type { PublicPlace } from '../../shared/domain/tenant/public-addresses.ts';
import type { ProofFact } from '../../shared/domain/evidence/proof-facts.ts';
import { PROBE_AUDIENCE } from '../../shared/domain/token/probe-token.ts';
import { nameOf } from '../../shared/domain/key-ring/same-key.ts';
import { boundedFetch } from './bounded-fetch.ts';
import { type KeySet, publicBody, readKeySet } from './key-set.ts';
import { fetchPublic, type PublicPage } from './public-fetch.ts';

const jwksSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

/** OpenID Connect Discovery 1.0 §3. */
const metadataSchema = z.object({ issuer: z.string(), jwks_uri: z.string() });

interface Expected {
  kid: string;
  alg: SigningAlgorithm;
}

/** Why a step failed; public facts only. */
class StepFailed extends Error {
  readonly fact: ProofFact;

  constructor(fact: ProofFact) {
    super(fact.code);
    this.fact = fact;
  }
}

interface Outside {
  /** Without limits of its own. */
  fetch: Fetch;
  deadlineMs?: number | undefined;
}

export function createPublicVerifier(clock: Clock, { fetch: unbounded, deadlineMs }: Outside): PublicVerifier {
  const fetch = boundedFetch(unbounded, deadlineMs);

  async function fetchJwks(url: string, signal?: AbortSignal): Promise<{ page: PublicPage; jwks: KeySet }> {
    const page = await fetchPublic(url, { clock, fetch, signal });
    return { page, jwks: parseJwks(page.body, new URL(url).host) };
  }

  /** Verifiers that are given the issuer alone must find this very key set, and the `iss` of our tokens. */
  async function asDiscovered(
    url: string,
    expected: Pick<PublicPlace, 'issuer' | 'issuerIsGuess' | 'jwksUrl'>,
    signal?: AbortSignal,
  ): Promise<ProofFact> {
    const page = await fetchPublic(url, { clock, fetch, signal }).catch((error: unknown) => {
      // What strangers are refused, whether with 404 or 401, no verifier can discover.
      if (isCustodianError(error, 'REMOTE_REFUSED') || isCustodianError(error, 'REMOTE_UNAUTHORISED')) {
        return null;
      }
      throw error;
    });
    if (page === null) {
      return { code: 'no-metadata' };
    }
    const { issuer, jwks_uri: jwksUri } = parseMetadata(page.body, new URL(url).host);
    if (issuer !== expected.issuer && !(expected.issuerIsGuess && `${issuer}/` === expected.issuer)) {
      throw new StepFailed({ code: 'other-issuer', named: issuer, expected: expected.issuer });
    }
    if (jwksUri !== expected.jwksUrl) {
      throw new StepFailed({ code: 'other-key-set', url: jwksUri });
    }
    return { code: 'discovered', issuer };
  }

  /** A fact for those who still point verifiers there. It proves nothing, so nothing of it fails. */
  async function atCanonical(url: string, kid: string, signal?: AbortSignal): Promise<ProofFact> {
    const found = await fetchJwks(url, signal).catch(() => null);
    if (found === null) {
      return { code: 'canonical-unread', url };
    }
    assertNothingPrivate(found.jwks, url);
    const isListed = found.jwks.keys.some((key) => key.kid === kid);
    return { code: isListed ? 'canonical-lists' : 'canonical-lists-not', url };
  }

  return {
    async prove(place, token, expected, signal) {
      const { jwksUrl, metadataUrl, canonicalJwksUrl } = place;
      const steps: ProofStep[] = [];
      let page: PublicPage | null = null;
      const step = async <T>(
        name: ProofStep['step'],
        work: () => [T, ProofFact] | Promise<[T, ProofFact]>,
      ): Promise<T> => {
        try {
          const [value, fact] = await work();
          refuseIfCancelled(signal);
          steps.push({ step: name, ok: true, detail: proofFactWords(fact), fact });
          return value;
        } catch (error) {
          // Stopped on the way, it has shown nothing.
          refuseIfCancelled(signal);
          const fact = reasonOf(error);
          steps.push({ step: name, ok: false, detail: proofFactWords(fact), fact });
          throw new StepFailed(fact);
        }
      };
      try {
        const jwks = await step('fetched', async () => {
          const fetched = await fetchJwks(jwksUrl, signal);
          page = fetched.page;
          return [fetched.jwks, { code: 'fetched', keys: fetched.jwks.keys.length, url: jwksUrl }];
        });
        await step('listed', () => {
          assertNothingPrivate(jwks, jwksUrl);
          return [null, onlyEntry(jwks, expected.kid)];
        });
        await step('signed', () => [null, headerAsExpected(token, expected)]);
        await step('verified', async () => [
          null,
          await verify(token, jwks, { ...expected, issuer: place.issuer }, clock),
        ]);
        if (metadataUrl !== null) {
          await step('issuer', async () => [null, await asDiscovered(metadataUrl, place, signal)]);
        }
        if (canonicalJwksUrl !== null) {
          await step('canonical', async () => [null, await atCanonical(canonicalJwksUrl, expected.kid, signal)]);
        }
      } catch (error) {
        if (!(error instanceof StepFailed)) {
          throw error;
        }
      }
      const proof = {
        ...evidence(page),
        ok: steps.every(({ ok }) => ok),
        at: clock.now().toISOString(),
        jwksUrl,
        kid: expected.kid,
        steps,
      };
      return { proof, fetched: fetchedFrom(page) };
    },

    async listed(jwksUrl, signal) {
      const { page, jwks } = await fetchJwks(jwksUrl, signal);
      return {
        kids: jwks.keys.flatMap(({ kid }) => kid ?? []),
        keys: jwks.keys,
        exposedBeside: jwks.exposedBeside,
        cacheControl: page.cacheControl,
        jwksSha256: page.sha256,
      };
    },
  };
}

function parseJwks(body: Buffer, host: string): KeySet {
  const set = readKeySet(body.toString('utf8'));
  if (set === null || set.keys.some(({ raw }) => typeof raw['kty'] !== 'string')) {
    throw new CustodianError('REMOTE_MALFORMED', { host, detail: { code: 'not-jwks' } });
  }
  return set;
}

function parseMetadata(body: Buffer, host: string): z.infer<typeof metadataSchema> {
  try {
    return metadataSchema.parse(parseJson(body.toString('utf8')));
  } catch (cause) {
    throw new CustodianError('REMOTE_MALFORMED', { host, detail: { code: 'metadata-unreadable' } }, { cause });
  }
}

const fetchedFrom = (page: PublicPage | null): Fetched | null =>
  page === null ? null : { exchange: page.exchange, ...publicBody(page.body.toString('utf8')) };

const evidence = (page: PublicPage | null): { jwksSha256: string | null; cacheControl: string | null } => ({
  jwksSha256: page?.sha256 ?? null,
  cacheControl: page?.cacheControl ?? null,
});

/** A set that shows a private key proves nothing: whoever reads it can sign. */
function assertNothingPrivate({ keys, exposedBeside }: KeySet, url: string): void {
  const kids = keys.flatMap((key) => (key.exposed === undefined ? [] : nameOf(key)));
  if (kids.length + exposedBeside.length > 0) {
    throw new StepFailed({ code: 'private-half', kids, url });
  }
}

/** Verifiers differ in which of two keys of one kid they take, so there must be exactly one. */
function onlyEntry(jwks: KeySet, kid: string): ProofFact {
  const times = jwks.keys.filter((key) => key.kid === kid).length;
  if (times !== 1) {
    throw new StepFailed(times === 0 ? { code: 'not-listed', kid } : { code: 'listed-often', kid, times });
  }
  return { code: 'listed', kid };
}

function headerAsExpected(token: string, expected: Expected): ProofFact {
  const { kid, alg } = decodeProtectedHeader(token);
  if (kid !== expected.kid || alg === undefined || !isNamed(expected.alg, alg)) {
    throw new StepFailed({ code: 'signed-otherwise', kid: kid ?? null, alg: alg ?? null });
  }
  return { code: 'signed', kid, alg };
}

async function verify(
  token: string,
  { keys }: KeySet,
  { alg, issuer }: Expected & { issuer: string },
  clock: Clock,
): Promise<ProofFact> {
  const jwks = jwksSchema.parse({ keys: keys.map(({ raw }) => raw) });
  const { payload } = await jwtVerify(token, createLocalJWKSet(jwks), {
    algorithms: namesOf(alg),
    audience: PROBE_AUDIENCE,
    issuer,
    requiredClaims: ['exp'],
    currentDate: clock.now(),
  });
  return { code: 'accepted', issuer: String(payload.iss) };
}

function reasonOf(error: unknown): ProofFact {
  if (error instanceof StepFailed) {
    return error.fact;
  }
  if (error instanceof CustodianError) {
    return { code: 'refused', error: toWireError(error) };
  }
  const reason = error instanceof errors.JOSEError ? error.code : '';
  return { code: 'not-accepted', reason, words: error instanceof Error ? error.message : 'failed' };
}
