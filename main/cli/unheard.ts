// Output that nobody takes. A reader that has had enough (`| head`) ends no act in its middle, and is no failure; what cannot be
// written for another reason, such as a full disk, is one, and is told where that can still be done.
import { CustodianError, toWireError } from '../../shared/errors.ts';
import { type Console, createOutput, written } from './output.ts';

/**
 * `failed` is called for what is a failure, perhaps after the command is through. Answers with a wait for what is still being
 * written, and told.
 */
export function mindUnheard(
  console: Pick<Console, 'stdout' | 'stderr'>,
  json: boolean,
  failed: () => void,
): () => Promise<void> {
  let told = false;
  let telling = Promise.resolve();
  for (const stream of [console.stdout, console.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE' || told) {
        return;
      }
      told = true;
      failed();
      if (stream === console.stdout) {
        telling = tell(error);
      }
    });
  }
  return async () => {
    await written(console.stdout);
    await telling;
    await written(console.stderr);
  };
  async function tell(error: Error): Promise<void> {
    // Loaded when they are needed: help waits for neither.
    const { diskProblem } = await import('../ports/disk-problems.ts');
    const { sentenceFor } = await import('../../shared/words/en/errors.ts');
    const facts = { file: 'standard output', problem: diskProblem(error) };
    const wire = toWireError(new CustodianError('FILE_NOT_WRITTEN', facts));
    createOutput(console, json).error(wire, sentenceFor(wire));
  }
}
