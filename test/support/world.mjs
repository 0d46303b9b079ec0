// The world outside, for a program that is supposed not to speak to it: listens on many ports, answers every name with its
// own address, and writes one line for each thing it hears: `tcp 9101`, `udp 9129`, `dns fetch.leak.test`.
// usage: node world.mjs ADDRESS FIRST_PORT LAST_PORT FILE
import { createSocket } from 'node:dgram';
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:net';

const [address = '', first, last, file = ''] = process.argv.slice(2);
const heard = (/** @type {string} */ what) => appendFileSync(file, `${what}\n`);

for (let port = Number(first); port <= Number(last); port += 1) {
  createServer((socket) => {
    heard(`tcp ${port}`);
    socket.on('error', () => undefined).end();
  }).listen(port, address);
  createSocket('udp4', () => heard(`udp ${port}`)).bind(port, address);
}
const names = createSocket('udp4', (query, { port, address: asker }) => {
  heard(`dns ${nameIn(query)}`);
  const record = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4, ...address.split('.').map(Number)]);
  const isA = query.readUInt16BE(query.indexOf(0, 12) + 1) === 1;
  const head = Buffer.from([0x81, 0x80, 0, 1, 0, isA ? 1 : 0, 0, 0, 0, 0]);
  const question = query.subarray(12, query.indexOf(0, 12) + 5);
  names.send(Buffer.concat([query.subarray(0, 2), head, question, isA ? record : Buffer.alloc(0)]), port, asker);
}).bind(53, address, () => process.stdout.write('listening\n'));

/** @param {Buffer} query */
function nameIn(query) {
  /** @type {string[]} */
  const labels = [];
  for (let at = 12, length = query[at] ?? 0; length > 0; at += length + 1, length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
  }
  return labels.join('.').toLowerCase();
}
