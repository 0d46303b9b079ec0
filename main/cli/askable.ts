// Which command lines can be only asked for (`approve request -- …`): those whose act a second officer may be wanted for, and which
// do nothing of their own before it. Of all others nothing is even begun.
import type { Command } from 'commander';
import { PRIVATE_FORMATS } from '../../shared/domain/exports/hand-over.ts';
import { CustodianError } from '../../shared/errors.ts';

const ASKABLE: ReadonlySet<string> = new Set([
  'approve add-officer',
  'approve remove-officer',
  'approve require',
  'backup create',
  'key destroy',
  'key generate',
  'key import',
  'key import-many',
  'key revoke',
  'key rotate',
  'key rotate-and-revoke',
  'key sign',
  'key withdraw',
  'plan run',
  'publish bundle',
  'publish clear',
  'publish push',
  'publish rollback',
  'remote revoke',
  'remote rotate',
  'ring retire',
]);

/** Throws APPROVAL_NOT_FOR. */
export function refuseUnaskable(command: Command): void {
  const words = pathOf(command);
  if (!ASKABLE.has(words) && !(words === 'export' && isHandOver(command.opts()))) {
    throw new CustodianError('APPROVAL_NOT_FOR', { act: words });
  }
}

/** What is public leaves without anybody's yes. */
const isHandOver = ({ format = '', all = false }: { format?: string; all?: boolean }): boolean =>
  !all && PRIVATE_FORMATS.some((one) => one === format);

/** `publish push`, without the program’s own name. */
const pathOf = (command: Command): string =>
  command.parent === null ? '' : `${pathOf(command.parent)} ${command.name()}`.trim();
