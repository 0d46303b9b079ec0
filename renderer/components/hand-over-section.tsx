// Who holds a copy of a key's private half, and the way to hand it over once more.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { HandOver } from '../../shared/hand-over.ts';
import type { SigningKey, Tenant } from '../../shared/model.ts';
import { useHandOvers } from '../state/queries.ts';
import { HAND_OVER } from '../text/hand-over-words.ts';
import { Failure } from './failure.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { HandOverTable } from './hand-over-table.tsx';
import { Notice } from './notice.tsx';
import { Section } from './section.tsx';

export function HandOverSection({ tenant, signingKey: key }: { tenant: Tenant; signingKey: SigningKey }) {
  const { data: entries = [], error, refetch } = useHandOvers({ tenant: tenant.name, kid: key.kid });
  const [asking, setAsking] = useState(false);
  const [made, setMade] = useState<HandOver | null | undefined>();
  const why = key.destroyedAt !== null ? HAND_OVER.erased : key.exportable ? null : HAND_OVER.stays;

  function close(outcome?: HandOver | null) {
    setMade(outcome);
    setAsking(false);
  }

  return (
    <Section
      title="Private half"
      lead={
        why ?? 'It stays in the keychain. It leaves only protected, for a named receiver, and the ledger keeps that.'
      }
      {...(why === null
        ? {
            actions: (
              <Button size="xs" variant="default" onClick={() => setAsking(true)}>
                Hand over…
              </Button>
            ),
          }
        : {})}
    >
      <div className="stack">
        <Failure error={error} onRetry={() => void refetch()} />
        {made && (
          <Notice tone="good" role="status" title={`Handed over to ${made.to}: number ${made.number} of the ledger`}>
            <p>
              SHA-256 of the file <span className="mono">{made.sha256}</span>
            </p>
          </Notice>
        )}
        {made === null && <Notice tone="info" role="status" title={HAND_OVER.nothingLeft} />}
        {entries.length === 0 ? (
          error === null && <p className="quiet">{HAND_OVER.none}</p>
        ) : (
          <HandOverTable caption="Who holds a copy" entries={entries} />
        )}
      </div>
      {asking && <HandOverDialog tenant={tenant} signingKey={key} onClose={close} />}
    </Section>
  );
}
