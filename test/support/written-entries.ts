// What acts leave in an audit chain, one line for each entry: who reads the chain later has nothing else. Kids are named by
// the order in which they appear, random ids, hashes and certificates by their kind.
import type { Custodian } from '../../main/acts/custodian.ts';

const ACTOR = 'officer via test';

interface Chain {
  /** The entries since the last look. */
  written(): string;
  /** The same as far as they are about this act. */
  of(action: string): string;
}

export function chainOf({ custodian }: { custodian: Pick<Custodian, 'listAudit'> }): Chain {
  const kids: string[] = [];
  let last = 0;
  const named = (line: string): string =>
    line
      .replaceAll(/(?<=")[0-9a-f]{64}(?=")/g, 'SHA256')
      .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'UUID')
      .replaceAll(/127\.0\.0\.1:\d+/g, 'LOOPBACK')
      .replaceAll(/(?<=")([0-9A-F]{2}:){31}[0-9A-F]{2}(?=")/g, 'FINGERPRINT')
      .replaceAll(/(?<="serial":")[0-9A-Fa-f:]+(?=")/g, 'SERIAL')
      .replaceAll(/(?<=")MCowBQYDK2VwAyEA[\w+/]{43}=(?=")/g, 'DEVICE-KEY')
      .replaceAll(/(?<=")[\w-]{21}(?=")/g, 'OWN-KEY')
      .replaceAll(/(?<="fileName":"[\w-]*-)[\w-]{8}(?=\.\w+")/g, 'KID')
      .replaceAll(/(?<=["/-])[\w-]{43}(?=["./])/g, (kid) => {
        if (!kids.includes(kid)) {
          kids.push(kid);
        }
        return `key${kids.indexOf(kid) + 1}`;
      });
  const read = (wanted: (action: string) => boolean): string => {
    const entries = custodian.listAudit({ afterSeq: last, limit: 1000 });
    last = entries.at(-1)?.seq ?? last;
    return entries
      .filter(({ action }) => wanted(action))
      .map(({ actor, action, subject, details }) =>
        named(`${actor === ACTOR ? '' : `${actor}: `}${action} ${subject} ${JSON.stringify(details)}`),
      )
      .join('\n');
  };
  return {
    // What the chain says about itself has tests of its own.
    written: () => read((action) => !action.startsWith('audit.')),
    of: (action) => read((one) => one === action),
  };
}
