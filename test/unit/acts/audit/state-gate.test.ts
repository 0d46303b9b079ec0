// The gate before every act, over a real registry and keychain of which one answer at a time is another: what it lets pass, what it
// says otherwise, and when the keychain learns of what was changed.
import { beforeEach, describe, expect, it } from 'vitest';
import { rememberMark } from '../../../../main/acts/audit/memory.ts';
import { createStateGate, type StateGate } from '../../../../main/acts/audit/state-gate.ts';
import type { Registry, RegistryState, StateMark } from '../../../../main/ports/registry.ts';
import type { SecretBox } from '../../../../main/ports/secret-box.ts';
import { Secret, textIn } from '../../../../main/ports/secret.ts';
import { REMEMBERED_HEAD, STATE_KEY } from '../../../../main/ports/secret-name.ts';
import { ALTERED_PARTS } from '../../../../shared/domain/audit/registry-state.ts';
import { CustodianError } from '../../../../shared/errors.ts';
import { ACME } from '../../../support/desk.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

const ACT = { action: 'a test', subject: 'x', details: {} } as const;
const OTHER_HASH = 'ab'.repeat(32);
const MEBIBYTES = 1024 * 1024;

const desk = deskForEach();

interface Otherwise {
  registry?: Partial<Registry>;
  state?: Partial<RegistryState>;
  secrets?: Partial<SecretBox>;
}

/** Over the ports of the desk, but for what is given. */
function gateWhere({ registry = {}, state = {}, secrets = {} }: Otherwise = {}): StateGate {
  const { ports } = desk;
  return createStateGate({
    ...ports,
    registry: { ...ports.registry, ...registry, state: { ...ports.registry.state, ...state } },
    secrets: { ...ports.secrets, ...secrets },
  });
}

const change = (): void => desk.ports.registry.change(ACT, () => undefined);
const actions = (): string[] => desk.ports.registry.read((reader) => reader.audit(0, 1000)).map(({ action }) => action);
const entries = (): number => actions().length;
const mark = (): StateMark => desk.ports.registry.state.mark() ?? { number: 0, seq: 0, hash: '' };
const remembered = async (): Promise<string> => Buffer.from(await desk.vault.get(REMEMBERED_HEAD)).toString();
const markText = ({ seq, hash, number }: StateMark): string => `${seq} ${hash} ${number}`;

/** What the keychain remembers: a mark, or as a version wrote it that did not seal yet. */
async function remember({ seq, hash, number }: { seq: number; hash: string; number: number | null }): Promise<void> {
  using text = Secret.ofText([seq, hash, number].filter((part) => part !== null).join(' '));
  await desk.ports.secrets.put(REMEMBERED_HEAD, text);
}

const facts = (error: CustodianError | null) => error && { code: error.code, facts: error.facts };
const judged = async (otherwise: Otherwise = {}, thorough = false) =>
  facts(await gateWhere(otherwise).problem(thorough));
const altered = (what: string, tenant: string | null = null) => ({ code: 'REGISTRY_ALTERED', facts: { what, tenant } });
const older = (seq: number) => ({ code: 'REGISTRY_OLDER', facts: { entries: entries(), remembered: seq } });

/** Sealed and changed since, and the keychain knows. */
async function sealed(): Promise<void> {
  change();
  const gate = gateWhere();
  await gate.pass();
  change();
  await gate.settled();
  gate.forget();
}

