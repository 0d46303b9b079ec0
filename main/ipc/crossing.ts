// How answers reach the page. Between the two worlds of a page every object is copied part by part, which for a list of a
// thousand tenants took longer than to read and draw them; text is passed as it is.
import type { Crossing } from '../../shared/contract.ts';
import type { Result } from '../../shared/errors.ts';

/** In characters. What is shorter costs nothing either way. */
const LONG = 20_000;

/** A long answer as text. */
export function crossing(result: Result<unknown>): Crossing<unknown> {
  const json = result.ok && typeof result.value === 'object' ? JSON.stringify(result.value) : '';
  return json.length > LONG ? { ok: true, json } : result;
}
