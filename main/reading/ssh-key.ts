// The private keys of SSH in the one normal form: what OpenSSH and PuTTY agree on.
import type { KeyShape } from './private-shape.ts';
import { CURVES } from '../encoding/object-identifiers.ts';
import { ecPrivateShape } from './ec-shape.ts';
import { ed25519Shape } from './ed25519-shape.ts';
import { named } from './kind-of.ts';
import { rsaShape } from './rsa-shape.ts';
import { DAMAGED } from '../encoding/unreadable.ts';
import type { RsaNumbers } from './rsa-strength.ts';

/** SSH's names of curves (RFC 5656 §10.1). */
const SSH_CURVES: Readonly<Record<string, string>> = { nistp256: 'P-256', nistp384: 'P-384', nistp521: 'P-521' };

/** SSH leaves out what follows from the others. */
export const sshRsa = (numbers: Pick<RsaNumbers, 'n' | 'e' | 'd' | 'p' | 'q' | 'qi'>): KeyShape => {
  const shape = rsaShape({ ...numbers, dp: 0n, dq: 0n }, 'other');
  return shape.form === 'private' ? { ...shape, repairs: [] } : shape;
};

export function sshEcdsa(curve: string, point: Uint8Array, secret: Uint8Array): KeyShape {
  const [oid] = Object.entries(CURVES).find(([, { curve: name }]) => name === SSH_CURVES[curve]) ?? [];
  return oid === undefined
    ? { form: 'unsupported', kind: { code: 'unknown-curve', ec: true } }
    : ecPrivateShape(oid, { secret, point }, 'other');
}

export const sshEd25519 = (publicHalf: Uint8Array, secret: Uint8Array): KeyShape =>
  secret.length === 32 || (secret.length === 64 && Buffer.from(secret.subarray(32)).equals(publicHalf))
    ? ed25519Shape({ seed: secret.subarray(0, 32), publicHalf }, 'other')
    : { form: 'foreign', problem: DAMAGED };

export const sshOther = (type: string): KeyShape => ({
  form: 'unsupported',
  kind: type === 'ssh-dss' ? named('DSA') : /^[\w@.-]{1,60}$/.test(type) ? named(type) : { code: 'unknown' },
});