describe('a registry without a seal', () => {
  it('that is empty passes, and gets a key and no entry', async () => {
    await gateWhere().pass();
    expect(desk.vault.names()).toEqual([STATE_KEY]);
    expect((await desk.vault.get(STATE_KEY)).length).toBe(32);
    expect([actions(), desk.ports.registry.state.mark()]).toEqual([[], null]);
  });

  it('is sealed once, and the entry says over how many it goes', async () => {
    change();
    change();
    const gate = gateWhere();
    await gate.pass();
    await gate.pass();
    const [, , entry, ...more] = desk.ports.registry.read((reader) => reader.audit(0, 9));
    expect(entry).toMatchObject({ action: 'registry.sealed', subject: 'registry', details: { entries: 2 } });
    expect(more).toEqual([]);
    expect(mark()).toMatchObject({ seq: 3, hash: entry?.hash });
  });

  it('is changed by no look at it', async () => {
    change();
    expect(await judged({}, true)).toBeNull();
    expect([actions(), desk.vault.names()]).toEqual([[ACT.action], []]);
  });

  it('is left as it is where something speaks against it', async () => {
    change();
    await remember({ seq: 1, hash: OTHER_HASH, number: 7 });
    const gate = gateWhere();
    await expect(gate.pass()).rejects.toMatchObject(older(1));
    gate.note();
    await gate.settled();
    expect([actions(), desk.vault.names()]).toEqual([[ACT.action], [REMEMBERED_HEAD]]);
  });
});

describe('a registry whose seal is gone', () => {
  const bare = { state: { mark: () => null } };
  const head = () => desk.ports.registry.read((reader) => reader.auditHead()) ?? { seq: 0, hash: '' };
  beforeEach(() => desk.custodian.addTenant({ ...ACME, alg: 'ES256' }));

  it('and of which the keychain knows nothing is not sealed anew where it names keys', async () => {
    await desk.vault.remove(REMEMBERED_HEAD);
    expect(await judged(bare)).toEqual(altered('seal'));
  });

  it('was made by an earlier version where the keychain remembers its place and no seal', async () => {
    await remember({ ...head(), number: null });
    expect(await judged(bare)).toBeNull();
  });

  it.each([
    ['its place and a seal', (): StateMark => ({ ...head(), number: 3 }), () => altered('seal')],
    ['another place and a seal', () => ({ seq: 2, hash: OTHER_HASH, number: 3 }), () => older(2)],
    ['another place and no seal', () => ({ seq: 2, hash: OTHER_HASH, number: null }), () => older(2)],
  ])('is refused where the keychain remembers %s', async (_, memory, wanted) => {
    await remember(memory());
    expect(await judged(bare)).toEqual(wanted());
  });

  it('is refused where its chain is not whole', async () => {
    await remember({ ...head(), number: null });
    const read: Registry['read'] = (work) =>
      desk.ports.registry.read((reader) =>
        work({
          ...reader,
          audit: (...asked) =>
            reader.audit(...asked).map((entry) => (entry.seq === 1 ? { ...entry, subject: 'forged' } : entry)),
        }),
      );
    expect(await judged({ ...bare, registry: { read } })).toEqual(altered('seal'));
  });
});

describe('what the keychain remembers of a sealed registry', () => {
  beforeEach(sealed);

  it.each([
    ['its place', (now: StateMark) => now],
    ['its place by an earlier number', (now: StateMark) => ({ ...now, number: now.number - 1 })],
    ['its place and no number', (now: StateMark) => ({ ...now, number: null })],
    ['no entry yet', (now: StateMark) => ({ ...now, seq: 0, hash: OTHER_HASH })],
  ])('speaks not against it: %s', async (_, memory) => {
    await remember(memory(mark()));
    expect(await judged()).toBeNull();
  });

  it('may be nothing', async () => {
    await desk.vault.remove(REMEMBERED_HEAD);
    expect(await judged()).toBeNull();
  });

  it.each([
    ['a later number at its place', (now: StateMark) => ({ ...now, number: now.number + 1 })],
    ['another entry at its place', (now: StateMark) => ({ ...now, hash: OTHER_HASH })],
    ['another entry at its place and no number', (now: StateMark) => ({ ...now, hash: OTHER_HASH, number: null })],
    ['an entry that came later', (now: StateMark) => ({ ...now, seq: now.seq + 1 })],
  ])('shows that it is older: %s', async (_, memory) => {
    const place = memory(mark());
    await remember(place);
    expect(await judged()).toEqual(older(place.seq));
  });

  it('shows that it is older where it cannot be read', async () => {
    desk.vault.damage(REMEMBERED_HEAD);
    expect(await judged()).toEqual(older(Number.MAX_SAFE_INTEGER));
  });
});

