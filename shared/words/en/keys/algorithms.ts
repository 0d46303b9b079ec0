// The signing algorithms in a few words each, for the choice that is hard to undo later.
import type { SigningAlgorithm } from '../../../domain/algorithms.ts';

const algorithm: Record<SigningAlgorithm, { family: string; note: string }> = {
  RS256: { family: 'RSA', note: 'Understood by every verifier. The safe choice when in doubt.' },
  RS384: { family: 'RSA', note: 'As RS256 with a longer hash; few ask for it.' },
  RS512: { family: 'RSA', note: 'As RS256 with the longest hash; few ask for it.' },
  PS256: { family: 'RSA-PSS', note: 'The modern RSA padding. FAPI and open banking profiles want it.' },
  PS384: { family: 'RSA-PSS', note: 'As PS256 with a longer hash.' },
  PS512: { family: 'RSA-PSS', note: 'As PS256 with the longest hash.' },
  ES256: { family: 'Elliptic curve', note: 'Small keys and tokens (P-256). Also allowed by FAPI.' },
  ES384: { family: 'Elliptic curve', note: 'P-384, a wider margin of safety.' },
  ES512: { family: 'Elliptic curve', note: 'P-521, the widest margin; some libraries lack it.' },
  Ed25519: { family: 'Edwards curve', note: 'Fast and robust, for local use. Tenants do not accept it.' },
};

export const algorithms = {
  algorithm,
  bits: (alg: string, bits: number) => `${alg} · ${bits} bit`,
};
