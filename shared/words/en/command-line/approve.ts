// Four eyes in lines for people.
import type { OpenedRequest } from '../../../acts/four-eyes.ts';
import type { ApprovalAnswer, ApprovalRequest, FourEyes } from '../../../domain/four-eyes/four-eyes.ts';
import { visible } from '../../../encoding/printable.ts';
import { table } from '../../../encoding/table.ts';
import { askedFacts, requestFacts } from '../../approval-request.ts';
import { requestWords } from '../approval-request.ts';

type Facts = ReturnType<typeof askedFacts>;

/** Whole, unlike the cells of a table: what was cut is what somebody would agree to unseen. */
function factLines(facts: Facts): string[] {
  const width = Math.max(...facts.map(({ label }) => label.length));
  return facts.flatMap(({ label, values }) =>
    values.map((value, index) => `${(index === 0 ? visible(label) : '').padEnd(width)}  ${visible(value)}`),
  );
}

export const requestLines = (opened: OpenedRequest): string[] => [
  ...factLines(requestFacts(requestWords, opened)),
  ...(opened.own ? ['THIS DEVICE ASKED: another officer has to answer.'] : []),
  ...(opened.expired ? ['ITS TIME IS OVER.'] : []),
];

export const requestedLines = (made: ApprovalRequest & { fileName: string; requester: string }): string[] => [
  `${made.fileName}: a request that a second officer answers before ${made.expiresAt}`,
  ...factLines(askedFacts(requestWords, made)),
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
