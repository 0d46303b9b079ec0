// A clock is told by shape and word, and explains its sum when asked.
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { KeyClock } from '../../../../renderer/keys/components/key-clock.tsx';
import { PlanSteps } from '../../../../renderer/plans/components/plan-steps.tsx';
import type { ClockPart } from '../../../../shared/domain/timing/key-clocks.ts';
import type { DrawnClock } from '../../../../renderer/keys/state/clocks.ts';
import { exactTimeInZone } from '../../../../renderer/text/dates.ts';
import type { PlanStep, PlanView, StepState } from '../../../../shared/domain/plan/plan.ts';
import { renderPart } from '../render-part.tsx';

const MINUTE = 60_000;
const inTime = (ms: number) => new Date(Date.now() + ms).toISOString();
const KID = 'h3ogA9at3MKm4zaemlqQ';

const PARTS = [
  { code: 'verifier-cache', seconds: 30 },
  { code: 'safety', seconds: 3600 },
] as const;

const ready = (
  at: string | null,
  why: 'verifiers-warming' | 'never-published' | 'nothing-announced',
  onError: ClockPart[] = [],
): DrawnClock => ({
  kind: 'ready',
  reading: {
    at,
    since: at === null ? null : new Date(Date.parse(at) - 3630_000).toISOString(),
    parts: [...PARTS],
    worst: { at, parts: [...onError, ...PARTS] },
    why,
    waitsFor: [],
  },
});

const drawing = (element: Element | null): string => element?.querySelector('svg')?.innerHTML ?? '';

test('what a clock can say, each in its own shape and words', () => {
  const parts = [
    ready(inTime(5 * MINUTE - 1), 'verifiers-warming'),
    ready(inTime(-MINUTE), 'verifiers-warming'),
    ready(null, 'never-published'),
    ready(inTime(-MINUTE), 'nothing-announced'),
  ].map((clock) => renderPart(<KeyClock kid={KID} clock={clock} />));
  expect(parts.map((part) => part.querySelector('.key-clock-word')?.textContent)).toEqual([
    expect.stringMatching(/^Ready to sign in [45] min/),
    'Ready to sign since',
    'Not ready to sign: not yet visible publicly',
    'Can be used now: not published yet',
  ]);
  expect(new Set(parts.map(drawing)).size).toBe(4);
});

test('a running clock is silent: it is no live region', () => {
  const part = renderPart(<KeyClock kid={KID} clock={ready(inTime(MINUTE), 'verifiers-warming')} />);
  expect(part.querySelector('[aria-live], [role="status"], [role="timer"], [role="alert"]')).toBeNull();
});

test('asked, it gives the fact, every addend in words, and what they come to', async () => {
  const clock = ready(inTime(5 * MINUTE), 'verifiers-warming');
  renderPart(<KeyClock kid={KID} clock={clock} />);
  await userEvent.setup().click(screen.getByRole('button', { name: /^Ready to sign in/ }));
  const box = await screen.findByRole('dialog');
  expect(box.textContent).toContain('Verifiers may still hold a JWKS without it.');
  const rows = within(box)
    .getAllByRole('row')
    .map((row) => row.textContent);
  expect(rows).toEqual([
    expect.stringMatching(/^First seen in the public set/),
    '+Longest verifier cache30 seconds',
    '+Safety margin1 hour',
    `=Ready to sign${exactTimeInZone(clock.reading.at ?? '')}`,
  ]);
});

test('that an endpoint which fails may make it longer is told when asked, and not beside the date', async () => {
  const clock = ready(inTime(5 * MINUTE), 'verifiers-warming', [{ code: 'stale-on-error', seconds: 86_415 }]);
  renderPart(<KeyClock kid={KID} clock={clock} />);
  const button = screen.getByRole('button', { name: /^Ready to sign in/ });
  expect(button.textContent).not.toMatch(/worst case/);
  await userEvent.setup().click(button);
  expect((await screen.findByRole('dialog')).textContent).toContain('Stale answers while the endpoint fails1 day');
});

