// Texts that are made to keep a reader busy: as large as files may be, each at the weak point of one layer or one parser.
import { expect, test } from 'vitest';
import { inspectFile } from '../../../../main/reading/inspect/inspect-file.ts';
import { MAX_IMPORT_BYTES } from '../../../../shared/domain/limits.ts';

const NOW = new Date('2026-11-29T12:00:00.000Z');
const LIMIT_MS = 4000;

const filled = (piece: string, start = '', end = ''): Buffer =>
  Buffer.from(start + piece.repeat(Math.floor((MAX_IMPORT_BYTES - start.length - end.length) / piece.length)) + end);

test.each<[name: string, file: Buffer]>([
  ['quotes that are escaped, in JSON', filled('\\"', '{"')],
  ['backslashes in JSON', filled('\\', '{"a')],
  ['commas in JSON', filled(',', '[')],
  ['brackets of JSON', filled('[')],
  ['dashes', filled('-', '-----BEGIN PRIVATE KEY-----\n')],
  ['beginnings of PEM', filled('-----BEGIN PRIVATE KEY-----\n')],
  ['beginnings and endings of PEM', filled('-----BEGIN A KEY-----\nMIIB\n-----END B KEY-----\n')],
  ['tags', filled('<a', '-----BEGIN PRIVATE KEY-----<')],
  ['elements of XML', filled('<a>', '<?xml version="1.0"?>')],
  ['attributes of XML', filled(' b="c"', '<a', '/>')],
  ['entities', filled('&#13;', '<a>', '</a>')],
  ['quotes of a mail', filled('> ', '-----BEGIN PRIVATE KEY-----\n')],
  ['members of YAML', filled('a: b\n', 'tls.key: BEGIN PRIVATE KEY\n').subarray(0, 60_000)],
  ['nesting in YAML', filled('[', 'key: BEGIN ').subarray(0, 60_000)],
  ['dashes of YAML', filled('- ', 'key: BEGIN\n').subarray(0, 60_000)],
  ['anchors of YAML', filled('a: &a [*a]\n', 'key: BEGIN\n').subarray(0, 60_000)],
  ['questions of YAML', filled('? ', 'key: BEGIN\n').subarray(0, 60_000)],
  ['braces of YAML', filled('{a: ', 'key: BEGIN\nb: ').subarray(0, 60_000)],
  ['quotes of YAML', filled('"\n', 'key: BEGIN\nb: ').subarray(0, 60_000)],
  ['tags of YAML', filled('!a ', 'key: BEGIN\nb: ').subarray(0, 60_000)],
  [
    'steps of YAML',
    Buffer.from(`key: BEGIN\n${Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')}`),
  ],
  ['words of Base64', filled(`${'QUJD'.repeat(20)} `)],
  ['Base64 of Base64', Buffer.from(filled('QUJD').toString('base64').slice(0, MAX_IMPORT_BYTES))],
  ['settings', filled(`A=${'QUJD'.repeat(12)}\n`)],
  ['hex', filled('30')],
  ['blanks', filled(' ', 'a', 'b')],
  ['line ends', filled('\r\n', 'a', 'b')],
  ['keys of a set', filled('{"kty":"EC","d":"AA","crv":"P-256"},', '{"keys":[', '{}]}')],
])('%s', async (_name, file) => {
  const before = process.cpuUsage();
  const found = await inspectFile(file, Buffer.from('pässwörd'), NOW);
  const { user, system } = process.cpuUsage(before);
  expect(found.importable).toBe('no');
  expect((user + system) / 1000).toBeLessThan(LIMIT_MS);
});