describe('a seal', () => {
  beforeEach(sealed);

  it.each(ALTERED_PARTS)('that does not fit is told with what does not: %s', async (part) => {
    expect(await judged({ state: { flaw: () => part } })).toEqual(altered(part));
  });

  it('proves nothing without its key, and no key is made in its place', async () => {
    await desk.vault.remove(STATE_KEY);
    await expect(gateWhere().pass()).rejects.toMatchObject(altered('seal'));
    expect(desk.vault.names()).not.toContain(STATE_KEY);
  });

  it('proves nothing with a damaged key', async () => {
    desk.vault.damage(STATE_KEY);
    expect(await judged()).toEqual(altered('seal'));
  });

  it('of other tables is renewed once where they are those that this program made of the sealed ones', async () => {
    const before = entries();
    // What was upgraded differs in every record.
    const upgraded = { flaw: () => 'schema' as const, isProvenUpgrade: () => true, differences: never };
    const gate = gateWhere({ state: upgraded });
    expect(facts(await gate.problem(true))).toBeNull();
    expect(entries()).toBe(before);
    await gate.pass();
    expect(desk.ports.registry.read((reader) => reader.audit(before, 9))).toMatchObject([
      { action: 'registry.upgraded', subject: 'registry', details: {} },
    ]);
  });

  it('is not renewed again once it fits', async () => {
    const before = entries();
    let upgraded = true;
    const gate = gateWhere({ state: { flaw: () => (upgraded ? 'schema' : null), isProvenUpgrade: () => upgraded } });
    await gate.pass();
    upgraded = false;
    await gate.pass();
    expect(actions().slice(before)).toEqual(['registry.upgraded']);
  });

  it('is not renewed where something else was changed, whatever may be proven of the tables', async () => {
    expect(await judged({ state: { flaw: () => 'records', isProvenUpgrade: () => true } })).toEqual(altered('records'));
  });
});

const never = (): never => {
  throw new Error('was asked');
};

describe('the look at every record', () => {
  const difference = { part: 'records', tenant: 'Acme', table: 'keys', row: 'k', how: 'changed' } as const;
  const flaw = { code: 'lost-row', table: 'keys' } as const;
  beforeEach(sealed);

  /** How often everything was looked at. */
  function counting(state: Partial<RegistryState> = {}) {
    let looks = 0;
    const counted: Partial<RegistryState> = {
      ...state,
      differences() {
        looks += 1;
        return [];
      },
    };
    return { state: counted, looks: () => looks };
  }

  it.each([
    [2 * MEBIBYTES, 1],
    [2 * MEBIBYTES + 1, 0],
  ])('at the first act, of %d bytes: %d', async (size, looks) => {
    const counted = counting({ size: () => size });
    await gateWhere(counted).pass();
    expect(counted.looks()).toBe(looks);
  });

  it('comes once before acts, and as often as it is asked for', async () => {
    const counted = counting();
    const gate = gateWhere(counted);
    await gate.pass();
    await gate.pass();
    expect(counted.looks()).toBe(1);
    await gate.problem(true);
    await gate.problem(true);
    expect(counted.looks()).toBe(3);
  });

  it('comes again as long as the file is damaged', async () => {
    const counted = counting();
    const gate = gateWhere({ ...counted, registry: { damage: () => [flaw] } });
    for (const looks of [1, 2]) {
      await expect(gate.pass()).rejects.toMatchObject({ code: 'REGISTRY_DAMAGED', facts: { detail: flaw } });
      expect(counted.looks()).toBe(looks);
    }
  });

  it('names the first difference, before any damage', async () => {
    const state = { differences: () => [difference, { ...difference, tenant: 'Other' }] };
    expect(await judged({ state, registry: { damage: never } })).toEqual(altered('records', 'Acme'));
  });

  it('is not needed where the seal is wrong already', async () => {
    expect(await judged({ state: { flaw: () => 'entries', differences: never } }, true)).toEqual(altered('entries'));
  });
});

