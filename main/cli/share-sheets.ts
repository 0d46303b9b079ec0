// The sheets of shares on the command line: files in a folder of the officer's choice, for the officer alone.
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { shareOrderSchema } from '../../shared/domain/backup/shares.ts';
import { CustodianError } from '../../shared/errors.ts';
import type { SharesOrder, SheetToHandOver } from '../acts/backup/share-sheets.ts';
import { saveFile } from '../files/save-file.ts';
import { parsed } from './arguments.ts';
import type { Context } from './context.ts';

interface ShareOptions {
  holders?: string[];
  threshold?: string;
  sheets?: string;
}

/** `undefined` where none are asked for. Throws USAGE and INPUT_INVALID. */
export function sharesFrom(
  { output }: Pick<Context, 'output'>,
  { holders = [], threshold, sheets }: ShareOptions,
): SharesOrder | undefined {
  const given = new Set([holders.length > 0, threshold !== undefined, sheets !== undefined]);
  if (!given.has(true)) {
    return undefined;
  }
  if (given.has(false) || sheets === undefined) {
    throw new CustodianError('USAGE', { problem: { code: 'shares' } });
  }
  const order = parsed(shareOrderSchema, { holders, threshold: Number(threshold) });
  const folder = path.resolve(sheets);
  return {
    ...order,
    language: 'en',
    async handOver(pages) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeAll(folder, pages);
      output.remark(
        `The sheets are in ${sheets}. Print each, give it to its holder, and delete the files: ` +
          `${order.threshold} of them open the backup.`,
      );
    },
  };
}

/** All or none: sheets without a backup help nobody, and look as if they did. */
async function writeAll(folder: string, pages: readonly SheetToHandOver[]): Promise<void> {
  const written: string[] = [];
  try {
    for (const page of pages) {
      await write(folder, page);
      written.push(path.join(folder, page.fileName));
    }
  } catch (error) {
    await Promise.all(written.map((file) => rm(file, { force: true })));
    throw error;
  }
}

async function write(folder: string, { fileName, page }: SheetToHandOver): Promise<void> {
  const bytes = page.use((held) => Uint8Array.from(held));
  try {
    await saveFile(path.join(folder, fileName), bytes, { overwrite: false, mode: 0o600 });
  } finally {
    bytes.fill(0);
  }
}
