// How a private key is called in a sentence: `RSA 2048`, `EC P-256`, `Ed25519`.
import type { KeyShape } from './private-shape.ts';
import { rsaBits } from './rsa-strength.ts';

export function kindWords(shape: KeyShape): string {
  switch (shape.form) {
    case 'private':
      return shape.rsa === null ? curveWords(shape.kind) : `RSA ${rsaBits(shape.rsa.n)}`;
    case 'unsupported':
      return shape.kind;
    case 'encrypted PKCS#8':
    case 'PKCS#12':
      return 'encrypted';
    case 'foreign':
      return 'unknown';
  }
}

const curveWords = (kind: string): string => (kind === 'Ed25519' ? kind : `EC ${kind}`);
