// custodian export --all: a folder with everything public about a tenant, whole or not at all. Ctrl-C leaves nothing.
import { createHash } from 'node:crypto';
import path from 'node:path';
import { saveFolder } from '../../files/save-folder.ts';
import type { Context } from '../program.ts';

export async function runExportAll(
  { output, withCustodian }: Context,
  tenant: string,
  { out }: { out: string },
): Promise<void> {
  const target = path.resolve(out);
  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort();
  process.once('SIGINT', onInterrupt);
  try {
    const saved = await withCustodian(async (custodian) => {
      const { count, files, tenant: name } = custodian.exportAll(tenant);
      let manifestSha256 = '';
      const watched = function* () {
        for (const file of files()) {
          if (file.fileName === 'manifest.json') {
            manifestSha256 = createHash('sha256').update(file.bytes).digest('hex');
          }
          yield file;
        }
      };
      const written = (done: number): void => {
        if (done % 100 === 0) {
          output.remark(`[${done}/${count}]`);
        }
      };
      await saveFolder(target, watched(), { signal: stop.signal, written });
      const facts = { folder: path.basename(target), files: count, manifestSha256 };
      custodian.recordExportAll(name, facts);
      return facts;
    });
    output.result(saved, ({ folder, files, manifestSha256 }) => [
      `${folder}: ${files} files, SHA-256 of manifest.json ${manifestSha256}`,
    ]);
  } finally {
    process.off('SIGINT', onInterrupt);
  }
}
