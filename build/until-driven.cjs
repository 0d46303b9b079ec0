// Loaded into Electron before the app when a driver starts it: the app's `ready` waits until the driver has attached. A window
// that is on its way while the driver attaches is sometimes never told to it, and then the driver waits for ever.
'use strict';
const { app } = require('electron');

/** The driver calls this by name once it is there. @type {Promise<void>} */
const driven = new Promise((resolve) => {
  Object.assign(globalThis, { __playwright_run: resolve });
});
const ready = app.whenReady();
app.whenReady = () => Promise.all([ready, driven]).then(() => undefined);

// The app sees the words that are its own.
const here = process.argv.indexOf(__filename);
if (here > 0) process.argv.splice(here - 1, 2);
