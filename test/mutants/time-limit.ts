// A limit for work that may loop without ever yielding, as code with a mutant in it does.
import { Worker } from 'node:worker_threads';

export class TimeLimit {
  readonly #thread = new Worker(new URL('terminate.mjs', import.meta.url));

  constructor() {
    this.#thread.unref();
  }

  /** What the work comes to. It is dropped where it stands when it takes longer: whatever it held is held for good. */
  async within<T>(ms: number, work: () => Promise<T>): Promise<T | 'never ends'> {
    let dropped = (): void => undefined;
    const terminated = new Promise<'never ends'>((resolve) => {
      dropped = (): void => resolve('never ends');
    });
    this.#thread.once('message', dropped);
    this.#tell(Date.now() + ms);
    try {
      return await Promise.race([work(), terminated]);
    } finally {
      this.#tell(null);
      this.#thread.off('message', dropped);
    }
  }

  #tell(until: number | null): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, which has no origin
    this.#thread.postMessage(until);
  }
}
