// Which places are reached without a proxy. Programs read NO_PROXY differently; this takes every usual form at once, as curl
// does: a name stands for itself and all below it, with or without a dot in front.
import { BlockList, isIP } from 'node:net';

/** In lower case, without the brackets of an IPv6 address and without a final dot. */
export const hostOf = (url: URL): string => url.hostname.replaceAll(/^\[|\]$|\.$/g, '').toLowerCase();

export const portOf = (url: URL): number =>
  url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);

/** Never by a proxy: what answers there is on this machine. */
export function isThisMachine(url: URL): boolean {
  const host = hostOf(url);
  return (
    host === 'localhost' || host.endsWith('.localhost') || THIS_MACHINE.some((entry) => matchesAddress(host, entry))
  );
}

const THIS_MACHINE = ['127.0.0.0/8', '::1'];

export function isBypassed(url: URL, entries: readonly string[]): boolean {
  return entries.some((entry) => matches(url, entry.trim().toLowerCase()));
}

function matches(url: URL, entry: string): boolean {
  if (entry === '*') {
    return true;
  }
  const host = hostOf(url);
  const { name, port } = parts(entry);
  if (name === '' || (port !== null && port !== portOf(url))) {
    return false;
  }
  if (isIP(host) !== 0) {
    return matchesAddress(host, name);
  }
  const suffix = name.replace(/^\*?\.+/, '').replace(/\.$/, '');
  return suffix !== '' && (host === suffix || host.endsWith(`.${suffix}`));
}

/** `host:443`, `[::1]:443`; an IPv6 address without brackets has no port. */
function parts(entry: string): { name: string; port: number | null } {
  const bracketed = /^\[([^\]]+)\](?::(\d+))?$/.exec(entry);
  const plain = bracketed ?? /^([^:]+):(\d+)$/.exec(entry);
  return plain === null
    ? { name: entry, port: null }
    : { name: plain[1] ?? '', port: plain[2] === undefined ? null : Number(plain[2]) };
}

/** `entry` is an address or a network of the same family. */
function matchesAddress(host: string, entry: string): boolean {
  const [network = '', bits] = entry.split('/');
  const family = isIP(network);
  if (family === 0 || family !== isIP(host)) {
    return false;
  }
  const widest = family === 6 ? 128 : 32;
  const prefix = bits === undefined ? widest : Number(bits);
  if (!Number.isInteger(prefix) || prefix < 0 || prefix > widest) {
    return false;
  }
  const kind = family === 6 ? 'ipv6' : 'ipv4';
  const list = new BlockList();
  list.addSubnet(network, prefix, kind);
  return list.check(host, kind);
}
