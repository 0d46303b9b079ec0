// The tree of commands. Names, options and exit codes are stable: scripts rely on them. A command is loaded when it is named,
// so that none waits for the libraries of another.
import { Command, InvalidArgumentError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { chooseCustody, type CustodyPlace } from '../composition/custody-place.ts';
import { COMMANDS } from './commands.ts';
import type { Context } from './context.ts';
import type { Console, Output } from './output.ts';
import { kidsLast } from './kids-last.ts';
import { createPerform, createRun } from './perform.ts';
import { createSession, type Given } from './session.ts';

interface ProgramOptions {
  console: Console;
  output: Output;
  /** What the command line around it was given, where it is a part of another. */
  within?: Given | null;
}

/** `words`: the command line. Whatever it names is whole; of the other commands there is what help says of them. */
export async function createProgram(
  { console, output, within = null }: ProgramOptions,
  words: readonly string[],
): Promise<Command> {
  const program = new Command('custodian');
  const place = (): CustodyPlace => {
    if (within !== null) {
      return within.choose();
    }
    const { dataDir = null, product = false } = program.opts<{ dataDir?: string; product?: boolean }>();
    return chooseCustody({ program: console.program, dataDir, product });
  };
  const passphraseFile = (): string | null =>
    program.opts<{ vaultPassphraseFile?: string }>().vaultPassphraseFile ?? within?.passphraseFile() ?? null;
  const approvalFiles = (): readonly string[] =>
    program.opts<{ approval?: string[] }>().approval ?? within?.approvalFiles() ?? [];
  const given: Given = { choose: place, passphraseFile, approvalFiles, asking: within?.asking ?? false };
  const withCustodian = createSession(given, { console, output });
  const perform = createPerform(output, withCustodian);
  const part = async (typed: readonly string[], partOutput: Output, around: Given): Promise<void> => {
    const inner = await createProgram({ console, output: partOutput, within: around }, typed);
    await inner.parseAsync(kidsLast(typed), { from: 'user' });
  };
  const ask = (asked: readonly string[]): Promise<void> => part(asked, output, { ...given, asking: true });
  const inside = (done: readonly string[], to: Output): Promise<void> => part(done, to, given);
  const run = createRun(output, perform);
  const context: Context = { output, console, place, withCustodian, ask, inside, perform, run };
  program
    .description('Offline custody of token signing keys: rotate, revoke, publish, prove, export.')
    .version(packageJson.version)
    .option('--data-dir <dir>', 'keep the registry in another folder', folderNamed)
    .option('--product', 'in a checkout: work on the data of the installed Key Custodian')
    .option(
      '--approval <file>',
      'the approval of a second officer, where the tenant wants one; once more for another officer’s',
      (file: string, before: readonly string[] | undefined) => [...(before ?? []), file],
    )
    .option(
      '--vault-passphrase-file <file>',
      'unlock for this command, and show that it is you where that is asked for',
    )
    .option('--json', 'print one JSON document')
    .showHelpAfterError(false)
    .configureHelp({
      subcommandTerm: (command) => `${command.name()} ${COMMANDS[command.name()]?.takes ?? ''}`.trim(),
    });
  for (const [name, { description, load }] of Object.entries(COMMANDS)) {
    const command = words.includes(name) ? (await load())(context) : new Command(name);
    program.addCommand(command.description(description));
  }
  if (given.asking) {
    program.hook('preAction', async (_program, asked) => (await import('./askable.ts')).refuseUnaskable(asked));
  }
  throwInsteadOfExit(program, output);
  return program;
}

/** A variable of a script that is not set would mean the folder one stands in. */
function folderNamed(folder: string): string {
  if (folder === '') {
    throw new InvalidArgumentError('It must not be empty.');
  }
  return folder;
}

/** Every command reports its usage errors by throwing, so that they leave in the same form as all others. */
function throwInsteadOfExit(command: Command, output: Output): void {
  command.exitOverride();
  command.configureOutput({
    writeOut: output.help,
    writeErr: () => undefined,
  });
  // A group without a subcommand is a usage error that names what there is.
  if (command.commands.length > 0) {
    command.allowExcessArguments().action(() => {
      const names = command.commands.map((child) => child.name()).join(', ');
      const [unknown] = command.args;
      const problem = unknown === undefined ? 'Nothing was asked for.' : `There is no command “${unknown}”.`;
      command.error(`${problem} ${command.name()} knows: ${names}`, { exitCode: 2 });
    });
  }
  command.commands.forEach((child) => {
    throwInsteadOfExit(child, output);
  });
}