describe('what is known', () => {
  beforeEach(sealed);

  it('is nothing before the first look', () => {
    expect(gateWhere().known()).toEqual({ checked: false, problem: null });
  });

  it.each([
    ['fits', {}, null],
    ['was changed', { state: { flaw: () => 'records' as const } }, altered('records')],
  ])('is afterwards that it %s', async (_, otherwise, problem) => {
    const gate = gateWhere(otherwise);
    await gate.problem(false);
    expect(gate.known()).toEqual({ checked: true, problem });
  });

  it('stays where the keychain does not answer', async () => {
    const gate = gateWhere();
    await gate.problem(false);
    gate.forget();
    desk.vault.become('locked');
    await expect(gate.problem(false)).rejects.toMatchObject({ code: 'VAULT_LOCKED' });
    expect(gate.known()).toEqual({ checked: true, problem: null });
  });
});

describe('a keychain that is not open', () => {
  const detail = { code: 'open' } as const;

  it.each([
    ['locked', 'VAULT_LOCKED'],
    ['silent', 'VAULT_LOCKED'],
    ['unavailable', 'VAULT_UNAVAILABLE'],
    ['foreign', 'VAULT_FOREIGN'],
  ] as const)('is told: %s', async (condition, code) => {
    desk.vault.become(condition);
    await expect(gateWhere().pass()).rejects.toMatchObject({ code, facts: { detail } });
  });

  it('is told to be silent where it is', async () => {
    desk.vault.become('silent');
    const find = () => Promise.reject(new CustodianError('VAULT_TIMEOUT', { seconds: 5 }));
    await expect(gateWhere({ secrets: { find } }).pass()).rejects.toMatchObject({ code: 'VAULT_TIMEOUT' });
  });
});

describe('the key of the seal', () => {
  it('is taken from the keychain once, until it is forgotten', async () => {
    await sealed();
    const asked: string[] = [];
    const gate = gateWhere({
      secrets: {
        find(name) {
          asked.push(name);
          return desk.ports.secrets.find(name);
        },
      },
    });
    const asks = () => asked.splice(0).filter((name) => name === STATE_KEY).length;
    await gate.pass();
    await gate.pass();
    expect([asks(), desk.ports.registry.state.hasKey()]).toEqual([1, true]);
    gate.forget();
    expect(desk.ports.registry.state.hasKey()).toBe(false);
    await gate.pass();
    expect([asks(), desk.ports.registry.state.hasKey()]).toEqual([1, true]);
  });

  it('is overwritten when it is forgotten', async () => {
    await sealed();
    const held: Secret[] = [];
    const gate = gateWhere({
      secrets: {
        async find(name) {
          const found = await desk.ports.secrets.find(name);
          if (name === STATE_KEY && found !== null) {
            held.push(found);
          }
          return found;
        },
      },
    });
    await gate.pass();
    gate.forget();
    expect(held).toHaveLength(1);
    expect(() => held[0]?.use(textIn)).toThrow('overwritten');
  });

  it('may be forgotten in the middle of a look, which then begins anew', async () => {
    await sealed();
    let forgets = 1;
    const gate: StateGate = gateWhere({
      secrets: {
        find(name) {
          if (name === REMEMBERED_HEAD && forgets > 0) {
            forgets -= 1;
            gate.forget();
          }
          return desk.ports.secrets.find(name);
        },
      },
    });
    expect(facts(await gate.problem(false))).toBeNull();
    expect(desk.ports.registry.state.hasKey()).toBe(true);
  });

  it.each([
    ['nothing', () => null],
    ['something else', () => Secret.ofText('x'.repeat(32))],
  ])('counts only when it was read back: %s', async (_, found) => {
    const find: SecretBox['find'] = async (name) => (desk.vault.names().includes(name) ? found() : null);
    await expect(gateWhere({ secrets: { find } }).pass()).rejects.toMatchObject({
      code: 'VAULT_SECRET_DAMAGED',
      facts: { kid: 'the key of the seal' },
    });
    expect(desk.ports.registry.state.hasKey()).toBe(false);
  });
});

