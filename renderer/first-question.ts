// Imported before everything but csp.ts, so that the main process has the first question while the page still evaluates its
// libraries and draws: the two work side by side then.
import { custodianOfWindow } from './bridge.ts';
import { askAhead, makeQueryClient } from './state/custodian.tsx';

export const custodian = custodianOfWindow();
export const client = makeQueryClient();

if (custodian !== null) {
  askAhead(custodian, client);
}
