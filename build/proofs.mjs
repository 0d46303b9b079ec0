// What the walk-through proves, and which programs of the system each proof asks. The one list: set-up installs from it, and
// a proof whose program is not there says so in its own line.

/** Program -> the Debian package that brings it. */
const packages = /** @type {const} */ ({ openssl: 'openssl', keytool: 'default-jre-headless' });

/** @typedef {keyof typeof packages} Tool */
/** @typedef {{ what: string, tools: readonly Tool[] }} Proof */

export const proofs = /** @type {const} @satisfies {Record<string, Proof>} */ ({
  window: { what: 'A window is open', tools: [] },
  ownKey: { what: 'An RSA private key of one’s own was made', tools: ['openssl'] },
  tenant: { what: 'The tenant was added', tools: [] },
  imported: { what: 'The key was imported as current', tools: [] },
  exported: { what: 'Every public format was saved', tools: [] },
  readElsewhere: { what: 'Other tools read the files', tools: ['openssl', 'keytool'] },
  pushed: { what: 'The public keys were pushed', tools: [] },
  probed: { what: 'A probe token was verified', tools: [] },
  verifiedElsewhere: { what: 'Third-party verifiers accept a token', tools: [] },
  rotated: { what: 'The ring was rotated', tools: [] },
  revoked: { what: 'The key was revoked and taken down', tools: [] },
  audited: { what: 'The audit chain is whole', tools: [] },
});

/** @param {Tool} tool */
export function packageOf(tool) {
  return packages[tool];
}

/** @returns {Tool[]} */
export function walkThroughTools() {
  return [...new Set(Object.values(proofs).flatMap(({ tools }) => tools))];
}
