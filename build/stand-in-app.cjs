// Stands where Electron's own default app would: it makes `electron [switches] FOLDER` start the app in FOLDER.
// Needed by the registry runtime only, which comes without one.
'use strict';
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { app } = require('electron');

const given = process.argv.findIndex((argument, index) => index > 0 && !argument.startsWith('-'));
if (given < 0) {
  process.stderr.write('usage: electron [switches] FOLDER\n');
  app.exit(2);
} else {
  const folder = resolve(process.argv[given]);
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  app.setName(about.productName ?? about.name);
  app.setVersion(about.version ?? '0.0.0');
  app.setAppPath(folder);
  if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), app.getName()));
  process.argv.splice(given, 1);
  process.argv.splice(1, 0, folder);
  require(join(folder, about.main ?? 'index.js'));
}
