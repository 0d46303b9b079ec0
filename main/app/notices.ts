// What others made and is in this program, as the build noted it. Read when somebody opens it.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Notice } from '../../shared/acts/app.ts';

const noticesSchema = z.array(
  z.object({ name: z.string(), version: z.string(), licence: z.string(), texts: z.array(z.string()) }),
);

export async function readNotices(distFolder: string): Promise<readonly Notice[]> {
  return noticesSchema.parse(JSON.parse(await readFile(path.join(distFolder, 'notices.json'), 'utf8')));
}
