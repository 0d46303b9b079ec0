// English sentences for errors: waits, plans and the consumers that they wait for.
import { CLOCK_REASON_WORDS } from '../waiting.ts';
import { say, type Sentences } from '../../sentence.ts';

const unconfirmed = (names: readonly string[]): string =>
  names.length === 0 ? '' : ` Still to confirm: ${names.join(', ')}.`;

export const planSentences = {
  CLOCK_TOO_EARLY: ({ kid, action, at, why, waitsFor }) =>
    say(
      `It is too early for ${action} ${kid}: ${CLOCK_REASON_WORDS[why]}.${unconfirmed(waitsFor)}`,
      why === 'consumers-unconfirmed'
        ? 'Ask them, record each answer with “custodian consumer confirm”, or go ahead now with a reason, which is recorded.'
        : at === null
          ? 'Push the tenant and have its public JWKS checked; then the wait begins.'
          : `Wait until ${at}, or go ahead now with a reason, which is recorded.`,
    ),
  CLOCK_SET_BACK: ({ seconds }) =>
    say(
      `This machine's clock is ${seconds} seconds behind the last recorded act, so no wait can be trusted.`,
      'Correct the clock, then try again. If the clock is right now and was wrong then, say so with “custodian doctor --clock REASON”, which is recorded. Nothing was changed.',
    ),
  CLOCK_DISAGREES: ({ host, seconds, direction }) =>
    say(
      `This machine's clock is ${seconds} seconds ${direction === 'ahead' ? 'ahead of' : 'behind'} what ${host} says, so nothing that is seen now can be dated and no wait can be trusted.`,
      `Correct the clock, then try again. If it is right and ${host} is wrong, say so with “custodian doctor --clock REASON --server ${host}”, which is recorded.`,
    ),
  CONSUMER_NOT_FOUND: ({ tenant, consumer }) =>
    say(`The tenant “${tenant}” has no consumer called “${consumer}”.`, 'List its consumers to see their names.'),
  CONSUMER_EXISTS: ({ tenant, consumer }) =>
    say(`The tenant “${tenant}” already has a consumer called “${consumer}”.`, 'Choose another name.'),
  CONSUMER_NEEDS_NO_FILE: ({ consumer }) =>
    say(
      `No file is on record for “${consumer}”: it fetches the published set by itself.`,
      'If it takes a file after all, edit the consumer and say which.',
    ),
  PLAN_CHANGED: ({ ring }) =>
    say(
      `The ring “${ring}” no longer has this plan: its keys or its policy changed. Nothing was done.`,
      'Look at the plan again, then run that one.',
    ),
  PLAN_REHEARSAL_MISSING: ({ tenant, rehearsal, days }) =>
    say(
      `“${tenant}” is in production, and this order was not rehearsed in the last ${days} days.`,
      rehearsal === null
        ? 'Link a development tenant and run the plan there first, or go ahead now with a reason, which is recorded.'
        : `Run the plan on “${rehearsal}” first, or go ahead now with a reason, which is recorded.`,
    ),
} satisfies Partial<Sentences>;
