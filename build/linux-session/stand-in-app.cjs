// Stands where Electron's own default app would: it makes `electron [switches] [-r FILE] FOLDER` start the app in FOLDER, and
// the file before it.
// Needed by the registry runtime only, which comes without one.
'use strict';
const { readFileSync } = require('node:fs');
const path = require('node:path');

// `setVersion` and `setAppPath` are there for exactly this purpose, and absent from the public types.
/** @typedef {import('electron').App & { setVersion: (version: string) => void, setAppPath: (path: string) => void }} HostApp */
/** @type {{ app: HostApp }} */
// @ts-expect-error see above
const { app } = require('electron');

const before = process.argv.indexOf('-r');
if (before > 0) require(process.argv.splice(before, 2)[1] ?? '');

const given = process.argv.findIndex((argument, index) => index > 0 && !argument.startsWith('-'));
const named = process.argv[given];
if (named === undefined) {
  process.stderr.write('usage: electron [switches] FOLDER\n');
  app.exit(2);
} else {
  start(path.resolve(named));
}

/** @param {string} folder */
function start(folder) {
  /** @type {{ name: string, productName?: string, version?: string, main?: string }} */
  // oxlint-disable-next-line typescript/no-unsafe-assignment
  const about = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  app.setName(about.productName ?? about.name);
  app.setVersion(about.version ?? '0.0.0');
  app.setAppPath(folder);
  if (!app.commandLine.hasSwitch('user-data-dir'))
    app.setPath('userData', path.join(app.getPath('appData'), app.getName()));
  process.argv.splice(given, 1);
  process.argv.splice(1, 0, folder);
  require(path.join(folder, about.main ?? 'index.js'));
}
