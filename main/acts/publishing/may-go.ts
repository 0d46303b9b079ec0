// Whether a set may be sent, as its preview says.
import { CustodianError } from '../../../shared/errors.ts';
import type { PublicationPreview } from '../../../shared/domain/published-set/publication.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { isError } from '../../../shared/domain/published-set/findings.ts';

/** Whatever the clock says, a revoked key may be taken down. */
export const takesRevokedDown = ({ diff }: PublicationPreview): boolean =>
  diff.some(({ kind, state }) => kind === 'removed' && state === 'revoked');

/** Answers with what the officer's reason overrode, for the audit entry. No reason opens anything but a rollback. */
export function assertMayGo(
  { name }: Tenant,
  { findings, act }: PublicationPreview,
  override: string | undefined,
): Record<string, unknown> {
  const errors = findings.filter(isError);
  const undecided = errors.filter(({ code }) => code === 'foreign-undecided');
  const revoked = act === 'rollback' ? errors.filter(({ code }) => code === 'revoked-key') : [];
  const blocking = errors.filter((finding) => !revoked.includes(finding) && !undecided.includes(finding));
  if (blocking.length > 0) {
    throw new CustodianError('PUBLISH_BLOCKED', {
      tenant: name,
      findings: blocking.map(({ code, kid }) => ({ kid, code })),
    });
  }
  if (undecided.length > 0) {
    throw new CustodianError('PUBLISH_FOREIGN_UNDECIDED', { tenant: name, keys: undecided.map(({ kid }) => kid) });
  }
  const kids = revoked.map(({ kid }) => kid);
  if (kids.length > 0 && override === undefined) {
    throw new CustodianError('PUBLISH_REVOKED_BACK', { tenant: name, kids });
  }
  return kids.length === 0 ? {} : { revokedBack: kids, override };
}
