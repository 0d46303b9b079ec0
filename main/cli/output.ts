// What a command prints: words for people, or with --json one JSON document for scripts. Errors go to stderr.
import type { WireError } from '../../shared/errors.ts';
import type { Sentence } from '../../shared/sentences/sentence.ts';

export interface Console {
  stdin: NodeJS.ReadableStream & { isTTY?: boolean };
  stdout: NodeJS.WritableStream;
  stderr: NodeJS.WritableStream;
  /** e.g. `Node.js 20.20.2` */
  runtime: string;
  /** The file of this program: an installed one and a checkout have data of their own. */
  program: string;
}

export interface Output {
  readonly json: boolean;
  /** What the process will exit with when nothing is thrown. */
  exitCode: number;
  /** Prints `document` as JSON, or the lines that `words` makes of it. */
  result<T>(document: T, words: (document: T) => readonly string[]): void;
  /** A remark for people only; goes to stderr so that it never mixes with a result. */
  remark(line: string): void;
  error(error: WireError, sentence: Sentence): void;
}

export function createOutput({ stdout, stderr }: Console, json: boolean): Output {
  return {
    json,
    exitCode: 0,
    result(document, words) {
      stdout.write(
        json
          ? `${JSON.stringify(document, null, 2)}\n`
          : words(document)
              .map((line) => `${line}\n`)
              .join(''),
      );
    },
    remark(line) {
      if (!json) {
        stderr.write(`${line}\n`);
      }
    },
    error({ code }, { message, advice }) {
      stderr.write(
        json ? `${JSON.stringify({ error: { code, message, advice } })}\n` : `${message}\n${advice}\n(${code})\n`,
      );
    },
  };
}

/** Columns padded to the widest cell. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