describe('the keychain learns', () => {
  /** How often it was told. */
  let told: number;
  const watched = {
    secrets: {
      put(name: string, secret: Secret) {
        told += name === REMEMBERED_HEAD ? 1 : 0;
        return desk.ports.secrets.put(name, secret);
      },
    },
  };
  beforeEach(async () => {
    await sealed();
    told = 0;
  });

  it('nothing of a registry that no act was let into', async () => {
    const gate = gateWhere(watched);
    await gate.problem(true);
    change();
    gate.note();
    await gate.settled();
    expect(told).toBe(0);
    await expect(gateWhere({ ...watched, state: { flaw: () => 'seal' } }).pass()).rejects.toMatchObject(
      altered('seal'),
    );
    expect(told).toBe(0);
  });

  it('of a change, and then of no other', async () => {
    const gate = gateWhere(watched);
    await gate.pass();
    await gate.settled();
    expect(told).toBe(0);
    change();
    gate.note();
    await gate.settled();
    await gate.settled();
    expect([told, await remembered()]).toEqual([1, markText(mark())]);
  });

  it('of a change that comes while it is told', async () => {
    const gate = gateWhere(watched);
    await gate.pass();
    change();
    gate.note();
    change();
    gate.note();
    await gate.settled();
    expect([told, await remembered()]).toEqual([2, markText(mark())]);
  });

  it('later what it could not be told now, which fails no act', async () => {
    const gate = gateWhere(watched);
    await gate.pass();
    change();
    desk.vault.become('locked');
    gate.note();
    await gate.settled();
    expect(told).toBe(1);
    desk.vault.become('available');
    await gate.settled();
    expect([told, await remembered()]).toEqual([2, markText(mark())]);
  });
});

describe('a registry that an officer accepts', () => {
  const reason = { ...ACT, action: 'audit.accepted' };
  beforeEach(sealed);

  it('goes on above the number that the keychain remembers, and the keychain knows', async () => {
    await rememberMark(desk.ports.secrets, { seq: 9, hash: OTHER_HASH, number: 1000 });
    const gate = gateWhere();
    expect(facts(await gate.problem(false))).toEqual(older(9));
    await gate.accept(reason);
    expect(actions().at(-1)).toBe('audit.accepted');
    expect([mark().number, await remembered()]).toEqual([1001, markText(mark())]);
    expect(gate.known()).toEqual({ checked: true, problem: null });
    expect(facts(await gate.problem(true))).toBeNull();
    expect(await judged({}, true)).toBeNull();
  });

  it('gets a key where there is none any more', async () => {
    await desk.vault.remove(STATE_KEY);
    await desk.vault.remove(REMEMBERED_HEAD);
    await gateWhere().accept(reason);
    expect(desk.vault.names()).toContain(STATE_KEY);
    expect([mark().number, await judged()]).toEqual([3, null]);
  });

  it('keeps the key that it has', async () => {
    const before = await desk.vault.get(STATE_KEY);
    await gateWhere().accept(reason);
    expect(await desk.vault.get(STATE_KEY)).toEqual(before);
  });

  it('is changed by acts from then on, of which the keychain learns', async () => {
    const gate = gateWhere();
    await gate.accept(reason);
    change();
    await gate.settled();
    expect(await remembered()).toBe(markText(mark()));
  });
});
