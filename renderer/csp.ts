// What the libraries of the window need to live under its content security policy: a nonce for the style elements
// that they make, and no code made from strings.
import { z } from 'zod';

declare global {
  interface Window {
    /** Read by the scroll lock of Mantine's modals when it makes a style element. */
    __webpack_nonce__?: string;
  }
}

/** The nonce that the main process wrote into the page. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}

/** Call once, before anything renders. */
export function obeyContentSecurityPolicy(): void {
  // SECURITY: schemas are interpreted; the policy has no 'unsafe-eval'.
  z.config({ jitless: true });
  window.__webpack_nonce__ = styleNonce();
}
