// What a question says of four eyes, before the yes: that a second officer is wanted, and whether an answer was taken. Whether it
// counts is found out by the act alone, once everything is said that it has to be for.
import type { Channel } from '../../../shared/channels.ts';
import type { DialogWords } from '../../../shared/words/words.ts';
import type { Custodian } from '../../acts/custodian.ts';
import type { FileDialogs } from '../dialogs.ts';
import type { Fact } from '../question.ts';

interface Asked {
  act: Channel;
  args: object;
}

type Wanting = Pick<Custodian, 'secondWanted' | 'approvalsBrought'>;

/** Nothing where no tenant wants one for it. */
export function secondOfficerFact(custodian: Wanting, asked: readonly Asked[], words: DialogWords): Fact[] {
  const { second } = words.confirmation;
  const tenants = [...new Set(asked.flatMap(({ act, args }) => custodian.secondWanted(act, args)))];
  if (tenants.length === 0) {
    return [];
  }
  const taken = custodian.approvalsBrought();
  return [
    {
      label: second.label,
      values: [second.wanted(tenants), taken === 0 ? second.none : second.taken(taken)],
      mono: false,
    },
  ];
}

/** The same dialogs, whose questions about this call say so. */
export function sayingSecond(
  dialogs: FileDialogs,
  custodian: Wanting,
  { channel, args, words }: { channel: Channel; args: unknown; words: () => DialogWords },
): FileDialogs {
  const asked = askedBy(channel, args);
  return {
    ...dialogs,
    ask(question, signal) {
      const fact = secondOfficerFact(custodian, asked, words());
      return dialogs.ask({ ...question, facts: [...question.facts, ...fact] }, signal);
    },
  };
}

/** One yes may be to many pushes. */
function askedBy(channel: Channel, args: unknown): Asked[] {
  const given = typeof args === 'object' && args !== null ? args : {};
  if (channel !== 'publish.agree') {
    return [{ act: channel, args: given }];
  }
  const pushes: unknown = Reflect.get(given, 'pushes');
  return Array.isArray(pushes) ? pushes.map((push: object) => ({ act: 'publish.push', args: push })) : [];
}