test('a running wait is a bar that fills, with a joint between addends, and the same in words', async () => {
  const running = ready(inTime(5 * MINUTE), 'verifiers-warming');
  const part = renderPart(<KeyClock kid={KID} clock={running} />);
  const filled = Number(part.querySelector('.clock-bar-over')?.getAttribute('width'));
  expect(filled).toBeGreaterThan(91);
  expect(filled).toBeLessThan(100);
  expect(part.querySelector('.clock-bar-joint')?.getAttribute('d')).toBe('M0.83 0v6');
  expect(part.querySelector('.clock-bar')?.getAttribute('aria-hidden')).toBe('true');
  await userEvent.setup().click(screen.getByRole('button', { name: /^Ready to sign in/ }));
  const box = await screen.findByRole('dialog');
  expect(box.textContent).toMatch(/9\d% of the wait is over, [45] min \d\d s left\./);
});

test('no bar is drawn when no time runs', () => {
  for (const clock of [ready(inTime(-MINUTE), 'verifiers-warming'), ready(null, 'never-published')]) {
    expect(renderPart(<KeyClock kid={KID} clock={clock} />).querySelector('.clock-bar')).toBeNull();
  }
});

test('a revocation names the worst case and those whom no instant covers', async () => {
  const at = inTime(MINUTE);
  const since = inTime(-MINUTE);
  const worst = inTime(90 * MINUTE);
  const clock: DrawnClock = {
    kind: 'bites',
    reading: {
      at,
      since,
      parts: [{ code: 'seen-cache', seconds: 120 }],
      why: 'verifiers-forgetting',
      worst: { at: worst, parts: [{ code: 'stale-on-error', seconds: 5460 }] },
      pinned: true,
      waitsFor: [],
    },
  };
  renderPart(<KeyClock kid={KID} clock={clock} />);
  const button = screen.getByRole('button', { name: /^Rejected everywhere in/ });
  expect(button.textContent).toMatch(/worst case/);
  await userEvent.setup().click(button);
  const box = await screen.findByRole('dialog');
  expect(box.textContent).toContain('Stale answers while the endpoint fails1 hour 31 minutes');
  expect(box.textContent).toContain('until a person removes it');
});

test('the seven states of a step, each in its own shape and word, with what holds it up', () => {
  const states: StepState[] = ['done', 'passed', 'not-needed', 'due', 'waiting', 'person', 'blocked'];
  const kinds = ['publish', 'hand-out', 'confirm-consumers', 'rotate', 'wait-safe', 'prove', 'revoke'] as const;
  const steps = states.map((state, index): PlanStep => {
    const kind = kinds[index] ?? 'publish';
    const waiting = state === 'waiting';
    return {
      kind,
      state,
      at: '2026-11-22T12:00:00.000Z',
      until: waiting ? inTime(MINUTE) : null,
      parts: waiting ? [{ code: 'token-lifetime', seconds: 60 }] : [],
      blockedBy: state === 'blocked' ? 'wait-safe' : null,
      problem: null,
      sent: state === 'due',
      advisedAt: state === 'due' ? '2026-12-06T12:00:00.000Z' : null,
      consumers: [],
      kidsBefore: ['from-kid'],
      kidsAfter: state === 'done' ? ['from-kid', 'to-kid', null] : ['from-kid'],
    };
  });
  const view = { steps, plan: { from: 'from-kid', to: 'to-kid' } } as unknown as PlanView;
  renderPart(<PlanSteps view={view} sets renderHelp={() => <button type="button">Help</button>} />);
  const rows = [...screen.getByRole('list', { name: 'Steps of the plan' }).children];
  expect(rows.map((row) => row.querySelector('.badge')?.textContent)).toEqual([
    'Done',
    'Skipped',
    'Not needed',
    'Due now',
    'Waiting',
    'Needs you',
    'Later',
  ]);
  expect(new Set(rows.map(drawing)).size).toBe(7);
  expect(rows[3]?.textContent).toContain('it is not yet visible publicly');
  expect(rows[3]?.textContent).toContain('The policy would wait until');
  expect(rows[4]?.textContent).toMatch(/Longest token life1 minute.*left/);
  expect(rows.filter((row) => row.querySelector('button') !== null)).toEqual([rows[5]]);
  expect(rows[6]?.textContent).toContain('After: wait until the last token');
  expect(rows[0]?.querySelector('.published-set')?.textContent).toBe(
    'Public beforefrom-kid (old)afterfrom-kid (old)to-kid (new)new key',
  );
  expect(rows[1]?.querySelector('.published-set')?.textContent).toContain('Public, unchanged');
});
