// What a courier's receipt came to.
import { OUTCOME_WORDS } from '../../shared/courier.ts';
import type { AcceptedReceipt } from '../../shared/outbox.ts';
import { count } from '../text/hex.ts';
import { Notice } from './notice.tsx';
import { When } from './when.tsx';

/** `null` when the dialog was closed or answered with no. */
export function ReceiptTaken({ result }: { result: AcceptedReceipt | null | undefined }) {
  if (result === undefined) {
    return null;
  }
  if (result === null) {
    return <Notice tone="info" role="status" title="No receipt was taken." />;
  }
  const { outcome, confirmed, at, foreign, seen } = result;
  return (
    <Notice tone={confirmed ? 'good' : 'caution'} role="status" title={`The courier says: ${OUTCOME_WORDS[outcome]}.`}>
      <p>
        <When at={at} precision="second" />.{' '}
        {confirmed
          ? 'It is on record as published.'
          : 'It is not published. Plan another bundle: it is planned on what was found there.'}
      </p>
      {foreign.length > 0 && <p>Not ours: {foreign.join(', ')}</p>}
      <p>
        {seen === null
          ? 'The courier could not see the public set.'
          : `The public set listed ${count(seen.kids.length, 'key')}.`}
      </p>
    </Notice>
  );
}
