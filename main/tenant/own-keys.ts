// The keys with which an Auth0 tenant signs by itself, through the official SDK: list, rotate, revoke. What it says of a
// key is checked against the key's certificate, which is what verifiers and consumers go by.
import { X509Certificate } from 'node:crypto';
import { SigningClient } from 'auth0/keys/signing';
import { z } from 'zod';
import { SCOPES } from '../../shared/domain/tenant/scopes.ts';
import { CustodianError } from '../../shared/errors.ts';
import type { LifeState } from '../../shared/domain/limits.ts';
import type { OwnKey, OwnKeys } from '../ports/tenants.ts';
import { unlessCancelled } from '../ports/stopping.ts';
import { clientOptions, type ManagementAccess, managementCall } from './management-calls.ts';

/** The schema of the API lets an instant be an object too; then it says nothing. */
const instant = z
  .unknown()
  .optional()
  .transform((value) => (typeof value === 'string' && Number.isFinite(Date.parse(value)) ? new Date(value) : null))
  .transform((date) => date?.toISOString() ?? null);

const keySchema = z.object({
  kid: z.string().min(1).max(200),
  cert: z.string().max(64 * 1024),
  current: z.boolean().optional(),
  next: z.boolean().optional(),
  previous: z.boolean().optional(),
  revoked: z.boolean().optional(),
  current_since: instant,
  current_until: instant,
  revoked_at: instant,
});

type ListedKey = z.infer<typeof keySchema>;

export function createOwnKeys(access: ManagementAccess): OwnKeys {
  const { host } = new URL(access.baseUrl);
  const clientFor = (scopes: readonly string[]): SigningClient => new SigningClient(clientOptions(access, scopes));
  return {
    list(signal) {
      return unlessCancelled(signal, (own) =>
        managementCall(access, async (): Promise<OwnKey[]> => {
          const answer: unknown = await clientFor(SCOPES.readOwn).list(own === undefined ? {} : { abortSignal: own });
          const listed = z.array(keySchema).max(1000).safeParse(answer);
          if (!listed.success) {
            throw new CustodianError('REMOTE_MALFORMED', { host, detail: { code: 'not-signing-keys' } });
          }
          return listed.data.map((key) => ownKey(key, host));
        }),
      );
    },
    rotate: () => managementCall(access, async () => void (await clientFor(SCOPES.rotateOwn).rotate())),
    revoke: (kid) => managementCall(access, async () => void (await clientFor(SCOPES.revokeOwn).revoke(kid))),
  };
}

function ownKey(listed: ListedKey, host: string): OwnKey {
  const state = stateOf(listed);
  const certificate = certificateOf(listed.cert);
  if (state === null || certificate === null) {
    const code = certificate === null ? 'key-without-certificate' : 'key-without-state';
    throw new CustodianError('REMOTE_MALFORMED', { host, detail: { code } });
  }
  return {
    kid: listed.kid,
    state,
    currentSince: listed.current_since,
    currentUntil: listed.current_until,
    revokedAt: listed.revoked_at,
    certificate: new Uint8Array(certificate.raw),
    spki: new Uint8Array(certificate.publicKey.export({ format: 'der', type: 'spki' })),
  };
}

/** The tenant shows the flag of the key's own state, and leaves the others out or says false. */
function stateOf({ revoked, revoked_at, current, next, previous }: ListedKey): LifeState | null {
  if (revoked === true || revoked_at !== null) {
    return 'revoked';
  }
  if (current === true) {
    return 'current';
  }
  if (next === true) {
    return 'next';
  }
  return previous === true ? 'previous' : null;
}

function certificateOf(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem);
  } catch {
    return null;
  }
}
