// The whole tree of commands as plain values, for whatever is made from it when the program is packed: the manual page and the
// completions of the shells.
import type { Command } from 'commander';
import { COMMANDS } from './commands.ts';
import { createProgram } from './program.ts';

export interface Described {
  name: string;
  description: string;
  /** As help shows them: `<file>`, `[files...]`. */
  operands: readonly string[];
  options: readonly {
    short: string | null;
    long: string;
    flags: string;
    description: string;
    choices: readonly string[];
  }[];
  commands: readonly Described[];
}

const ignore = (): void => undefined;
const output = { json: false, help: ignore, remark: ignore, result: ignore, error: ignore, exitCode: 0 };
const streams = { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr };

const describe = (command: Command): Described => ({
  name: command.name(),
  description: command.description(),
  operands: command.registeredArguments.map((one) => (one.required ? `<${one.name()}>` : `[${one.name()}]`)),
  options: command.options
    .filter(({ hidden }) => !hidden)
    .map(({ short, long, flags, description, argChoices }) => ({
      short: short ?? null,
      long: long ?? flags,
      flags,
      description,
      choices: argChoices ?? [],
    })),
  commands: command.commands.map(describe),
});

export const described: Described = describe(
  await createProgram({ console: { ...streams, program: '', runtime: '' }, output }, Object.keys(COMMANDS)),
);
