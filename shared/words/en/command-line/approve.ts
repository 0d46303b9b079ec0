// Four eyes in lines for people.
import type { ApprovalAnswer, ApprovalRequest, FourEyes } from '../../../domain/four-eyes/four-eyes.ts';
import { table } from '../../../encoding/table.ts';

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const factsOf = ({ act, args, place, keys }: Pick<ApprovalRequest, 'act' | 'args' | 'place' | 'keys'>): string[] =>
  table([
    ['act', act],
    ...Object.entries(place).map(([name, value]) => [name, shown(value)]),
    ...Object.entries(args).map(([name, value]) => [`  ${name}`, shown(value)]),
    ...keys.filter(({ state }) => state !== 'replaced').map(({ kid, state }) => [`  ${state}`, kid]),
  ]);

interface Opened {
  request: ApprovalRequest;
  requester: string;
  own: boolean;
  expired: boolean;
}

export const requestLines = ({ request, requester, own, expired }: Opened): string[] => [
  ...factsOf(request),
  ...table([
    ['asked by', request.actor],
    ['device', requester],
    ['until', request.expiresAt],
    ['hash', request.hash],
  ]),
  ...(own ? ['THIS DEVICE ASKED: another officer has to answer.'] : []),
  ...(expired ? ['ITS TIME IS OVER.'] : []),
];

export const requestedLines = (made: ApprovalRequest & { fileName: string; requester: string }): string[] => [
  `${made.fileName}: a request that a second officer answers before ${made.expiresAt}`,
  ...factsOf(made),
  `Signed by this device, ${made.requester}. Nothing was done yet: repeat the command with --approval FILE when you have the answer.`,
];

interface Answered {
  fileName: string;
  decision: ApprovalAnswer['decision'];
  device: string;
  expiresAt: string;
}

export const answeredLines = ({ fileName, decision, device, expiresAt }: Answered): string[] => [
  `${fileName}: ${decision} by this device, ${device}, for use before ${expiresAt}`,
];

export const fourEyesLines = ({ own, kinds, officers }: FourEyes): string[] => [
  kinds.length === 0 ? 'No act needs a second officer.' : `A second officer is needed to: ${kinds.join(', ')}.`,
  ...(officers.length === 0 ? ['Nobody may approve.'] : table(officers.map(({ name, device }) => [name, device]))),
  own === null ? 'This device has no key yet: the first act that uses the keychain makes it.' : `this device  ${own}`,
];

export const NO_PICTURE = 'It does not fit into one QR code, so there is no picture of it: give the file.';
