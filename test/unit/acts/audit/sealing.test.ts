// Who signs the chain with which key, and how often.
import { describe, expect, it } from 'vitest';
import { openDevice } from '../../../../main/acts/audit/device.ts';
import { AUDIT_FILE_PURPOSE } from '../../../../main/acts/audit/file-header.ts';
import { deviceKeyFingerprint, isSignedBy, readSeal, SEAL_TYPE } from '../../../../main/acts/audit/seal.ts';
import { chainProblemIn, readKeychainAnchor, sealAudit, signAnew } from '../../../../main/acts/audit/sealing.ts';
import type { SignedParts } from '../../../../main/acts/custody/jws.ts';
import type { Ports } from '../../../../main/ports/ports.ts';
import { DEVICE_KEY } from '../../../../main/ports/secret-name.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

const desk = deskForEach();

const change = (): void => desk.ports.registry.change({ action: 'test', subject: 'x', details: {} }, () => undefined);
const anchor = () => desk.ports.registry.read((reader) => reader.auditAnchor());
const head = () => desk.ports.registry.read((reader) => reader.auditHead());
const actions = () => desk.ports.registry.read((reader) => reader.audit(0, 100)).map(({ action }) => action);
const signed = () => readSeal(anchor()?.seal ?? '', anchor()?.deviceKey ?? '');
const place = () => ({ seq: head()?.seq, hash: head()?.hash });

/** Of base64url. */
const textIn = (part: string): string => Buffer.from(part, 'base64url').toString('utf8');

/** Counts what the device signs. */
function counting(): { ports: Ports; signatures: () => number } {
  let signatures = 0;
  const { keys } = desk.ports;
  const sign: Ports['keys']['sign'] = (...asked) => {
    signatures += 1;
    return keys.sign(...asked);
  };
  return { ports: { ...desk.ports, keys: { ...keys, sign } }, signatures: () => signatures };
}

describe('sealing', () => {
  it('an empty chain makes no key and signs nothing', async () => {
    expect(await sealAudit(desk.ports)).toBe(false);
    expect([desk.vault.names(), actions(), anchor()]).toEqual([[], [], null]);
  });

  it('the first time makes the device key, names it in the chain and signs that entry', async () => {
    change();
    expect(await sealAudit(desk.ports)).toBe(true);
    expect(actions()).toEqual(['test', 'audit.device-key']);
    const [, entry] = desk.ports.registry.read((reader) => reader.audit(0, 2));
    expect(entry).toMatchObject({ subject: 'audit chain', details: { deviceKey: anchor()?.deviceKey } });
    expect(Object.keys(entry?.details ?? {})).toEqual(['deviceKey']);
    expect([signed(), desk.vault.names()]).toEqual([place(), [DEVICE_KEY]]);
    expect(desk.ports.registry.read((reader) => reader.intents())).toEqual([]);
    expect(await readKeychainAnchor(desk.ports)).toEqual({ deviceKey: anchor()?.deviceKey, remembered: null });
  });

  it('says in its header what it is, by which key', async () => {
    change();
    await sealAudit(desk.ports);
    const [header = ''] = (anchor()?.seal ?? '').split('.');
    expect(JSON.parse(textIn(header))).toEqual({
      alg: 'Ed25519',
      kid: DEVICE_KEY,
      typ: SEAL_TYPE,
    });
  });

  it('goes on with the same key, and signs what is signed already no second time', async () => {
    const { ports, signatures } = counting();
    change();
    await sealAudit(ports);
    const { deviceKey, seal } = anchor() ?? {};
    expect(await sealAudit(ports)).toBe(true);
    expect([signatures(), anchor()?.seal]).toEqual([1, seal]);
    change();
    expect(await sealAudit(ports)).toBe(true);
    expect([signatures(), anchor()?.deviceKey, signed(), actions()]).toEqual([
      2,
      deviceKey,
      place(),
      ['test', 'audit.device-key', 'test'],
    ]);
  });

  it('is refused where the key is gone, and makes no other one', async () => {
    change();
    await sealAudit(desk.ports);
    await desk.vault.remove(DEVICE_KEY);
    change();
    expect(await sealAudit(desk.ports)).toBe(false);
    expect(desk.vault.names()).toEqual([]);
  });
});

describe('signing anew', () => {
  it('has to have something to sign', async () => {
    // A chain whose first entry would be the device key is one that nobody began.
    const none = { ...desk.ports.registry, read: () => ({ head: null, signed: null }) as never };
    await expect(signAnew({ ...desk.ports, registry: none })).rejects.toMatchObject({
      code: 'INTERNAL',
      facts: { reference: 'an empty chain to sign' },
    });
  });

  it('makes a key where none was named yet', async () => {
    change();
    await signAnew(desk.ports);
    expect([actions(), signed()]).toEqual([['test', 'audit.device-key'], place()]);
  });

  it('keeps the key where it is the one that the chain names', async () => {
    change();
    await sealAudit(desk.ports);
    change();
    await signAnew(desk.ports);
    expect([actions(), signed()]).toEqual([['test', 'audit.device-key', 'test'], place()]);
  });

  it.each([
    ['gone', () => desk.vault.remove(DEVICE_KEY)],
    ['damaged', async () => desk.vault.damage(DEVICE_KEY)],
  ])('makes another key where it is %s', async (_, lose) => {
    change();
    await sealAudit(desk.ports);
    const before = anchor()?.deviceKey;
    await lose();
    await signAnew(desk.ports);
    expect(actions()).toEqual(['test', 'audit.device-key', 'audit.device-key']);
    expect(anchor()?.deviceKey).not.toBe(before);
    expect(signed()).toEqual(place());
  });
});

it('speaks against no chain that is empty', () => {
  const problem = (deviceKey: string | null) =>
    desk.ports.registry.read((reader) => chainProblemIn(reader, { deviceKey, remembered: null }));
  expect([problem(null), problem('held')]).toEqual([null, null]);
});

it('says that the keychain remembers more than there is in an empty chain', () => {
  const remembered = { seq: 1, hash: 'ab'.repeat(32), number: 1 };
  expect(desk.ports.registry.read((reader) => chainProblemIn(reader, { deviceKey: null, remembered }))).toBe(
    'older-than-keychain',
  );
});

describe('the device', () => {
  it('signs documents with the key of the chain, and says with which', async () => {
    change();
    const device = await openDevice(desk.ports, 'audit-file');
    const deviceKey = anchor()?.deviceKey ?? '';
    expect(device.fingerprint).toBe(deviceKeyFingerprint(deviceKey));
    const document = await device.sign(AUDIT_FILE_PURPOSE, 'content');
    const parts = JSON.parse(document) as SignedParts;
    expect(Object.keys(parts)).toEqual(['protected', 'payload', 'signature']);
    expect([textIn(parts.payload), isSignedBy(deviceKey, parts)]).toEqual(['content', true]);
    const x = Buffer.from(deviceKey, 'base64').subarray(-32).toString('base64url');
    expect(JSON.parse(textIn(parts.protected))).toEqual({
      alg: 'Ed25519',
      typ: AUDIT_FILE_PURPOSE,
      jwk: { kty: 'OKP', crv: 'Ed25519', x },
    });
  });

  it.each(['empty', 'tampered with'])('vouches for nothing where the chain is %s', async (how) => {
    if (how !== 'empty') {
      change();
      await sealAudit(desk.ports);
      await desk.vault.remove(DEVICE_KEY);
    }
    await expect(openDevice(desk.ports, 'backup')).rejects.toMatchObject({
      code: 'AUDIT_BROKEN',
      facts: { unsigned: 'backup' },
    });
  });
});
