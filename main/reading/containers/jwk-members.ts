// The members of a JWK that are octets (RFC 7518 §6), as their writers have them: padded, in the alphabet of ordinary
// Base64, in lines. What was unusual is noted; what cannot be meant is refused by its name.
import type { Repair } from '../../../shared/domain/reading/notes.ts';
import type { KeyFileProblem } from '../../../shared/problems/key-file.ts';

export type Jwk = Readonly<Record<string, unknown>>;

/** RFC 7518 §6: what a JWK keeps to itself. */
export const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'] as const;

/** Serialisers write `null` or nothing for members that are not there. */
export const isThere = (member: unknown): boolean =>
  member !== undefined && member !== null && member !== '' && !(Array.isArray(member) && member.length === 0);

/** Whether the JWK holds something that must stay secret. */
export const isPrivateJwk = (jwk: Jwk): boolean => PRIVATE_MEMBERS.some((name) => isThere(jwk[name]));

export interface Members {
  /** `null` for a member that is not there. */
  octets(name: string): Buffer | null;
  /** The first thing that is wrong; `null` when nothing is. */
  problem(): KeyFileProblem | null;
  repairs: Repair[];
  /** All that was decoded: the owner overwrites it. */
  [Symbol.dispose](): void;
}

export function membersOf(jwk: Jwk): Members {
  const decoded: Buffer[] = [];
  const repairs: Repair[] = [];
  let wrong: KeyFileProblem | null = null;
  const note = (repair: Repair, isNeeded: boolean): void => {
    if (isNeeded && !repairs.includes(repair)) {
      repairs.push(repair);
    }
  };
  return {
    repairs,
    octets(name) {
      const value = jwk[name];
      if (!isThere(value)) {
        return null;
      }
      if (typeof value !== 'string') {
        wrong ??= { code: 'member-not-text', member: name };
        return null;
      }
      const bare = value.replaceAll(/\s+/g, '').replace(/={1,2}$/, '');
      if (!/^[\w+/-]+$/.test(bare)) {
        wrong ??= { code: 'member-not-base64url', member: name };
        return null;
      }
      note('padding', value.endsWith('='));
      note('alphabet', /[+/\s]/.test(value));
      const octets = Buffer.from(bare, 'base64url');
      decoded.push(octets);
      return octets;
    },
    problem: () => wrong,
    [Symbol.dispose]: () => decoded.forEach((each) => each.fill(0)),
  };
}
