// Runs one command line and answers with its exit code. Nothing here touches process-wide state, so the window
// program can run it too when it is started with a command.
import { CommanderError } from 'commander';
import { CustodianError, toWireError } from '../../shared/errors.ts';
import { shownFacts } from '../../shared/shown-facts.ts';
import { EXIT, exitCodeFor } from './exit-codes.ts';
import { type Console, createOutput, wantsJson } from './output.ts';
import { kidsLast } from './kids-last.ts';
import { createProgram } from './program.ts';

export async function runCommandLine(args: readonly string[], console: Console): Promise<number> {
  const output = createOutput(console, wantsJson(args));
  try {
    const program = await createProgram({ console, output }, args);
    const command = program.parseAsync(kidsLast(args), { from: 'user' });
    await (console.stalled === undefined ? command : Promise.race([command, console.stalled]));
    return output.exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) {
      return EXIT.ok;
    }
    const wire = shownFacts(toWireError(asUsageError(error)));
    const { sentenceFor } = await import('../../shared/words/en/errors.ts');
    output.error(wire, sentenceFor(wire));
    return exitCodeFor(wire.code);
  }
}

function asUsageError(error: unknown): unknown {
  if (error instanceof CommanderError) {
    // Its own second line is a guess at what was meant.
    const said = error.message.replace(/^error: /, '').replace('\n(Did you mean', ' (Did you mean');
    const text = said.charAt(0).toUpperCase() + said.slice(1);
    return new CustodianError('USAGE', { problem: { code: 'parser', text } });
  }
  return error;
}
