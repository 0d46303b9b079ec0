// One dialog flow with a person at a time: while a dialog of one call is open, another call that wants to ask is refused at
// once, so that no dialogs pile up. Whom the dialog flow is about stays as it is meanwhile.
import type { Channel } from '../../shared/channels.ts';
import { CustodianError } from '../../shared/errors.ts';
import { GUARDED_SETTINGS } from './confirmation/guarded-settings.ts';
import type { FileDialogs } from './dialogs.ts';

interface DialogFlow {
  /** The dialogs; the first that is opened begins the dialog flow. */
  dialogs: FileDialogs;
  /** Others may ask from now on. */
  end(): void;
}

interface Holder {
  /** In lower case, as tenants are compared; `null` when it is about none. */
  tenant: string | null;
}

export type DialogFlows = (channel: Channel, args: unknown) => DialogFlow;

export function createDialogFlows(dialogs: FileDialogs): DialogFlows {
  let open: Holder | null = null;
  return (channel, args) => {
    const me: Holder = { tenant: tenantIn(args)?.toLowerCase() ?? null };
    if (open !== null && open.tenant !== null && open.tenant === me.tenant && changesTenant(channel, args)) {
      throw new CustodianError('TENANT_IN_CONVERSATION', { tenant: tenantIn(args) ?? '' });
    }
    const asking =
      <A extends unknown[], R>(ask: (...args: A) => Promise<R>) =>
      async (...given: A): Promise<R> => {
        if (open !== null && open !== me) {
          throw new CustodianError('CONVERSATION_BUSY', {});
        }
        open = me;
        return ask(...given);
      };
    return {
      dialogs: {
        chooseKeyFile: asking(dialogs.chooseKeyFile),
        chooseKeyFiles: asking(dialogs.chooseKeyFiles),
        askPassphrase: asking(dialogs.askPassphrase),
        chooseEntry: asking(dialogs.chooseEntry),
        chooseFile: asking(dialogs.chooseFile),
        askCredential: asking(dialogs.askCredential),
        newPassphrase: asking(dialogs.newPassphrase),
        askVaultPassphrase: asking(dialogs.askVaultPassphrase),
        newVaultPassphrase: asking(dialogs.newVaultPassphrase),
        askSystem: dialogs.askSystem && asking(dialogs.askSystem),
        chooseBackup: asking(dialogs.chooseBackup),
        askShare: asking(dialogs.askShare),
        handOverSheet: asking(dialogs.handOverSheet),
        ask: asking(dialogs.ask),
        choosePlace: asking(dialogs.choosePlace),
        choosePicturedPlace: asking(dialogs.choosePicturedPlace),
        chooseProvenPlace: asking(dialogs.chooseProvenPlace),
        chooseRelease: asking(dialogs.chooseRelease),
        saveAllAs: asking(dialogs.saveAllAs),
        saveAs: asking(dialogs.saveAs),
        // These wait for nobody.
        readDropped: dialogs.readDropped,
        readPasted: dialogs.readPasted,
        refresh: dialogs.refresh,
        showFolder: dialogs.showFolder,
        showRelease: dialogs.showRelease,
        printed: dialogs.printed,
      },
      end() {
        open = open === me ? null : open;
      },
    };
  };
}

const ALWAYS_CHANGE: ReadonlySet<Channel> = new Set(['tenant.remove', 'tenant.rename', 'tenant.archive']);

const changesTenant = (channel: Channel, args: unknown): boolean =>
  ALWAYS_CHANGE.has(channel) ||
  (channel === 'tenant.edit' &&
    args !== null &&
    typeof args === 'object' &&
    GUARDED_SETTINGS.some((setting) => setting in args));

export function tenantIn(args: unknown): string | null {
  const tenant: unknown = args === null || typeof args !== 'object' ? null : Reflect.get(args, 'tenant');
  return typeof tenant === 'string' ? tenant : null;
}
