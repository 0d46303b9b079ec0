// A custodian, a tenant of one kind, and a wire between them that goes wrong as told; and what both sides say of the
// published set afterwards. Everything is real HTTP; the third kind is TLS under an authority of its own.
import { isCustodianError } from '../../shared/errors.ts';
import type { ParsedArgsOf } from '../../shared/contract.ts';
import { createFaultQueue, type FaultQueue } from '../../main/sandbox/faults.ts';
import { ACME, type Desk, openDesk, START } from '../support/desk.ts';
import { startJwksServer } from '../support/jwks-server.ts';
import { addJwksTenant, TOKEN } from '../support/jwks-tenant.ts';
import { direct, openNetwork } from '../support/network.ts';
import { pooledKeys } from '../support/pooled-keys.ts';
import { makeTestAuthority, type TestAuthority } from '../support/test-ca.ts';

export const tenant = ACME.name;

export interface Wire {
  desk: Desk;
  faults: FaultQueue;
  /** As faults name them. */
  writePath: string;
  publicPath: string;
  /** A change is bound to the set that was read. */
  guarded: boolean;
  /** How often the set was asked to change. */
  writes(): number;
  close(): Promise<void>;
}

/** Counts the changes on their way out. */
function counting(fetch: typeof globalThis.fetch): { fetch: typeof globalThis.fetch; writes: () => number } {
  let writes = 0;
  return {
    fetch: (input, init) => {
      writes += init?.method === 'PUT' || init?.method === 'DELETE' ? 1 : 0;
      return fetch(input, init);
    },
    writes: () => writes,
  };
}

/** Opens a wire on which the remote side may take so long to answer. */
export type OpenWire = (deadlineMs?: number) => Promise<Wire>;

export const wireToSandbox: OpenWire = async (deadlineMs) => {
  const { fetch, writes } = counting(direct);
  const desk = openDesk({ fetch, generate: pooledKeys(), ...(deadlineMs !== undefined && { deadlineMs }) });
  await desk.custodian.addTenant(ACME);
  const paths = { writePath: '/api/v2/keys/custom-signing', publicPath: '/.well-known/jwks.json' };
  return { desk, faults: desk.faults, ...paths, guarded: false, writes, close: () => desk.close() };
};

export const wireToJwks: OpenWire = (deadlineMs) => jwksWire(null, deadlineMs);

let authority: TestAuthority | null = null;

export const wireToJwksOverTls: OpenWire = (deadlineMs) => {
  authority ??= makeTestAuthority();
  return jwksWire(authority, deadlineMs);
};

async function jwksWire(tls: TestAuthority | null, deadlineMs: number | undefined): Promise<Wire> {
  const faults = createFaultQueue();
  const clock = { now: () => new Date(START) };
  const server = await startJwksServer({ authorization: `Bearer ${TOKEN}`, faults, clock, ...(tls && { tls }) });
  const trusting = tls === null ? direct : openNetwork({ trusted: tls.ca }).fetchAs();
  const { fetch, writes } = counting(trusting);
  const desk = openDesk({
    fetch,
    generate: pooledKeys(),
    ...(deadlineMs !== undefined && { deadlineMs }),
    ...(tls && { trusted: tls.ca }),
  });
  await addJwksTenant(desk, server);
  return {
    desk,
    faults,
    writePath: new URL(server.writeUrl).pathname,
    publicPath: new URL(server.publicUrl).pathname,
    guarded: true,
    writes,
    async close() {
      await desk.close();
      await server.close();
    },
  };
}

/** Sends what is wanted; answers with the error code, or with `done`. `previewed`: what happens before it is sent. */
export async function push(
  { desk }: Wire,
  act: ParsedArgsOf<'publish.preview'>['act'] = 'push',
  previewed: () => void = () => undefined,
): Promise<string> {
  try {
    const seen = await desk.custodian.previewPublication({ tenant, act });
    // The officer keeps what others put there, and says why.
    const keepForeign = seen.foreign.flatMap(({ name, decision }) =>
      decision === null ? { name, reason: 'theirs' } : [],
    );
    const intent = { tenant, act, ...(keepForeign.length > 0 && { keepForeign }) };
    const { hash } = keepForeign.length > 0 ? await desk.custodian.previewPublication(intent) : seen;
    previewed();
    await desk.custodian.pushPublication({ ...intent, hash });
    return 'done';
  } catch (error) {
    if (isCustodianError(error)) {
      return error.code;
    }
    throw error;
  }
}

interface Truth {
  /** The kids at the tenant, in its order. */
  remote: (string | null)[];
  /** The kids of the last publication on record. */
  recorded: string[];
  /** Kids of ours that are on record as announced, sorted. */
  announced: string[];
}

/** Ends every fault, then asks both sides. */
export async function truthOf({ desk, faults }: Wire): Promise<Truth> {
  faults.set();
  const view = desk.custodian.showTenant({ tenant });
  const { endpoint } = await desk.ports.tenants.connect(view.tenant);
  const keys = view.rings.flatMap((ring) => ring.keys);
  return {
    remote: (await endpoint.read()).map(({ kid }) => kid),
    recorded: desk.custodian.publicationHistory({ tenant })[0]?.kids ?? [],
    announced: keys
      .filter(({ announcedAt }) => announcedAt !== null)
      .map(({ kid }) => kid)
      .toSorted(),
  };
}

export const kidIn = ({ desk }: Wire, state: string): string =>
  desk.custodian
    .showTenant({ tenant })
    .rings.flatMap(({ keys }) => keys)
    .find((key) => key.state === state)?.kid ?? '';

/** The last act of the audit chain that is about the set itself, and its details. */
export const lastWord = ({ desk }: Wire): [string, unknown] | null => {
  const words = desk.custodian
    .listAudit({ afterSeq: 0, limit: 1000 })
    .filter(({ action }) => /^publish\.(sent|confirmed|failed)$/.test(action));
  const last = words.at(-1);
  return last === undefined ? null : [last.action, last.details['code'] ?? null];
};
