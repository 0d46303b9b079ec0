// What this process itself found when it previewed a publication, so that a question about many of them shows facts of its
// own and not of the page's, without reading every tenant once more.
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { DiffKind, PublicationPreview } from '../../../shared/domain/published-set/publication.ts';
import type { PublishAct } from '../../../shared/domain/published-set/finding.ts';
import { canonicalHash } from '../../../shared/encoding/canonical-json.ts';
import type { Custodian } from '../../acts/custodian.ts';
import { tenantFacts } from './facts.ts';

type Intent = ParsedArgsOf<'publish.preview'>;

export interface SeenPreview {
  hash: string;
  act: PublishAct;
  kids: string[];
  changes: { kind: DiffKind; name: string }[];
  /** Kids of ours for which there is no place. */
  waits: string[];
  /** Keys of others that stay, and why; the reasons of this push were given by the page. */
  othersStay: { name: string; reason: string }[];
  jwksUrl: string;
  /** Kids of revoked keys that it would bring back. */
  revokedBack: string[];
  deletes: boolean;
}

export interface Previews {
  /** Remembers what it answers. */
  preview: Custodian['previewPublication'];
  /** The preview with this hash: as it was seen, or read now. Throws PUBLISH_CHANGED when it is another by now. */
  see(args: Intent & { hash: string }, signal: AbortSignal): Promise<SeenPreview>;
  /** Planned without the network. */
  offline(args: Intent): Promise<SeenPreview>;
  /** `null` for one that was never seen here. */
  seen(tenant: string, hash: string): SeenPreview | null;
}

/** Far more tenants than a fleet has; the oldest are forgotten first. */
const MOST = 20_000;

export function createPreviews(
  custodian: Pick<Custodian, 'previewPublication' | 'previewBundle' | 'showTenant'>,
): Previews {
  const known = new Map<string, SeenPreview>();
  // With the facts about the tenant: under another address it would be another preview.
  const nameOf = (tenant: string, hash: string): string =>
    canonicalHash({ tenant: tenantFacts(custodian, tenant), hash });
  const preview: Previews['preview'] = async (args, work) => {
    const found = await custodian.previewPublication(args, work);
    known.set(nameOf(args.tenant, found.hash), summary(found));
    for (const oldest of known.keys()) {
      if (known.size <= MOST) {
        break;
      }
      known.delete(oldest);
    }
    return found;
  };
  const seen: Previews['seen'] = (tenant, hash) => known.get(nameOf(tenant, hash)) ?? null;
  return {
    preview,
    seen,
    offline: async (args) => summary(await custodian.previewBundle(args)),
    async see({ hash, ...intent }, signal) {
      const before = seen(intent.tenant, hash);
      if (before !== null) {
        return before;
      }
      const { tenant, act, to, removeForeign, keepForeign } = intent;
      const now = await preview({ tenant, act, to, removeForeign, keepForeign }, { signal });
      if (now.hash !== hash) {
        throw new CustodianError('PUBLISH_CHANGED', { tenant });
      }
      return summary(now);
    },
  };
}

const summary = ({
  hash,
  act,
  kids,
  diff,
  waits,
  foreign,
  jwksUrl,
  findings,
  body,
}: PublicationPreview): SeenPreview => ({
  hash,
  act,
  kids,
  changes: diff.map(({ kind, kid, thumbprint }) => ({ kind, name: kid ?? thumbprint ?? '' })),
  waits: waits.map(({ kid }) => kid),
  othersStay: foreign.flatMap(({ name, decision }) =>
    decision === null || decision.kind === 'remove' ? [] : { name, reason: decision.reason },
  ),
  jwksUrl,
  revokedBack:
    act === 'rollback'
      ? findings.filter(({ code, severity }) => code === 'revoked-key' && severity === 'error').map(({ kid }) => kid)
      : [],
  deletes: body === null,
});
