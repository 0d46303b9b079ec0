// Who holds a copy of a key's private key, and the way to hand it over once more.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { HandOver } from '../../../shared/domain/exports/hand-over.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { useHandOvers } from '../state/queries.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { useIntent } from '../../state/intent.ts';
import { Failure } from '../../parts/failure.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { HandOverTable } from './hand-over-table.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/section.tsx';
import { Octets } from '../../parts/octets.tsx';

const said = words.handOver;

export function HandOverSection({ tenant, signingKey: key }: { tenant: Tenant; signingKey: SigningKey }) {
  const { data: entries = [], error, refetch } = useHandOvers({ tenant: tenant.name, kid: key.kid });
  const [asking, setAsking] = useState(false);
  const [made, setMade] = useState<HandOver | null | undefined>();
  useIntent(['export.private'], { tenant: tenant.name, kid: key.kid }, () => setAsking(true));
  const why = key.destroyedAt !== null ? said.erased : key.exportable ? null : said.stays;

  function close(outcome?: HandOver | null) {
    setMade(outcome);
    setAsking(false);
  }

  return (
    <Section
      title={said.title}
      lead={why ?? said.lead}
      {...(why === null
        ? {
            actions: (
              <Button size="xs" variant="default" onClick={() => setAsking(true)}>
                {said.start}
              </Button>
            ),
          }
        : {})}
    >
      <div className="stack">
        <Failure error={error} onRetry={() => void refetch()} />
        {made && (
          <Notice tone="good" role="status" title={said.made(made.to, made.number)}>
            <p>{say(said.sha256(<Octets value={made.sha256} />))}</p>
          </Notice>
        )}
        {made === null && <Notice tone="info" role="status" title={said.nothingLeft} />}
        {entries.length === 0 ? (
          error === null && <p className="quiet">{said.none}</p>
        ) : (
          <HandOverTable caption={said.holders} entries={entries} />
        )}
      </div>
      {asking && why === null && <HandOverDialog tenant={tenant} signingKey={key} onClose={close} />}
    </Section>
  );
}
