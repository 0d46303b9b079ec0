// As much of the D-Bus protocol as one ping takes (D-Bus Specification, “Authentication Protocol” and “Message Protocol”):
// who asks, two calls without arguments, and counting the replies in what comes back.

/** Kinds of messages. */
const CALL = 1;
const RETURN = 2;
const ERROR = 3;
/** The flag by which a service that does not run is not started for the sake of the question. */
const NO_AUTO_START = 2;
const LITTLE_ENDIAN = 'l';
const VERSION = 1;
/** Endianness, kind, flags, version, then the lengths of the body and of the fields around the serial. */
const FIXED_BYTES = 16;
/** What is longer replies to neither question. */
const MAX_MESSAGE_BYTES = 64 * 1024;

/** The kernel tells the bus the account; the protocol wants its number said as well. Nothing is waited for in between. */
export const AUTHENTICATE = Buffer.from(
  `\0AUTH EXTERNAL ${Buffer.from(String(process.getuid?.() ?? 0)).toString('hex')}\r\nBEGIN\r\n`,
);

/** The bus listens to nobody who has not greeted it. */
export const HELLO = call(1, 'org.freedesktop.DBus', 'org.freedesktop.DBus', 'Hello');

/** Where nobody has the name, the bus itself replies at once. */
export const pingOf = (name: string): Buffer => call(2, name, 'org.freedesktop.DBus.Peer', 'Ping');

function call(serial: number, destination: string, face: string, member: string): Buffer {
  const fields = [field(1, 'o', '/'), field(2, 's', face), field(3, 's', member), field(6, 's', destination)].reduce(
    (before, next) => Buffer.concat([toEight(before), next]),
  );
  const kind = Buffer.from([LITTLE_ENDIAN.charCodeAt(0), CALL, NO_AUTO_START, VERSION]);
  return Buffer.concat([kind, u32(0), u32(serial), u32(fields.length), toEight(fields)]);
}

/** Its code, the type of its value as a signature, and the value, a text. */
function field(code: number, type: 'o' | 's', text: string): Buffer {
  const value = Buffer.from(`${text}\0`);
  return Buffer.concat([Buffer.from([code, 1, type.charCodeAt(0), 0]), u32(value.length - 1), value]);
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function toEight(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(padding(bytes.length))]);
}

function padding(length: number): number {
  return -length & 7;
}

/** Takes what arrives and says how many replies that were so far; null when it is no bus, or does not know this account. */
export function createReplyCounter(): (bytes: Buffer) => number | null {
  let rest = Buffer.alloc(0);
  let welcome = false;
  let replies = 0;
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    if (!welcome) {
      const end = rest.indexOf('\r\n');
      if (end < 0) {
        return rest.length > MAX_MESSAGE_BYTES ? null : 0;
      }
      if (!rest.subarray(0, end).toString('latin1').startsWith('OK')) {
        return null;
      }
      welcome = true;
      rest = rest.subarray(end + 2);
    }
    while (rest.length >= FIXED_BYTES) {
      const length = lengthOf(rest);
      if (length > MAX_MESSAGE_BYTES) {
        return null;
      }
      if (rest.length < length) {
        break;
      }
      replies += rest[1] === RETURN || rest[1] === ERROR ? 1 : 0;
      rest = rest.subarray(length);
    }
    return replies;
  };
}

/** Of the message that begins here. */
function lengthOf(message: Buffer): number {
  const at = (offset: number): number =>
    message[0] === LITTLE_ENDIAN.charCodeAt(0) ? message.readUInt32LE(offset) : message.readUInt32BE(offset);
  const fields = at(12);
  return FIXED_BYTES + fields + padding(fields) + at(4);
}
