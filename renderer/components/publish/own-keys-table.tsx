// The tenant's own keys as rows, and how many rotations of them are left.
import { Button, Table } from '@mantine/core';
import type { OwnKeyView, RotateBudget } from '../../../shared/own-keys.ts';
import { shortKid } from '../../text/hex.ts';
import { words } from '../../words/words.ts';
import '../parts/data-table.css';
import { Kid } from '../parts/kid.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { When } from '../parts/when.tsx';

const said = words.ownKeys.table;

export function RotationsLeft({ budget: { limit, remaining, nextAt } }: { budget: RotateBudget }) {
  return nextAt === null
    ? words.ownKeys.rotationsLeft(remaining, limit)
    : words.ownKeys.rotationsLeftUntil(remaining, limit, <When at={nextAt} />);
}

interface OwnKeysTableProps {
  keys: readonly OwnKeyView[];
  busy: boolean;
  onExport: (own: OwnKeyView) => void;
  onRevoke: (own: OwnKeyView) => void;
}

export function OwnKeysTable({ keys, busy, onExport, onRevoke }: OwnKeysTableProps) {
  return (
    <Table.ScrollContainer minWidth={620} type="native" tabIndex={0}>
      <Table verticalSpacing={8} className="data-table">
        <caption className="table-caption">{words.ownKeys.title}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{said.state}</Table.Th>
            <Table.Th scope="col">kid</Table.Th>
            <Table.Th scope="col">{said.since}</Table.Th>
            <Table.Th scope="col">{said.sha256}</Table.Th>
            <Table.Th scope="col">{said.acts}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {keys.map((own) => (
            <Table.Tr key={own.kid}>
              <Table.Td>
                <StateBadge state={own.state} />
              </Table.Td>
              <Table.Td>
                <Kid kid={own.kid} />
              </Table.Td>
              <Table.Td>
                <Since own={own} />
              </Table.Td>
              <Table.Td>
                <span className="mono own-fingerprint">{own.certificate.sha256}</span>
                <span className="table-second">
                  {said.until(<When at={own.certificate.notAfter} precision="day" />)}
                </span>
              </Table.Td>
              <Table.Td>
                <div className="row row-wrap">
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={said.exportOf(shortKid(own.kid))}
                    onClick={() => onExport(own)}
                  >
                    {said.export}
                  </Button>
                  {own.state === 'previous' && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      disabled={busy}
                      aria-label={said.revokeOf(shortKid(own.kid))}
                      onClick={() => onRevoke(own)}
                    >
                      {said.revoke}
                    </Button>
                  )}
                </div>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Since({ own: { state, currentSince, currentUntil, revokedAt } }: { own: OwnKeyView }) {
  switch (state) {
    case 'next':
      return <span className="quiet">{said.notYet}</span>;
    case 'current':
      return currentSince === null ? <span className="quiet">{said.notTold}</span> : <When at={currentSince} />;
    case 'previous':
    case 'revoked': {
      const at = revokedAt ?? currentUntil;
      return (
        <>
          {at === null ? <span className="quiet">{said.notTold}</span> : <When at={at} />}
          {currentSince !== null && currentUntil !== null && (
            <span className="table-second">
              {said.signed(<When at={currentSince} precision="day" />, <When at={currentUntil} precision="day" />)}
            </span>
          )}
        </>
      );
    }
  }
}
