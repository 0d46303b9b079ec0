// What the publish screen is about to do to the set: what the rings want, a former set, or nothing at all. Another aim
// makes another preview, and the hash of a preview is good for its aim alone.
import type { PastPublication } from '../../../shared/acts/publishing.ts';
import type { PublicationPreview } from '../../../shared/domain/published-set/publication.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { reasonSchema } from '../../../shared/fields.ts';
import { isConfirmed } from '../../state/confirmed.ts';

export type PublishAim =
  | { act: 'push' }
  /** `to` is `null` for the set that the last publication replaced. */
  | { act: 'rollback'; to: PastPublication | null }
  | { act: 'clear' };

export const PUSH: PublishAim = { act: 'push' };

/** As the contract takes it; a push needs no word. */
export function aimArgs(aim: PublishAim): { act?: PublishAim['act']; to?: string } {
  switch (aim.act) {
    case 'push':
      return {};
    case 'rollback':
      return { act: aim.act, ...(aim.to === null ? {} : { to: aim.to.id }) };
    case 'clear':
      return { act: aim.act };
  }
}

export const aimKey = (aim: PublishAim): string => JSON.stringify(aimArgs(aim));

/** What the officer types before an act that is more than a push. */
export interface Consent {
  reason: string;
  name: string;
}

export const NO_CONSENT: Consent = { reason: '', name: '' };

/** The revoked keys that a rollback would bring back: the one error that a reason opens. */
export const revokedBack = ({ act, findings }: PublicationPreview): string[] =>
  act === 'rollback'
    ? findings.filter(({ code, severity }) => code === 'revoked-key' && severity === 'error').map(({ kid }) => kid)
    : [];

/**
 * Whether a push would change nothing. A decision to keep a key of others is recorded with a push, even where nothing else
 * changes.
 */
export const isSettled = ({ upToDate, foreign }: PublicationPreview): boolean =>
  upToDate && !foreign.some(({ decision }) => decision?.kind === 'keep');

/** Whether nothing but the press of the button is missing. */
export function mayGo(
  preview: PublicationPreview,
  tenant: Pick<Tenant, 'name' | 'environment'>,
  { reason, name }: Consent,
): boolean {
  const opened = revokedBack(preview);
  const errors = preview.findings.filter(({ severity }) => severity === 'error');
  return (
    errors.length === opened.length &&
    (isConfirmed(tenant) ||
      ((opened.length === 0 || reasonSchema.safeParse(reason).success) &&
        (preview.act !== 'clear' || name === tenant.name)))
  );
}
