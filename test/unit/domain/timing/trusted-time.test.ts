// How far the clock of this machine can be relied upon, by what servers said and what an officer stated.
import { describe, expect, it } from 'vitest';
import { plusSeconds } from '../../../../shared/domain/timing/instants.ts';
import {
  CLOCK_ACTIONS,
  differenceOf,
  disregarded,
  type ServedTime,
  standingDisagreement,
  stillDisagrees,
} from '../../../../shared/domain/timing/trusted-time.ts';
import { AT } from '../../../support/keys.ts';

const host = 'id.acme.example';
/** This machine is so many seconds ahead of the server. */
const seen = (ahead: number): ServedTime => ({ host, served: AT, machine: plusSeconds(AT, ahead) });

it.each<[number, ReturnType<typeof differenceOf>]>([
  [0, null],
  [60, null],
  [60.4, null],
  [61, { host, seconds: 61, direction: 'ahead' }],
  [-60, null],
  [-61, { host, seconds: 61, direction: 'behind' }],
  [86_400, { host, seconds: 86_400, direction: 'ahead' }],
])('%d seconds ahead of the server: %o', (ahead, expected) => {
  expect(differenceOf(seen(ahead))).toEqual(expected);
});

describe('a difference that was seen stands', () => {
  const stands = (ahead: number, now: number) => stillDisagrees(seen(ahead), plusSeconds(AT, now));
  const hour = 3_600;

  it('while a machine that is behind has not passed the time of the server', () => {
    const behind = { host, seconds: hour, direction: 'behind' };
    expect([stands(-hour, -hour), stands(-hour, -1)]).toEqual([behind, behind]);
    expect([stands(-hour, 0), stands(-hour, 1)]).toEqual([null, null]);
  });

  it('while a machine that is ahead was not set back', () => {
    const ahead = { host, seconds: hour, direction: 'ahead' };
    expect([stands(hour, hour), stands(hour, hour + 1)]).toEqual([ahead, ahead]);
    expect([stands(hour, hour - 1), stands(hour, 0)]).toEqual([null, null]);
  });

  it('and none does that is no difference', () => {
    expect([stands(60, 60), stands(-60, -60), stillDisagrees(null, AT)]).toEqual([null, null, null]);
  });
});

describe('what stands in the audit chain', () => {
  const disagreed = { action: CLOCK_ACTIONS.disagreed, details: { ...seen(3_600) } };
  const agreed = { action: CLOCK_ACTIONS.agreed, details: { host } };
  const stated = (server?: unknown) => ({ action: CLOCK_ACTIONS.stated, details: { reason: 'set', server } });

  it('is by its actions', () => {
    expect(CLOCK_ACTIONS).toEqual({ disagreed: 'clock.disagreed', agreed: 'clock.agreed', stated: 'clock.stated' });
  });

  it('is a disagreement when that is the newest word', () => {
    expect(standingDisagreement([agreed, disagreed])).toEqual(seen(3_600));
    for (const entries of [[], [agreed], [disagreed, agreed], [disagreed, stated(host)]]) {
      expect(standingDisagreement(entries)).toBe(null);
    }
  });

  it.each(['host', 'served', 'machine'])('is none that does not say its %s', (name) => {
    for (const value of [undefined, 1, null]) {
      const details = { ...disagreed.details, [name]: value };
      expect(standingDisagreement([{ ...disagreed, details }])).toBe(null);
    }
  });

  it('names the servers that an officer called wrong', () => {
    const others = [agreed, disagreed, { ...agreed, details: { server: 'not.stated.example' } }];
    expect(disregarded([...others, stated(host), stated(), stated(null), stated('b.example')])).toEqual([
      host,
      'b.example',
    ]);
  });
});
