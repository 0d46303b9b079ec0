// A verdict on the audit chain in lines for people.
import { AUDIT_PROBLEM_WORDS } from '../doctor.ts';
import { notedText } from '../../../domain/audit/noted-head.ts';
import type { AuditFileVerdict, AuditVerdict } from '../../../domain/audit/entry.ts';

export const anchorLine = (anchor: string): string => `Anchor of the audit chain, to be noted elsewhere: ${anchor}`;

/** In one line. */
export function auditLine({ brokenAt, problem, entries, signedThrough }: AuditVerdict): string {
  if (brokenAt !== null) {
    return `broken at entry ${brokenAt}`;
  }
  return problem === null ? `whole, ${entries} entries, ${signedThrough} of them signed` : AUDIT_PROBLEM_WORDS[problem];
}

/** With what the verdict covers and what it does not. */
export function auditLines(verdict: AuditVerdict | AuditFileVerdict): string[] {
  const { ok, entries, head, signedThrough, deviceKey, keychainAsked } = verdict;
  if (!ok) {
    return [`The audit chain does not hold: ${auditLine(verdict)}.`];
  }
  if ('file' in verdict) {
    return fileLines(verdict);
  }
  const lines = [
    `The chain of ${entries} entries is whole. Head ${head}`,
    anchorLine(notedText({ seq: entries, hash: head })),
  ];
  if (deviceKey === null) {
    return [...lines, 'Nothing is signed yet: the first act that uses the keychain makes the device key.'];
  }
  lines.push(`Entries 1 to ${signedThrough} are signed by the device key ${deviceKey}`);
  if (signedThrough < entries) {
    lines.push(`Entries ${signedThrough + 1} to ${entries} came after it and could be cut off unnoticed.`);
  }
  lines.push(
    keychainAsked
      ? 'The keychain holds that key and remembers no later entry.'
      : 'The keychain was not asked: compare the device key with the one you noted.',
  );
  return lines;
}

function fileLines({ entries, head, signedThrough, deviceKey, file }: AuditFileVerdict): string[] {
  const device = deviceKey ?? '';
  return [
    `The chain of ${entries} entries is whole. Head ${head}`,
    anchorLine(notedText({ seq: entries, hash: head })),
    file.deviceNamed
      ? `Entries 1 to ${signedThrough} are signed by the device that you named, ${device}`
      : `Entries 1 to ${signedThrough} are signed, but by a device that you did not name. Compare its fingerprint with the one you noted, or name that with --device: ${device}`,
    ...(file.exportedAt === null
      ? ['The file is of version 1: its signature does not cover when it was exported, nor how its lines are spelt.']
      : [`It was exported at ${file.exportedAt}, and nothing was added or left out since.`]),
    ...(signedThrough < entries
      ? [`Entries ${signedThrough + 1} to ${entries} are not signed and could be made up or cut off unnoticed.`]
      : []),
  ];
}
