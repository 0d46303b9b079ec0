// Notes with each answer what time the server has. A cache on the way tells with Age how old the answer is (RFC 9111 §5.1).
import type { Clock, ServerClock } from '../ports/clock.ts';
import type { ServedTime } from '../../shared/domain/timing/trusted-time.ts';
import type { Network } from '../ports/network.ts';

/** The Date header has whole seconds. */
const RESOLUTION_MS = 1000;

export function watchServedTime<N extends Pick<Network, 'fetchAs'>>(
  network: N,
  clock: Clock,
): { network: N; served: ServerClock } {
  let newest: ServedTime | null = null;
  const fetchAs: Network['fetchAs'] = (identity) => {
    const fetch = network.fetchAs(identity);
    return async (input, init) => {
      const asked = clock.now().getTime();
      const response = await fetch(input, init);
      const host = new URL(input instanceof Request ? input.url : input).host;
      newest = servedTime(host, response.headers, { asked, answered: clock.now().getTime() }) ?? newest;
      return response;
    };
  };
  return { network: { ...network, fetchAs }, served: { last: () => newest } };
}

/** `null` for an answer that does not say. The machine's time is the one between question and answer that fits best. */
function servedTime(
  host: string,
  headers: Headers,
  { asked, answered }: { asked: number; answered: number },
): ServedTime | null {
  const date = Date.parse(headers.get('date') ?? '');
  const age = headers.get('age') ?? '0';
  if (Number.isNaN(date) || !/^\d{1,9}$/.test(age)) {
    return null;
  }
  const served = date + Number(age) * 1000;
  const machine = Math.min(Math.max(served, asked - RESOLUTION_MS), answered);
  return { host, served: new Date(served).toISOString(), machine: new Date(machine).toISOString() };
}
