import { expect, test } from 'vitest';
import { openKeys, startsFolded } from '../../../../renderer/consumers/state/open-answers.ts';
import type { ConsumerView, OpenAnswer } from '../../../../shared/domain/consumers/consumer.ts';
import { aConsumer } from '../../../support/consumers.ts';

const open = (kid: string, state: OpenAnswer['state']): OpenAnswer => ({
  ring: 'default',
  kid,
  state,
  answer: state === 'next' || state === 'current' ? 'has' : 'let-go',
  handedOutAt: null,
});

const view = (name: string, ...answers: OpenAnswer[]): ConsumerView => ({
  consumer: aConsumer({ name }).consumer,
  keepsSeconds: null,
  notes: [],
  open: answers,
});

test('questions are told by key in the order of the lane, with everybody who is asked', () => {
  const keys = openKeys([
    view('Portal', open('gone', 'revoked'), open('old', 'previous'), open('new', 'next')),
    view('Terminals', open('gone', 'revoked'), open('new', 'next')),
  ]);
  expect(keys.map(({ kid, answer, asked }) => [kid, answer, asked.map(({ consumer }) => consumer.name)])).toEqual([
    ['new', 'has', ['Portal', 'Terminals']],
    ['old', 'let-go', ['Portal']],
    ['gone', 'let-go', ['Portal', 'Terminals']],
  ]);
  expect(keys.map(startsFolded)).toEqual([false, false, true]);
});
