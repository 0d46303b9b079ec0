// custodian export --all: everything public about a tenant as a folder or an archive, whole or not at all. Ctrl-C leaves
// nothing.
import path from 'node:path';
import { saveFolder } from '../../files/save-folder.ts';
import { saveZip } from '../../files/save-zip.ts';
import { interruptible } from '../interruptible.ts';
import type { Context } from '../context.ts';

export async function runExportAll(
  { output, withCustodian }: Context,
  tenant: string,
  { out, zip = false }: { out: string; zip?: boolean },
): Promise<void> {
  const target = path.resolve(out);
  const saved = await interruptible(output, ({ signal }) =>
    withCustodian((custodian) =>
      custodian.exportAll(tenant, async ({ count, at, files }) => {
        const written = (done: number): void => {
          if (done % 100 === 0) {
            output.remark(`[${done}/${count}]`);
          }
        };
        const options = { signal, written };
        await (zip
          ? saveZip(target, files(), { ...options, overwrite: false, at })
          : saveFolder(target, files(), options));
        return path.basename(target);
      }),
    ),
  );
  output.result(saved, (made) =>
    made === null ? [] : [`${made.folder}: ${made.files} files, SHA-256 of manifest.json ${made.manifestSha256}`],
  );
}
