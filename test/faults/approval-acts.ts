// Four eyes: asked for, answered and used while somebody kills the program.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Custodian } from '../../main/acts/custodian.ts';
import { saveFile } from '../../main/files/save-file.ts';
import { isCustodianError } from '../../shared/errors.ts';
import { type Act, elsewhere, reason, ring, tenant, timesDone, withRing } from './act.ts';
import type { FaultDesk } from './fault-desk.ts';

/** A request is good for a day. */
const JUST_BEFORE = '2026-12-22T07:00:00.000Z';

const REQUEST = 'request.json';
const ANSWER = 'answer.json';

/** As the command line leaves them. */
const leave = (folder: string, name: string, text: string): Promise<unknown> =>
  saveFile(path.join(folder, name), Buffer.from(text), { overwrite: true });
const read = (folder: string, name: string): string => readFileSync(path.join(folder, name), 'utf8');

const rotate = (custodian: Custodian): Promise<unknown> => custodian.rotateRing({ tenant, ring });

async function ask(custodian: Custodian, folder: string): Promise<void> {
  const refused: unknown = await rotate(custodian.asking()).catch((error: unknown) => error);
  if (!isCustodianError(refused, 'APPROVAL_NEEDED')) {
    throw refused;
  }
  await leave(folder, REQUEST, (await custodian.requestApproval(refused.facts)).text);
}

async function answer(custodian: Custodian, folder: string): Promise<void> {
  const { text } = await custodian.answerRequest(read(folder, REQUEST), { decision: 'granted', reason });
  await leave(folder, ANSWER, text);
}

function rotateApproved(custodian: Custodian, folder: string): Promise<unknown> {
  custodian.bringApproval(read(folder, ANSWER));
  return rotate(custodian);
}

/** Whoever asks, and the second officer. */
async function introduce(desk: FaultDesk, second: FaultDesk): Promise<void> {
  await withRing(desk);
  await withRing(second);
  const device = (await second.custodian.verifyAudit()).deviceKey ?? '';
  await desk.custodian.addOfficer({ tenant, name: 'Second', device });
  await desk.custodian.setFourEyes({ tenant, kinds: ['rotate'] });
}

const withSecond = (desk: FaultDesk): Promise<void> => elsewhere(desk, (second) => introduce(desk, second));

/** The folder is that of the second officer. */
const withRequest = (second: FaultDesk, folder: string): Promise<void> =>
  elsewhere(second, async (desk) => {
    await introduce(desk, second);
    await ask(desk.custodian, folder);
  });

const withAnswer = (desk: FaultDesk, folder: string): Promise<void> =>
  elsewhere(desk, async (second) => {
    await introduce(desk, second);
    await ask(desk.custodian, folder);
    await answer(second.custodian, folder);
  });

/** What is there under the name is a whole document, also after it was written over. */
const wholeIn =
  (name: string, open: (desk: FaultDesk, text: string) => unknown) =>
  (desk: FaultDesk, folder: string): string[] => {
    try {
      return existsSync(path.join(folder, name)) && open(desk, read(folder, name)) === null ? [`${name} is empty`] : [];
    } catch (error) {
      return [`${name} is not whole: ${String(error)}`];
    }
  };

/** One yes, one rotation at most: never one without it. */
function onlyApproved(desk: FaultDesk, _folder: string, acknowledged: boolean): string[] {
  const [yeses, rotations] = ['approval.used', 'key.rotated'].map((action) => timesDone(desk, action));
  const [uses, done] = [yeses ?? 0, rotations ?? 0];
  return [
    ...(uses > 1 ? [`one yes was used ${uses} times`] : []),
    ...(done > uses ? [`rotated ${done} times with ${uses} yeses`] : []),
    ...(acknowledged && done === 0 ? ['the rotation that was acknowledged is not there'] : []),
  ];
}

export const APPROVAL_ACTS = {
  'ask a second officer': {
    preparedAt: JUST_BEFORE,
    prepare: withSecond,
    run: ask,
    leaves: 'approval.requested',
    again: null,
    also: wholeIn(REQUEST, ({ custodian }, text) => custodian.openRequest(text)),
  },
  'answer as the second officer': {
    preparedAt: JUST_BEFORE,
    prepare: withRequest,
    run: answer,
    leaves: 'approval.granted',
    again: null,
    also: wholeIn(ANSWER, (_desk, text) => JSON.parse(text) as unknown),
  },
  'rotate with the yes of a second officer': {
    preparedAt: JUST_BEFORE,
    prepare: withAnswer,
    run: rotateApproved,
    // A yes is used up by the attempt, also by one that is broken off.
    leaves: 'approval.used',
    again: 'APPROVAL_UNFIT',
    also: onlyApproved,
  },
} as const satisfies Record<string, Act>;
