// Begins to save a folder, an archive or a file, tells its parent that half of it is written, and waits to be killed.
import { type FolderFile, saveFolder } from '../../main/files/save-folder.ts';
import { saveZip } from '../../main/files/save-zip.ts';

const [, , what = '', target = ''] = process.argv;

function* files(): Iterable<FolderFile> {
  yield { fileName: 'a.pem', bytes: new Uint8Array(100_000) };
  yield { fileName: 'b.pem', bytes: new Uint8Array(100_000) };
  process.send?.('half');
  // Holds the whole process, as nothing else of it may run before it is killed.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

void (what === 'zip'
  ? saveZip(target, files(), { overwrite: false, at: new Date('2026-01-02') })
  : saveFolder(target, files()));
