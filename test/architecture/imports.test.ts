// Who may import whom, and what has one door (docs/adr/0005): the lint rules that hold every file to it, held to cases.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import house from '../../build/lint/house.mjs';
import { allowed, roomOf } from '../../build/lint/rooms.mjs';
import { houseSettings, ruleHolds } from '../support/house-lint.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

ruleHolds('layering', {
  good: [
    ['main/cli/x.ts', "import { y } from '../acts/y.ts';"],
    ['main/acts/keys/x.ts', "import type { Clock } from '../../ports/clock.ts';"],
    ['main/acts/keys/x.ts', "import { y } from '../plans/y.ts';"],
    ['main/app/x.ts', "import about from '../../package.json' with { type: 'json' };"],
    ['shared/domain/x.ts', "import { z } from 'zod';"],
    ['renderer/state/x.ts', "export { y } from '../../shared/domain/y.ts';"],
  ],
  bad: [
    [
      'main/acts/x.ts',
      "import { y } from '../registry/y.ts';",
      /main\/acts may not import main\/registry\. It may import itself and shared, /,
    ],
    ['main/acts/x.ts', "import type { Y } from '../cli/y.ts';", /main\/acts may not import main\/cli/],
    ['main/registry/x.ts', "export * from '../key-store/y.ts';", /may not import main\/key-store/],
    ['main/registry/x.ts', "export { y } from '../key-store/y.ts';", /may not import main\/key-store/],
    ['main/ipc/x.ts', "const y = await import('../registry/y.ts');", /may not import main\/registry/],
    ['main/ipc/x.ts', "type Y = import('../registry/y.ts').Y;", /may not import main\/registry/],
    ['renderer/x.ts', "import { y } from '../main/ports/y.ts';", /renderer may not import main\/ports/],
    ['shared/domain/x.ts', "import { y } from '../words/y.ts';", /shared\/domain may not import shared\/words/],
    [
      'shared/encoding/x.ts',
      "import { y } from '../errors.ts';",
      /shared\/encoding may not import shared\. It may import itself and nothing/,
    ],
    [
      'main/ports/x.ts',
      "import about from '../../package.json' with { type: 'json' };",
      /may not import package\.json/,
    ],
    ['main/attic/x.ts', 'export const y = 1;', /main\/attic is no room: give it a row/],
  ],
});

ruleHolds('reserved-packages', {
  good: [
    ['main/app/x.ts', "import { app } from 'electron';"],
    ['main/key-store/keychain/x.ts', "import keytar from 'keytar';"],
    ['main/acts/x.ts', "import type { Socket } from 'node:net';"],
    ['main/tenant/x.ts', "import { ManagementClient } from 'auth0';"],
    ['shared/domain/x.ts', "import { sha256 } from '@noble/hashes/sha2.js';"],
  ],
  bad: [
    ['main/acts/x.ts', "import { app } from 'electron';", /electron belongs to main\/app, main\/preload/],
    ['main/tenant/x.ts', "import https from 'node:https';", /node:https belongs to main\/network/],
    [
      'main/cli/x.ts',
      "import { connect } from 'node:net';",
      /node:net belongs to main\/network, main\/sandbox, main\/key-store/,
    ],
    ['main/registry/x.ts', "import keytar from 'keytar';", /keytar belongs to main\/key-store/],
    ['main/acts/x.ts', "const sqlite = await import('@photostructure/sqlite');", /belongs to main\/registry/],
    ['main/app/x.ts', "import { useState } from 'react';", /react belongs to renderer/],
    ['shared/domain/x.ts', "import { createHash } from 'node:crypto';", /shared runs everywhere/],
    ['shared/x.ts', "import type { Buffer } from 'node:buffer';", /shared runs everywhere/],
    ['renderer/x.ts', "import type { Stats } from 'node:fs';", /The window has no Node/],
  ],
});

ruleHolds('one-door', {
  good: [
    ['main/tenant/x.ts', 'export const ask = (fetch: Fetch) => fetch(address);'],
    ['main/tenant/x.ts', 'const { fetch } = options; void fetch(address);'],
    ['main/tenant/x.ts', 'type Fetch = typeof globalThis.fetch;'],
    ['main/sandbox/announcement.ts', 'void globalThis.fetch(address);'],
    ['renderer/bridge.ts', 'export const bridge = window.custodian;'],
    ['main/app/x.ts', "import { app } from 'electron';"],
    ['main/key-store/keychain/x.ts', 'await keytar.getPassword(service, account);'],
  ],
  bad: [
    ['main/tenant/x.ts', 'void fetch(address);', /Nothing reaches the network but the one client/],
    ['main/tenant/x.ts', 'void globalThis.fetch(address);', /Nothing reaches the network/],
    ['main/app/x.ts', "import { net } from 'electron';", /Nothing reaches the network/],
    ['main/key-store/keychain/x.ts', 'await keytar.findCredentials(service);', /The keychain is never listed/],
    ['main/key-store/keychain/x.ts', 'await findPassword(service);', /The keychain is never listed/],
    ['main/acts/x.ts', 'ask({ signal: AbortSignal.any(signals) });', /Signals are joined by underAnyOf/],
    ['renderer/state/x.ts', 'void window.custodian.ask();', /reached through renderer\/bridge\.ts alone/],
  ],
});

it('has a row for every room that there is', () => {
  const rooms = ['main', 'shared'].flatMap((top) =>
    readdirSync(path.join(ROOT, top), { withFileTypes: true }).map(({ name }) => roomOf(`${top}/${name}/x.ts`)),
  );
  expect(rooms.filter((room) => room.startsWith('main/') && !room.includes('.') && !(room in allowed))).toEqual([]);
});

it('is switched on, every rule', () => {
  const on = houseSettings()
    .overrides.flatMap(({ rules }) => Object.entries(rules))
    .filter(([name]) => name.startsWith('house/'));
  expect(on.map(([name]) => name.slice('house/'.length)).toSorted()).toEqual(Object.keys(house.rules).toSorted());
  expect(on.map(([, level]) => level)).toEqual(on.map(() => 'error'));
});
