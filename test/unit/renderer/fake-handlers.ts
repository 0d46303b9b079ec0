// The answers of the fake bridge, one for each channel of the contract.
import type { Channel } from '../../../shared/channels.ts';
import type { ArgsOf, ResultOf } from '../../../shared/contract.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { RingView } from '../../../shared/domain/key-ring/ring.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { TenantView } from '../../../shared/domain/tenant/tenant.ts';
import type { FakeBridge } from './fake-bridge.ts';
import { makeConsumerHandlers } from './fake-consumers.ts';
import { fakeKey, fakeRing, fakeTenant, madeUp, madeUpHex, now } from './fake-data.ts';
import { makeCredentialHandlers } from './fake-credentials.ts';
import { makeHandOverHandlers } from './fake-hand-over.ts';
import { makeNetworkHandlers } from './fake-network.ts';
import { makeOutboxHandlers } from './fake-outbox.ts';
import { clocked, makeRingHandlers, proveFake } from './fake-ring-handlers.ts';
import { makeOwnKeyHandlers } from './fake-own-keys.ts';
import { makePublishHandlers } from './fake-publishing.ts';
import { makeTools } from './fake-tools.ts';
import { makeWatchHandlers } from './fake-watch.ts';
import { previewOf } from './fake-preview.ts';
import type { FakeWorld } from './fake-world.ts';

/** Channels that no screen calls yet may be missing; the bridge answers them with INTERNAL. */
export type Handlers = { [C in Channel]?: (args: ArgsOf<C>) => ResultOf<C> | Promise<ResultOf<C>> };

export const wait = (ms: number): Promise<void> =>
  ms === 0 ? Promise.resolve() : new Promise((resolve) => void setTimeout(resolve, ms));

