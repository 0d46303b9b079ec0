// The officer's word that the clock of this machine is right, or that a server's is wrong: waits are measured by it, so the
// page cannot give it alone.
import { reasonField } from './fields.ts';
import { proposed, type Rule } from './proposal.ts';

export const stateClock: Rule<'clock.state'> = ({ custodian, words }, args) => {
  const { confirmation: said } = words;
  const difference = custodian.clockDifference();
  const { title, means, yes } = args.server === undefined ? said.stateClock : said.disregardServer(args.server);
  // Whose clock differs, not by how much: both go on while somebody reads.
  return proposed(() => custodian.clockDifference()?.host ?? null, {
    ask: () => ({
      title,
      means,
      yes,
      tenant: null,
      facts: [
        {
          label: said.label.thisMachine,
          values: [difference === null ? said.clockAgrees : words.shared.clockDiffers(difference)],
          mono: false,
        },
      ],
      grave: false,
      fields: [reasonField(words)],
    }),
    fill: ({ reason = '' }) => ({ ...args, reason }),
  });
};
