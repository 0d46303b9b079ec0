// Every kind of file that import knows, made by the tools of others.
import type { ImportCase } from '../../runtime/import-matrix.ts';
import { javascriptStores } from './javascript-stores.ts';
import { joseFiles } from './jose-files.ts';
import { certtoolFiles, keytoolStores, opensslStores } from './key-stores.ts';
import { opensslKeys } from './openssl-keys.ts';
import type { Workbench } from './workbench.ts';

/** Tools that not every machine has, and the files that only they make. */
const OPTIONAL = { keytool: keytoolStores, certtool: certtoolFiles } as const;

export async function importFiles(bench: Workbench): Promise<{ cases: ImportCase[]; missing: string[] }> {
  const cases = [
    ...opensslKeys(bench),
    ...opensslStores(bench),
    ...(await javascriptStores(bench)),
    ...(await joseFiles(bench)),
  ];
  const missing: string[] = [];
  for (const [tool, make] of Object.entries(OPTIONAL)) {
    if (hasTool(bench, tool)) {
      cases.push(...make(bench));
    } else {
      missing.push(tool);
    }
  }
  return { cases, missing };
}

function hasTool({ run }: Workbench, tool: string): boolean {
  try {
    run('which', tool);
    return true;
  } catch {
    return false;
  }
}
