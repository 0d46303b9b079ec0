// A Debian package as dpkg-deb leaves it, packed tighter than dpkg-deb can be asked to: with xz's filter for machine code, which
// every dpkg reads. It is what most of the program is, so the package is some megabytes smaller for everybody.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture, SetUpError } from '../run.mjs';

/** ar(5): a magic line, then a header of 60 letters before each member, which begins at an even place. */
const magic = '!<arch>\n';
const headerBytes = 60;
const [nameBytes, sizeFrom, sizeTo] = [16, 48, 58];

/** The filter for x86; readers on older systems know no other. */
const filters = process.arch === 'x64' ? ['--x86'] : [];
const packing = [...filters, '--lzma2=preset=9e', '--check=crc64', '--threads=1', '--force', '--keep'];

/**
 * @param {string} file made with `dpkg-deb -Znone`; it is replaced
 * @param {string} folder for what passes
 */
export async function packTighter(file, folder) {
  const parts = [Buffer.from(magic)];
  for (const { header, name, content } of membersOf(readFileSync(file))) {
    const packed = name.endsWith('.tar') ? await packedWithXz(content, join(folder, name)) : content;
    const newName = packed === content ? name : `${name}.xz`;
    const size = String(packed.length).padEnd(sizeTo - sizeFrom);
    parts.push(
      Buffer.concat([
        Buffer.from(newName.padEnd(nameBytes)),
        header.subarray(nameBytes, sizeFrom),
        Buffer.from(size),
        header.subarray(sizeTo),
        packed,
        Buffer.alloc(packed.length % 2, '\n'),
      ]),
    );
  }
  writeFileSync(file, Buffer.concat(parts));
}

/** @param {Buffer} archive */
function* membersOf(archive) {
  for (let at = magic.length; at < archive.length;) {
    const header = archive.subarray(at, at + headerBytes);
    const size = Number(header.subarray(sizeFrom, sizeTo).toString('latin1'));
    const from = at + headerBytes;
    const name = header.subarray(0, nameBytes).toString('latin1').trimEnd().replace(/\/$/, '');
    yield { header, name, content: archive.subarray(from, from + size) };
    at = from + size + (size % 2);
  }
}

/** @param {Buffer} content @param {string} draft @returns {Promise<Buffer>} */
async function packedWithXz(content, draft) {
  writeFileSync(draft, content);
  const { code, stderr } = await capture('xz', [...packing, draft]);
  if (code !== 0) throw new SetUpError(`xz ended with ${code}: ${stderr.trim()}`);
  const packed = readFileSync(`${draft}.xz`);
  for (const passing of [draft, `${draft}.xz`]) rmSync(passing);
  return packed;
}
