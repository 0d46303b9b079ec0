// The system's own way to ask whether it is the officer: Touch ID on a Mac that has it. Electron has none on Windows, and on Linux
// there is none that every desktop has; there the vault passphrase is typed.
import { systemPreferences } from 'electron';

export function systemPrompt(
  platform: NodeJS.Platform = process.platform,
): ((reason: string) => Promise<boolean>) | null {
  return platform === 'darwin' && systemPreferences.canPromptTouchID()
    ? (reason) =>
        systemPreferences.promptTouchID(reason).then(
          () => true,
          () => false,
        )
    : null;
}
