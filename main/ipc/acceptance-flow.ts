// The way on after the registry was changed outside of this program, or an older copy was put back: what differs is shown in
// the window of the main process, and only an officer who gives a reason goes on from it.
import { CustodianError } from '../../shared/errors.ts';
import type { Custodian } from '../acts/custodian.ts';
import { reasonField } from './confirmation/fields.ts';
import type { FileDialogs } from './dialogs.ts';
import type { DialogWords } from '../../shared/words/words.ts';

/** So many differences are read one by one; the chain keeps more of them. */
const SHOWN = 12;

/** Answers whether it was accepted. Throws REGISTRY_DAMAGED where there is nothing whole to go on from. */
export async function acceptRegistry(
  custodian: Pick<Custodian, 'stateFindings' | 'acceptAudit' | 'status'>,
  dialogs: Pick<FileDialogs, 'ask'>,
  words: DialogWords,
): Promise<boolean> {
  const findings = await custodian.stateFindings();
  const { registry } = await custodian.status();
  if (registry.problem?.code === 'REGISTRY_DAMAGED') {
    throw new CustodianError('REGISTRY_DAMAGED', registry.problem.facts);
  }
  if (findings.length === 0) {
    return false;
  }
  const told = findings.slice(0, SHOWN).map((finding) => words.shared.doctorFinding(finding).message);
  const { accept } = words;
  const typed = await dialogs.ask({
    title: accept.title,
    tenant: null,
    facts: [
      {
        label: accept.differs,
        values: findings.length > SHOWN ? [...told, accept.more(findings.length - SHOWN)] : told,
        mono: false,
      },
    ],
    means: accept.means,
    yes: accept.yes,
    grave: true,
    fields: [reasonField(words)],
  });
  if (typed?.reason === undefined) {
    return false;
  }
  return (await custodian.acceptAudit(typed.reason, findings)) !== null;
}
