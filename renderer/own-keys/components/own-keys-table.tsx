// The tenant's own keys as rows, and how many rotations of them are left.
import { Button, Table } from '@mantine/core';
import type { OwnKeyView, RotateBudget } from '../../../shared/domain/tenant/own-keys.ts';
import { shortKid } from '../../text/hex.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Kid } from '../../parts/kid.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { When } from '../../parts/when.tsx';
import { Octets } from '../../parts/octets.tsx';

const said = words.ownKeys.table;

export function RotationsLeft({ budget: { limit, remaining, nextAt } }: { budget: RotateBudget }) {
  return nextAt === null
    ? words.ownKeys.rotationsLeft(remaining, limit)
    : say(words.ownKeys.rotationsLeftUntil(remaining, limit, <When at={nextAt} />));
}

interface OwnKeysTableProps {
  keys: readonly OwnKeyView[];
  busy: boolean;
  onExport: (own: OwnKeyView) => void;
  onRevoke: (own: OwnKeyView) => void;
}

export function OwnKeysTable({ keys, busy, onExport, onRevoke }: OwnKeysTableProps) {
  return (
    <DataTable
      caption={words.ownKeys.title}
      heads={[said.state, 'kid', said.since, said.sha256, said.acts]}
      minWidth={620}
    >
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
            <span className="own-fingerprint">
              <Octets value={own.certificate.sha256} />
            </span>
            <span className="table-second">
              {say(said.until(<When at={own.certificate.notAfter} precision="day" />))}
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
    </DataTable>
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
              {say(said.signed(<When at={currentSince} precision="day" />, <When at={currentUntil} precision="day" />))}
            </span>
          )}
        </>
      );
    }
  }
}
