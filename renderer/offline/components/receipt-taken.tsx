// What a courier's receipt came to.
import type { AcceptedReceipt } from '../../../shared/domain/published-set/outbox.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { Notice } from '../../parts/notice.tsx';
import { When } from '../../parts/when.tsx';

const said = words.outbox.receipt;

/** `null` when the dialog was closed or answered with no. */
export function ReceiptTaken({ result }: { result: AcceptedReceipt | null | undefined }) {
  if (result === undefined) {
    return null;
  }
  if (result === null) {
    return <Notice tone="info" role="status" title={said.none} />;
  }
  const { outcome, confirmed, openUntil, at, foreign, seen } = result;
  return (
    <Notice tone={confirmed ? 'good' : 'caution'} role="status" title={said.says(said.outcome[outcome])}>
      <p>{say((confirmed ? said.onRecord : said.notPublished)(<When at={at} precision="second" />))}</p>
      {openUntil !== null && <p>{say(said.stillOpen(<When at={openUntil} />))}</p>}
      {foreign.length > 0 && <p>{said.notOurs(foreign.join(', '))}</p>}
      <p>{seen === null ? said.unseen : said.listed(seen.kids.length)}</p>
    </Notice>
  );
}