export function makeHandlers(world: FakeWorld, emit: FakeBridge['emit'], delayMs: number): Handlers {
  const changed = <T>(action: string, result: T): T => {
    queueMicrotask(() => emit('changed', { action }));
    return result;
  };
  const view = (name: string): TenantView => {
    const found = world.views.find(({ tenant }) => tenant.name === name);
    if (!found) {
      throw new CustodianError('TENANT_NOT_FOUND', { tenant: name });
    }
    return found;
  };
  const ring = (tenant: string, name: string | undefined): RingView => {
    const found = view(tenant).rings.find((one) => name === undefined || one.ring.name === name);
    if (!found) {
      throw new CustodianError('RING_NOT_FOUND', { tenant, ring: name ?? 'default' });
    }
    return found;
  };
  const ringOfKid = (tenant: string, kid: string): RingView => {
    const found = view(tenant).rings.find(({ keys }) => keys.some((key) => key.kid === kid));
    if (!found) {
      throw new CustodianError('KEY_NOT_FOUND', { tenant, kid });
    }
    return found;
  };
  const move = (of: RingView, keys: SigningKey[]): RingView => {
    const order = { next: 0, current: 1, previous: 2, revoked: 3, replaced: 4 };
    of.keys = keys.toSorted((a, b) => order[a.state] - order[b.state]);
    world.views = structuredClone(world.views);
    return structuredClone(of);
  };
  const work = async (channel: Channel, steps: string[]): Promise<void> => {
    for (const [index, label] of steps.entries()) {
      emit('progress', { channel, step: index + 1, of: steps.length, label });
      await wait(delayMs);
    }
  };
  let made = 0;
  const fresh = (over: Partial<SigningKey>): SigningKey => fakeKey(`fresh ${++made}`, { createdAt: now(), ...over });

  const tools = makeTools(world, changed);
  return {
    ...tools,
    ...makeRingHandlers(world, {
      view,
      ring,
      ringOfKid,
      changed,
      work,
      emit,
      pause: () => wait(delayMs),
      policies: async () => (await tools['policy.list']?.({})) ?? [],
    }),
    ...makeWatchHandlers(world, { view, changed }),
    ...makeConsumerHandlers(world, { view, ringOfKid, changed }),
    ...makeOutboxHandlers(world, { view, changed }),
    ...makeOwnKeyHandlers(world, { changed, work }),
    ...makeCredentialHandlers(world, { view, changed }),
    ...makePublishHandlers(world, { view, changed, work }),
    ...makeHandOverHandlers({ ringOfKid, changed, emit, pause: () => wait(delayMs) }),
    'app.status': () => ({
      version: '0.1.0',
      runtime: 'Electron 45.4.1',
      dataFolder: '/home/officer/.local/share/key-custodian',
      edition: 'product',
      custodyOf: 'product',
      formerFolder: null,
      vault: world.vault,
      registry: { checked: true, problem: null },
      sandbox: { running: world.sandboxRunning, url: world.sandboxRunning ? 'http://127.0.0.1:4180' : null },
      clock: world.clock,
      auditHead: world.audit.at(-1)?.hash ?? '',
    }),
    'tenant.list': () =>
      world.views.map(({ tenant, rings, lastPublication, drift }) => {
        const count = (state: SigningKey['state']) =>
          rings.flatMap((one) => one.keys).filter((key) => key.state === state).length;
        return {
          tenant,
          keys: {
            next: count('next'),
            current: count('current'),
            previous: count('previous'),
            revoked: count('revoked'),
          },
          lastPublishedAt: lastPublication?.at ?? null,
          drift,
        };
      }),
    'tenant.show': ({ tenant }) => clocked(world, view(tenant)),
    'tenant.add': (args) => {
      const { customDomain = null, environment = 'development', endpoint = 'sandbox', name, domain } = args;
      if (world.views.some(({ tenant }) => tenant.name === name)) {
        throw new CustodianError('TENANT_EXISTS', { tenant: name });
      }
      const tenant = fakeTenant({ name, domain, customDomain, environment, endpoint, createdAt: now() });
      const added: TenantView = {
        tenant,
        rings: [fakeRing([fresh({}), fresh({ state: 'current', currentAt: now() })])],
        lastPublication: null,
        drift: null,
        policy: null,
        rehearsalTenant: null,
        keptForeign: [],
      };
      world.views.push(added);
      return changed('tenant.add', structuredClone(added));
    },
    'tenant.remove': ({ tenant }) => {
      world.views = world.views.filter((one) => one !== view(tenant));
      return changed('tenant.remove', null);
    },
    'ring.add': ({ tenant, name, alg, bits, empty = false }) => {
      const id = `ring-${++made}`;
      const first = empty ? [] : [fresh({ alg }), fresh({ alg, state: 'current', currentAt: now() })];
      const added = fakeRing(first, {
        id,
        brought: empty,
        name: name ?? alg.toLowerCase(),
        alg,
        bits: bits ?? null,
      });
      view(tenant).rings.push(added);
      return changed('ring.add', { ...structuredClone(added), places: null });
    },
    'ring.retire': ({ tenant, ring: name, reason = 'typed elsewhere' }) => {
      const one = ring(tenant, name);
      one.ring = { ...one.ring, retirement: { at: now(), reason } };
      const revocation = { reason, compromised: false, compromisedSince: null };
      const after = one.keys.map((key): SigningKey => {
        return key.state === 'next'
          ? { ...key, state: 'revoked', revokedAt: now(), revocation }
          : key.state === 'current'
            ? { ...key, state: 'previous', previousAt: now() }
            : key;
      });
      return changed('ring.retire', move(one, after));
    },
    'key.generate': ({ tenant, ring: name }) => {
      const one = ring(tenant, name);
      return changed('key.generate', move(one, [fresh({}), ...one.keys.filter((key) => key.state !== 'next')]));
    },
    'key.import': () => null,
    'key.certificate': ({ tenant, kid }) => {
      ringOfKid(tenant, kid);
      return {
        subject: `CN=${view(tenant).tenant.domain}`,
        serial: colons(madeUpHex(`${kid} serial`, 18)),
        notBefore: '2026-08-19T07:15:00.000Z',
        notAfter: '2040-04-27T07:15:00.000Z',
        sha1: colons(madeUpHex(`${kid} sha1`, 40)),
        sha256: colons(madeUpHex(`${kid} sha256`, 64)),
      };
    },
    'export.preview': ({ tenant, kid = '', format }) => {
      const der = format === 'cer' || format === 'p7b';
      const body = madeUp(`${kid} body`, 1100, BASE64).replaceAll(/(.{64})/g, '$1\n');
      const text = format.startsWith('jwk')
        ? JSON.stringify({ keys: view(tenant).rings.flatMap(({ keys }) => keys.map((key) => key.jwk)) }, null, 2)
        : `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`;
      return {
        format,
        fileName: `${tenant}-${kid.slice(0, 8)}.${format}`,
        text: !der,
        base64: btoa(text),
        sha256: madeUpHex(`${kid} ${format}`),
      };
    },
    'export.save': ({ tenant, kid = '', format }) =>
      changed('export.save', {
        fileName: `${tenant}-${kid.slice(0, 8)}.${format}`,
        sha256: madeUpHex(`${kid} ${format}`),
      }),
    'publish.verify': async ({ tenant }) => {
      await work('publish.verify', ['Fetching the public key set', 'Signing a probe token', 'Verifying it']);
      const { jwksUrl } = previewOf(world, view(tenant));
      proveFake(world, view(tenant));
      const listed = world.remote.get(tenant) ?? [];
      return view(tenant).rings.flatMap(({ keys }) =>
        keys
          .filter((key) => key.state === 'current')
          .map((key) => {
            const ok = listed.some(({ kid }) => kid === key.kid);
            return {
              ok,
              at: now(),
              jwksUrl,
              kid: key.kid,
              jwksSha256: madeUpHex(`${tenant} jwks`),
              cacheControl: 'public, max-age=15, stale-while-revalidate=15, stale-if-error=86400',
              steps: [
                { step: 'fetched' as const, ok: true, detail: `${listed.length} keys from ${jwksUrl}` },
                { step: 'listed' as const, ok, detail: ok ? `kid ${key.kid}` : `kid ${key.kid} is not in the set` },
                ...(ok
                  ? [
                      { step: 'signed' as const, ok: true, detail: `${key.alg}, valid for 2 minutes` },
                      { step: 'verified' as const, ok: true, detail: 'signature, issuer and audience hold' },
                    ]
                  : []),
              ],
            };
          }),
      );
    },
    ...makeNetworkHandlers(changed),
    'sandbox.start': () => {
      world.sandboxRunning = true;
      return { running: true, url: 'http://127.0.0.1:4180' };
    },
    'sandbox.trouble': () => world.trouble,
    'sandbox.rehearse': ({ trouble }) => {
      world.trouble = { ...world.trouble, trouble, left: trouble === null ? 0 : 1 };
      return world.trouble;
    },
    'audit.list': ({ afterSeq = 0, limit = 200 }) => world.audit.filter(({ seq }) => seq > afterSeq).slice(0, limit),
    'audit.verify': () => ({
      ok: true,
      entries: world.audit.length,
      brokenAt: null,
      head: madeUpHex('head'),
      problem: null,
      signedThrough: world.audit.length,
      deviceKey: madeUpHex('device'),
      keychainAsked: true,
    }),
  };
}

const colons = (hex: string) => hex.toUpperCase().replaceAll(/(..)(?=.)/g, '$1:');

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
