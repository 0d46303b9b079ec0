// What has to follow the withdrawal of a next key: who still trusts it, and what takes its place.

export interface AfterWithdrawal {
  /** It was pushed, so that verifiers accept what it signs until a push leaves it out. */
  push: boolean;
  /** The kid of the key that was made in its place; `null` where keys are brought in. */
  next: string | null;
}

export function withdrawalLines(tenant: string, { follows }: { follows: AfterWithdrawal }): string[] {
  const name = /^[\w.-]+$/.test(tenant) ? tenant : `'${tenant}'`;
  const push = `custodian publish preview ${name}, then custodian publish push ${name}`;
  return [
    '',
    ...(follows.push
      ? [`Verifiers accept what it signs until a push leaves it out. Push now: ${push}`]
      : ['It was never pushed, so no verifier will notice.']),
    follows.next === null
      ? 'The ring has no next key. Import one: key import --as next'
      : `${follows.next} was generated to replace it. Push it, so that verifiers know it before you rotate.`,
  ];
}
