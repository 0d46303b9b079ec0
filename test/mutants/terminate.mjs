// A thread that ends what its main thread executes when it is not through in time, which a timer there cannot while it loops.
import { Session } from 'node:inspector';
import { parentPort } from 'node:worker_threads';

const session = new Session();
session.connectToMainThread();
/** In ms of Date.now(). @type {number | null} */
let until = null;
parentPort?.on('message', (/** @type {number | null} */ told) => (until = told));
setInterval(() => {
  if (until === null || Date.now() < until) return;
  until = null;
  session.post('Runtime.terminateExecution');
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, which has no origin
  parentPort?.postMessage('terminated');
}, 1_000);
