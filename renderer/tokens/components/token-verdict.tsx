// What a pasted token says, who of ours signed it, and whether it would be accepted. The verdict comes first, because
// claims that nobody signed prove nothing.
import { Table } from '@mantine/core';
import type { TokenReading } from '../../../shared/domain/token/token.ts';
import { instantOf } from '../state/claims.ts';
import { useNow } from '../../state/now.ts';
import { hrefOf } from '../../state/route.ts';
import { relativeTo } from '../../text/dates.ts';
import { shortKid } from '../../text/hex.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { Notice } from '../../parts/notice.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { When } from '../../parts/when.tsx';
import '../../parts/data-table.css';
import './token-verdict.css';

const said = words.bench.verdict;

interface TokenVerdictProps {
  tenant: string;
  reading: TokenReading;
}

export function TokenVerdict({ tenant, reading: { header, claims, signedBy, accepted, problems } }: TokenVerdictProps) {
  return (
    <div className="stack" aria-live="polite">
      <Notice
        tone={accepted ? 'good' : 'danger'}
        title={accepted ? said.accepted : said.refused(problems.map((problem) => words.shared.tokenProblem[problem]))}
      >
        {signedBy === null ? (
          <p>{said.stranger}</p>
        ) : (
          <p className="row row-wrap">
            {say(
              said.signedBy(
                <a
                  className="link mono"
                  href={hrefOf({ screen: 'key', tenant, kid: signedBy.kid })}
                  title={signedBy.kid}
                >
                  {shortKid(signedBy.kid)}
                </a>,
                <StateBadge state={signedBy.state} />,
                <span className="mono">{signedBy.alg}</span>,
              ),
            )}
          </p>
        )}
      </Notice>
      <Members caption={said.header} meanings={words.claims.header} members={header} />
      <Members caption={said.claims} meanings={words.claims.claim} members={claims} />
    </div>
  );
}

interface MembersProps {
  caption: string;
  meanings: Readonly<Record<string, string>>;
  members: Record<string, unknown>;
}

function Members({ caption, meanings, members }: MembersProps) {
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
          <Table.Th scope="col">{said.name}</Table.Th>
          <Table.Th scope="col">{said.value}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entries.map(([name, value]) => (
          <Table.Tr key={name}>
            <Table.Th scope="row">
              <span className="mono">{name}</span>
              {meanings[name] !== undefined && <span className="quiet token-word">{meanings[name]}</span>}
            </Table.Th>
            <Table.Td>
              <Member name={name} value={value} />
            </Table.Td>
          </Table.Tr>
        ))}
        {entries.length === 0 && (
          <Table.Tr>
            <Table.Td colSpan={2} className="quiet">
              {said.none}
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
