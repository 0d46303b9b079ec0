// Asks for a clear yes, only where a person can answer.
import { createInterface } from 'node:readline/promises';
import type { Console } from './output.ts';

/** The name is typed, so that nobody says yes to another one. */
export async function agreed({ stdin, stderr }: Console, name: string, doing: string): Promise<boolean> {
  if (stdin.isTTY !== true) {
    return false;
  }
  const prompt = createInterface({ input: stdin, output: stderr });
  try {
    return (await prompt.question(`Type ${name} to go on with ${doing} it: `)).trim() === name;
  } finally {
    prompt.close();
  }
}
