// A place for a published set that is held in memory: it does exactly what the test says, and notes what it was asked.
import { setImmediate } from 'node:timers/promises';
import type { Ports } from '../../main/ports/ports.ts';
import type { TenantConnection } from '../../main/ports/tenants.ts';
import { toRemoteKeys } from '../../shared/domain/published-set/published-key.ts';

type Jwk = Record<string, unknown>;

/** As over a network, others have their turn while somebody looks: whoever never stops looking can be ended. */
const turn = (): Promise<void> => setImmediate();

export interface HeldPlace {
  keys: Jwk[];
  asked: string[];
  /** What a look finds instead of the keys, where it says something; called with its number from 1. */
  looks: (look: number) => Jwk[] | Error | undefined;
  /** What becomes of a set that is sent: it takes it. */
  takes: (keys: Jwk[]) => Promise<void> | void;
  /** What stands beside the keys. */
  beside: Jwk;
  /** What the public sees: the keys, and the header of its caches. */
  listed: () => { kids: string[]; cacheControl: string | null };
  preflight: () => Promise<void> | void;
  further: TenantConnection['further'];
  /** Ports of which every tenant is at this place. */
  at(ports: Ports): Ports;
}

export const HELD_AT = 'https://id.acme.example/.well-known/jwks.json';

export function heldPlace(keys: Jwk[] = []): HeldPlace {
  let looks = 0;
  const place: HeldPlace = {
    keys,
    asked: [],
    looks: () => undefined,
    takes: (sent) => {
      place.keys = sent;
    },
    beside: {},
    listed: () => ({ kids: place.keys.map(({ kid }) => String(kid)), cacheControl: null }),
    preflight: () => undefined,
    further: [],
    at: (ports) => ({
      ...ports,
      tenants: { ...ports.tenants, connect: async () => connection },
      verifier: {
        ...ports.verifier,
        listed: async () => {
          await turn();
          const { kids, cacheControl } = place.listed();
          const seen = place.keys.filter(({ kid }) => kids.includes(String(kid)));
          return { kids, keys: toRemoteKeys(seen), exposedBeside: [], cacheControl, jwksSha256: '' };
        },
      },
    }),
  };
  const connection: TenantConnection = {
    jwksUrl: HELD_AT,
    metadataUrl: null,
    canonicalJwksUrl: null,
    issuer: 'https://id.acme.example/',
    issuerIsGuess: false,
    get further() {
      return place.further;
    },
    async preflight({ clears, first }) {
      place.asked.push(`preflight${clears ? ' clears' : ''}${first ? ' first' : ''}`);
      await place.preflight();
    },
    endpoint: {
      beside: () => ({ members: place.beside, inexact: [] }),
      async read() {
        await turn();
        looks += 1;
        place.asked.push('read');
        const found = place.looks(looks) ?? place.keys;
        if (found instanceof Error) {
          throw found;
        }
        return toRemoteKeys(found);
      },
      async replace(body) {
        place.asked.push('replace');
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is our own text
        await place.takes(body === null ? [] : (JSON.parse(body) as { keys: Jwk[] }).keys);
      },
    },
  };
  return place;
}
