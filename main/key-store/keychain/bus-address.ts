// Where the session bus listens, as libsecret's own library finds it: the addresses that the environment names, or else the
// socket in the runtime folder. Only sockets of this machine; for anything else nothing is asked ahead.
import path from 'node:path';

/** Paths for node:net, the first to be tried first. */
export function busAddresses(env: NodeJS.ProcessEnv): string[] {
  const named = env['DBUS_SESSION_BUS_ADDRESS'] ?? '';
  const runtime = env['XDG_RUNTIME_DIR'] ?? '';
  if (named === '') {
    return runtime === '' ? [] : [path.join(runtime, 'bus')];
  }
  return named.split(';').flatMap((address) => {
    const found = socketOf(address, runtime);
    return found === null ? [] : [found];
  });
}

/** `unix:path=/run/user/1000/bus,guid=…`, `unix:abstract=…` (of Linux, without a file) or `unix:runtime=yes`. */
function socketOf(address: string, runtime: string): string | null {
  if (!address.startsWith('unix:')) {
    return null;
  }
  const facts = new Map(
    address
      .slice('unix:'.length)
      .split(',')
      .map((fact): [string, string] => {
        const [name = '', ...value] = fact.split('=');
        return [name, unescaped(value.join('='))];
      }),
  );
  const abstract = facts.get('abstract');
  if (abstract !== undefined) {
    return `\0${abstract}`;
  }
  return facts.get('path') ?? (facts.get('runtime') === 'yes' && runtime !== '' ? path.join(runtime, 'bus') : null);
}

/** `%2f` and its like. What is no such escape stays, and then leads to no bus. */
function unescaped(value: string): string {
  return value.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
