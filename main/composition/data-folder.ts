// Where a user's registry lives when no --data-dir is given. The window and the command line must agree.
import os from 'node:os';
import path from 'node:path';

export function defaultDataFolder(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
  home: string = os.homedir(),
): string {
  if (platform === 'darwin') {
    return path.join(home, 'Library', 'Application Support', 'Key Custodian');
  }
  if (platform === 'win32') {
    return path.join(env['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local'), 'Key Custodian');
  }
  const configured = env['XDG_DATA_HOME'];
  const base =
    configured !== undefined && path.isAbsolute(configured) ? configured : path.join(home, '.local', 'share');
  return path.join(base, 'key-custodian');
}
