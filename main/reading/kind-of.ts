// Of what kind a key in a file is: `RSA 2048`, `EC P-256`, `Ed25519`, or one that no ring takes.
import type { KeyKind } from '../../shared/domain/reading/schemes.ts';
import type { KeyShape } from './private-shape.ts';
import { rsaBits } from './rsa-strength.ts';

export function kindOf(shape: KeyShape): KeyKind {
  switch (shape.form) {
    case 'private':
      return named(shape.rsa === null ? curveName(shape.kind) : `RSA ${rsaBits(shape.rsa.n)}`);
    case 'unsupported':
      return shape.kind;
    case 'encrypted PKCS#8':
    case 'PKCS#12':
    case 'locked':
      return { code: 'encrypted' };
    case 'foreign':
      return { code: 'unknown' };
  }
}

export const named = (name: string): KeyKind => ({ code: 'named', name });

const curveName = (kind: string): string => (kind === 'Ed25519' ? kind : `EC ${kind}`);
