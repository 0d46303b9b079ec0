// Where a user's registry lives when no --data-dir is given. The window and the command line must agree.
import os from 'node:os';
import path from 'node:path';
import type { Edition } from '../../shared/app-info.ts';

/** The installed product and a checkout of its sources lie beside each other (docs/adr/0023). */
const NAMES: Record<Edition, { plain: string; spoken: string }> = {
  product: { plain: 'key-custodian', spoken: 'Key Custodian' },
  checkout: { plain: 'key-custodian-checkout', spoken: 'Key Custodian (checkout)' },
};

export function defaultDataFolder(
  edition: Edition,
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
  home: string = homeFolder(),
): string {
  const { plain, spoken } = NAMES[edition];
  if (platform === 'darwin') {
    return path.join(home, 'Library', 'Application Support', spoken);
  }
  if (platform === 'win32') {
    return path.join(set(env['LOCALAPPDATA']) ?? path.join(home, 'AppData', 'Local'), spoken);
  }
  return path.join(set(env['XDG_DATA_HOME']) ?? path.join(home, '.local', 'share'), plain);
}

/** A variable that is empty or no absolute path counts as not set. */
function set(folder: string | undefined): string | null {
  return folder !== undefined && path.isAbsolute(folder) ? folder : null;
}

/** HOME where it says a place, and what the system has on record for the account where it does not. */
function homeFolder(): string {
  const home = os.homedir();
  return path.isAbsolute(home) ? home : os.userInfo().homedir;
}
