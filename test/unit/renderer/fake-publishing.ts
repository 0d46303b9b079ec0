// The fake bridge's way back: what was published before, and the previews of a rollback and of a clearing.
import type { ArgsOf } from '../../../shared/contract.ts';
import type { PastPublication } from '../../../shared/acts/publishing.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { DiffEntry, Publication, PublicationPreview } from '../../../shared/domain/published-set/publication.ts';
import type { TenantView } from '../../../shared/domain/tenant/tenant.ts';
import type { Finding } from '../../../shared/domain/published-set/finding.ts';
import { madeUpHex, now } from './fake-data.ts';
import type { Handlers } from './fake-handlers.ts';
import { publishFake } from './fake-ring-handlers.ts';
import { pastOf, remember } from './fake-past.ts';
import { foreignIn, previewOf } from './fake-preview.ts';
import type { FakeWorld } from './fake-world.ts';

interface Helpers {
  view: (tenant: string) => TenantView;
  changed: <T>(action: string, result: T) => T;
  work: (channel: 'publish.push', steps: string[]) => Promise<void>;
}

/** Any of the three acts. */
function previewFor(
  world: FakeWorld,
  view: TenantView,
  { act = 'push', to, removeForeign = [], keepForeign = [] }: ArgsOf<'publish.preview'>,
): PublicationPreview {
  const pushed = previewOf(world, view, { removeForeign, keepForeign });
  if (act === 'push') {
    return pushed;
  }
  const { name } = view.tenant;
  const remote = (world.remote.get(name) ?? []).map(({ kid }) => kid);
  const ours = view.rings.flatMap(({ keys }) => keys);
  const ownerOf = (kid: string) => ours.find((key) => key.kid === kid);
  const foreign = remote.filter((kid) => ownerOf(kid) === undefined);
  const back = act === 'clear' ? [] : formerKids(world, name, to);
  const stays = act === 'clear' ? [] : foreign.filter((kid) => !back.includes(kid) && !removeForeign.includes(kid));
  const kids = [...back, ...stays];
  const entry = (kid: string, kind: DiffEntry['kind']): DiffEntry => {
    const key = ownerOf(kid);
    return { kind, kid, kty: 'RSA', alg: key?.alg ?? 'RS256', thumbprint: null, state: key?.state ?? null };
  };
  const unnamed = act === 'clear' ? foreign.filter((kid) => !removeForeign.includes(kid)) : [];
  const shown = foreignIn(view, remote, { removeForeign, keepForeign });
  const undecided = act === 'clear' ? [] : shown.filter(({ decision }) => decision === null);
  const findings: Finding[] = [
    ...undecided.map(({ name: kid }): Finding => ({ code: 'foreign-undecided', severity: 'error', kid })),
    ...kids
      .filter((kid) => ownerOf(kid)?.state === 'revoked')
      .map((kid): Finding => ({ code: 'revoked-key', severity: 'error', kid })),
    ...unnamed.map((kid): Finding => ({ code: 'foreign-not-named', severity: 'error', kid })),
    ...ours
      .filter(({ state, kid }) => state === 'current' && remote.includes(kid) && !kids.includes(kid))
      .map(({ kid }): Finding => ({ code: 'current-missing', severity: 'warning', kid })),
  ];
  const body = kids.length === 0 ? null : JSON.stringify({ keys: kids.map((kid) => ownerOf(kid)?.jwk ?? { kid }) });
  return {
    ...pushed,
    hash: madeUpHex(JSON.stringify([act, body, remote, removeForeign, keepForeign])),
    act,
    body,
    kids,
    diff: [
      ...kids.map((kid) => entry(kid, !remote.includes(kid) ? 'added' : stays.includes(kid) ? 'foreign' : 'kept')),
      ...remote.filter((kid) => !kids.includes(kid)).map((kid) => entry(kid, 'removed')),
    ],
    upToDate: kids.join() === remote.join(),
    findings,
    places: { used: remote.length, planned: kids.length, limit: 10 },
  };
}

function formerKids(world: FakeWorld, tenant: string, to: string | undefined): string[] {
  const past = pastOf(world, tenant);
  const kids = to === undefined ? past[0]?.replaced : past.find(({ id }) => id === to)?.kids;
  if (kids === undefined) {
    throw new CustodianError('PUBLISH_NO_FORMER_SET', { tenant });
  }
  return kids;
}

export function makePublishHandlers(world: FakeWorld, { view, changed, work }: Helpers): Handlers {
  return {
    'publish.preview': (args) => previewFor(world, view(args.tenant), args),
    'publish.history': ({ tenant }) =>
      pastOf(world, tenant).map(({ replaced: _replaced, ...past }): PastPublication => past),
    'publish.agree': () => null,
    'publish.push': async ({ hash, override, ...args }) => {
      const { tenant, act = 'push', removeForeign } = args;
      const one = view(tenant);
      const preview = previewFor(world, one, args);
      if (preview.hash !== hash) {
        throw new CustodianError('PUBLISH_CHANGED', { tenant });
      }
      const undecided = preview.findings.filter(({ code }) => code === 'foreign-undecided');
      if (undecided.length > 0) {
        throw new CustodianError('PUBLISH_FOREIGN_UNDECIDED', { tenant, keys: undecided.map(({ kid }) => kid) });
      }
      one.keptForeign = [
        ...one.keptForeign,
        ...preview.foreign.flatMap(({ name, material, decision }) =>
          decision?.kind === 'keep' ? { name, material, reason: decision.reason, at: now(), by: 'you' } : [],
        ),
      ];
      const revoked = preview.findings.filter(({ code }) => code === 'revoked-key').map(({ kid }) => kid);
      // In production the main process asks for the reason.
      if (revoked.length > 0 && override === undefined && one.tenant.environment !== 'production') {
        throw new CustodianError('PUBLISH_REVOKED_BACK', { tenant, kids: revoked });
      }
      await work('publish.push', ['Sending the set', 'Reading it back', 'Comparing', 'Recording the publication']);
      one.lastPublication = act === 'push' ? publishFake(world, one, hash) : replaceFake(world, one, preview);
      const stays = world.remote.get(tenant)?.filter(({ kid }) => removeForeign?.includes(kid) !== true);
      world.remote.set(tenant, stays ?? []);
      if (!world.showsAtOnce) {
        const unseen = { confirmedAt: null };
        one.lastPublication = { ...one.lastPublication, ...unseen };
        world.past.set(
          tenant,
          pastOf(world, tenant).map((past, place) => (place === 0 ? { ...past, ...unseen } : past)),
        );
      }
      return changed('publish.push', { publication: one.lastPublication, confirmed: world.showsAtOnce });
    },
  };
}

function replaceFake(world: FakeWorld, { tenant }: TenantView, { hash, kids, act }: PublicationPreview): Publication {
  const { id, at } = remember(world, tenant.name, { act, at: now(), hash, kids });
  world.remote.set(
    tenant.name,
    kids.map((kid) => ({ kid })),
  );
  const sets = { replaced: '{"keys":[]}', sent: '{"keys":[]}' };
  return { id, tenantId: tenant.id, at, hash, kids, act, ...sets, confirmedAt: at, variations: [] };
}
