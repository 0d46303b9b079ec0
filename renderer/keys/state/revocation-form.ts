// What the officer says about a revocation, and what the contract makes of it.
export interface RevocationValues {
  reason: string;
  compromised: boolean;
  /** As a local date and time field gives it: `2026-11-22T05:30`, or blank. */
  since: string;
}

export const BLANK_REVOCATION: RevocationValues = { reason: '', compromised: false, since: '' };

/** `reasonElsewhere`: the main process asks for the reason. The instant belongs to a compromise only; a blank one is not known. */
export function revocationArgs({ reason, compromised, since }: RevocationValues, reasonElsewhere: boolean) {
  return {
    ...(reasonElsewhere ? {} : { reason }),
    compromised,
    ...(compromised && since !== '' ? { compromisedSince: instantOfLocal(since) } : {}),
  };
}

function instantOfLocal(local: string): string {
  const at = new Date(local);
  return Number.isNaN(at.getTime()) ? local : at.toISOString();
}
