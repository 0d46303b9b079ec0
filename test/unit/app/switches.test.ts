import { expect, it } from 'vitest';
import { firstForeignSwitch } from '../../../main/app/switches.ts';

const REFUSED = [
  '--remote-debugging-port=9222',
  '--remote-debugging-pipe',
  '--remote-allow-origins=*',
  '--no-sandbox',
  '--disable-setuid-sandbox',
  '--no-zygote',
  '--single-process',
  '--in-process-gpu',
  '--host-resolver-rules=MAP * 10.0.0.1',
  '--host-rules=MAP * 10.0.0.1',
  '--proxy-server=http://10.0.0.1:3128',
  '--proxy-pac-url=http://10.0.0.1/a.pac',
  '--ignore-certificate-errors',
  '--disable-web-security',
  '--disable-features=SitePerProcess',
  '--enable-features=X',
  '--enable-blink-features=MojoJS',
  '--enable-logging=file',
  '--log-net-log=/tmp/n.json',
  '--inspect',
  '--inspect-brk=0',
  '--js-flags=--expose-gc',
  '--load-extension=/tmp/x',
  '--renderer-cmd-prefix=gdb',
  '--gpu-launcher=/tmp/x',
  '--utility-cmd-prefix=/tmp/x',
  '--force-webrtc-ip-handling-policy=default',
  '--blink-settings=DOMPasteAllowed=true',
  '--user-data-dir=/tmp/x',
  '--trace-startup',
  '--Remote-Debugging-Port=9222',
];

it.each(REFUSED)('refuses %s, with one hyphen too, wherever it stands', (given) => {
  const [name = ''] = given.split('=');
  for (const [argument, named] of [
    [given, name],
    [given.slice(1), name.slice(1)],
    [` \t${given}`, name],
  ] as const) {
    expect(firstForeignSwitch(['--lang=de', 'file', argument], 'linux')).toBe(named);
    expect(firstForeignSwitch([argument, '--disable-gpu'], 'darwin')).toBe(named);
  }
  const slashed = given.replace(/^-+/, '/');
  expect(firstForeignSwitch([slashed], 'win32')).toBe(name.replace(/^-+/, '/'));
  expect(firstForeignSwitch([`\u0085${slashed}`], 'win32')).not.toBeNull();
});

it('takes its own switches, those of display and graphics, and words that are no switches', () => {
  const given = [
    '--data-dir=/home/o/k',
    '--lang=de',
    '--ozone-platform=wayland',
    '-disable-gpu',
    '/home/o/a.pem',
    '-',
    '--',
  ];
  expect(firstForeignSwitch(given, 'linux')).toBeNull();
  expect(firstForeignSwitch([], 'win32')).toBeNull();
  expect(firstForeignSwitch(['-psn_0_81938'], 'darwin')).toBeNull();
  expect(firstForeignSwitch(['-psn_0_81938'], 'linux')).toBe('-psn_0_81938');
});
