// What a pasted token says, who of ours signed it, and whether it would be accepted. The verdict comes first, because
// claims that nobody signed prove nothing.
import { Table } from '@mantine/core';
import type { TokenProblem, TokenReading } from '../../shared/model.ts';
import { TOKEN_PROBLEM_WORDS } from '../../shared/waiting-words.ts';
import { instantOf } from '../state/claims.ts';
import { useNow } from '../state/now.ts';
import { hrefOf } from '../state/route.ts';
import { relativeTo } from '../text/dates.ts';
import { CLAIM, HEADER } from '../text/claim-words.ts';
import { shortKid } from '../text/hex.ts';
import { Notice } from './notice.tsx';
import { StateBadge } from './state-badge.tsx';
import { When } from './when.tsx';
import './data-table.css';
import './token-verdict.css';

interface TokenVerdictProps {
  tenant: string;
  reading: TokenReading;
}

export function TokenVerdict({ tenant, reading: { header, claims, signedBy, accepted, problems } }: TokenVerdictProps) {
  return (
    <div className="stack" aria-live="polite">
      <Notice
        tone={accepted ? 'good' : 'danger'}
        title={accepted ? 'It would be accepted.' : `It would not be accepted: ${reasonsOf(problems)}.`}
      >
        {signedBy === null ? (
          <p>Whatever it says below is a claim of nobody known here.</p>
        ) : (
          <p className="row row-wrap">
            Signed by{' '}
            <a className="link mono" href={hrefOf({ screen: 'key', tenant, kid: signedBy.kid })} title={signedBy.kid}>
              {shortKid(signedBy.kid)}
            </a>
            <StateBadge state={signedBy.state} />
            <span className="mono">{signedBy.alg}</span>
          </p>
        )}
      </Notice>
      <Members caption="Header" words={HEADER} members={header} />
      <Members caption="Claims" words={CLAIM} members={claims} />
    </div>
  );
}

const reasonsOf = (problems: readonly TokenProblem[]): string =>
  problems.map((problem) => TOKEN_PROBLEM_WORDS[problem]).join('; ');

interface MembersProps {
  caption: string;
  words: Readonly<Record<string, string>>;
  members: Record<string, unknown>;
}

function Members({ caption, words, members }: MembersProps) {
  const entries = Object.entries(members);
  return (
    <Table verticalSpacing={5} className="data-table token-members">
      <caption className="token-caption">{caption}</caption>
      <colgroup>
        <col className="token-names" />
        <col />
      </colgroup>
      <Table.Thead className="table-caption">
        <Table.Tr>
          <Table.Th scope="col">Name</Table.Th>
          <Table.Th scope="col">Value</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entries.map(([name, value]) => (
          <Table.Tr key={name}>
            <Table.Th scope="row">
              <span className="mono">{name}</span>
              {words[name] !== undefined && <span className="quiet token-word">{words[name]}</span>}
            </Table.Th>
            <Table.Td>
              <Member name={name} value={value} />
            </Table.Td>
          </Table.Tr>
        ))}
        {entries.length === 0 && (
          <Table.Tr>
            <Table.Td colSpan={2} className="quiet">
              none
            </Table.Td>
          </Table.Tr>
        )}
      </Table.Tbody>
    </Table>
  );
}

function Member({ name, value }: { name: string; value: unknown }) {
  const now = useNow();
  const at = instantOf(name, value);
  return (
    <>
      <span className="mono">{typeof value === 'string' ? value : JSON.stringify(value)}</span>
      {at !== null && (
        <span className="token-date">
          <When at={at} precision="second" /> <span className="quiet">{relativeTo(at, now)}</span>
        </span>
      )}
    </>
  );
}
