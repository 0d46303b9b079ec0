// What a command prints: words for people, or with --json one JSON document for scripts. Errors go to stderr. Whatever it
// is, it leaves through here and is made fit to be shown.
import type { PinnedRelease } from '../../shared/domain/updates/release.ts';
import type { WireError } from '../../shared/errors.ts';
import { visible, visibleJson, visibleLines } from '../../shared/encoding/printable.ts';
import type { ReportProgress } from '../ports/stopping.ts';
import type { PublicWait } from '../../shared/domain/published-set/finding.ts';
import { waitWords } from '../../shared/words/en/publishing.ts';
import type { Sentence } from '../../shared/words/sentence.ts';

export interface Console {
  stdin: NodeJS.ReadableStream & { isTTY?: boolean };
  stdout: NodeJS.WritableStream;
  stderr: NodeJS.WritableStream;
  /** e.g. `Node.js 20.20.2` */
  runtime: string;
  /** The file of this program: an installed one and a checkout have data of their own. */
  program: string;
  /** Rejects when nothing is left that could end what a command waits for. */
  stalled?: Promise<never>;
  /** In place of what this program was built with, of releases. */
  pinned?: PinnedRelease;
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
  /** The text of --help and --version. */
  help(text: string): void;
}

// SECURITY: this program writes nowhere else. Names and words from outside cannot steer the terminal, and cannot begin a
// line of their own.
const line = (stream: NodeJS.WritableStream, text: string): void => void stream.write(`${visible(text)}\n`);
/** Leaves the cursor behind it, until somebody has typed; returns what ends that line. */
export function prompted({ stderr }: Pick<Console, 'stderr'>, text: string): () => void {
  stderr.write(`${visible(text)}: `);
  return () => line(stderr, '');
}

const document = (stream: NodeJS.WritableStream, json: string): void => void stream.write(`${visibleJson(json)}\n`);

/** All that was given to the stream, or the error that says why not. */
export function written(stream: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => {
    // The error is told in the turn after.
    stream.write('', () => setImmediate(resolve));
  });
}

/** What is asked for before anything is parsed, since what cannot be parsed is told too. */
export const wantsJson = (args: readonly string[]): boolean => args.includes('--json');

export function createOutput({ stdout, stderr }: Pick<Console, 'stdout' | 'stderr'>, json: boolean): Output {
  return {
    json,
    exitCode: 0,
    result(found, words) {
      if (json) {
        document(stdout, JSON.stringify(found, null, 2));
      } else {
        stdout.write(
          words(found)
            .map((text) => `${visible(text)}\n`)
            .join(''),
        );
      }
    },
    remark(text) {
      if (!json) {
        line(stderr, text);
      }
    },
    error({ code, facts }, { message, advice }) {
      if (json) {
        document(stderr, JSON.stringify({ error: { code, message, advice, facts } }));
      } else {
        stderr.write(`${visibleLines(message)}\n${visible(advice)}\n(${code})\n`);
      }
    },
    help: (text) => void stdout.write(visibleLines(text)),
  };
}

export const remarkOnProgress =
  ({ remark }: Pick<Output, 'remark'>): ReportProgress =>
  (step, of, label) =>
    remark(`[${step}/${of}] ${label}`);

/** One line for each look, not for each second. */
export function remarkOnWait({ remark }: Pick<Output, 'remark'>): (wait: PublicWait) => void {
  let told = 0;
  return (wait) => {
    if (wait.look > told) {
      told = wait.look;
      remark(`[${wait.passed}/${wait.limit} s] ${waitWords(wait)}`);
    }
  };
}
