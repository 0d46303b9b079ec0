// What the libraries of the window need to live under its content security policy: a nonce for the style elements
// that they make, and no code made from strings. Imported before everything else.
import { z } from 'zod';

declare global {
  interface Window {
    /** Read by the scroll lock of Mantine's modals when it makes a style element. */
    __webpack_nonce__?: string;
  }
}

/** The nonce that the main process gave the page in its address. */
export function styleNonce(): string {
  return new URLSearchParams(globalThis.location.search).get('nonce') ?? '';
}

// SECURITY: schemas are interpreted; the policy has no 'unsafe-eval'. The first schema that is made before this is said
// tries it out, and the browser reads the whole program once more to tell where somebody broke the policy.
z.config({ jitless: true });
window.__webpack_nonce__ = styleNonce();
