// A yes that is a proof too: where there is a vault passphrase, grave acts at production tenants take it in the window that
// confirms, and nothing gets past that.
import { describe, expect, it } from 'vitest';
import { askProven } from '../../../main/ipc/confirmation/proven.ts';
import type { Question, Typed } from '../../../main/ipc/question.ts';
import type { answer } from '../../../main/ipc/router.ts';
import { ACTS } from '../../../shared/acts/acts.ts';
import { CHANNELS } from '../../../shared/channels.ts';
import { dialogWords } from '../../../shared/words/words.ts';
import { openWindow } from '../../support/asked-window.ts';
import { intoMemory, newHolder } from '../../support/backups.ts';
import { ACME } from '../../support/desk.ts';
import { kidIn } from '../../support/tenant-keys.ts';
import { deskForEach } from '../../support/desk-for-each.ts';

const tenant = 'Acme';
const PASSPHRASE = 'correct horse battery staple';
const REASON = 'found in a build log';

const desk = deskForEach();

async function add(environment: 'development' | 'production', name = tenant): Promise<void> {
  await desk.custodian.addTenant({ ...ACME, name, environment });
}
const seal = () => desk.custodian.vault.setPassphrase(Buffer.from(PASSPHRASE));

/** Somebody who types this, one after the other. */
function window(...passphrases: (string | null)[]) {
  const respond = async ({ fields }: Question): Promise<Typed | null> => {
    const passphrase = passphrases.shift();
    return passphrase === null
      ? null
      : Object.fromEntries(
          fields.map(({ name, exactly }) => [name, exactly ?? (name === 'passphrase' ? passphrase : REASON)]),
        );
  };
  return openWindow(desk, { respond });
}

const codeOf = (result: Awaited<ReturnType<typeof answer>>): string | null => (result.ok ? null : result.error.code);
const withdrawal = () => ({ tenant, kid: kidIn(desk, tenant, 'next'), compromised: false });
const passphraseAsked = (asked: readonly Question[]): boolean[] =>
  asked.map(({ fields }) => fields.some(({ name }) => name === 'passphrase'));

describe('the passphrase, once more', () => {
  it('is taken by these acts', () => {
    expect(CHANNELS.filter((channel) => ACTS[channel].proven)).toEqual([
      'tenant.edit',
      'remote.revoke',
      'key.revoke',
      'key.withdraw',
      'key.rotateAndRevoke',
      'key.destroy',
      'plan.run',
      'publish.push',
      'publish.agree',
      'bundle.save',
    ]);
    // Each is asked about already: there is one question.
    expect(CHANNELS.filter((channel) => ACTS[channel].proven && !ACTS[channel].confirmed)).toEqual([]);
  });

  it('stands in the one question, and a slip is asked again', async () => {
    await add('production');
    await seal();
    const { asked, call } = window('a slip', PASSPHRASE);
    expect(codeOf(await call('key.withdraw', withdrawal()))).toBeNull();
    expect(passphraseAsked(asked)).toEqual([true, true]);
    expect(asked[1]?.fields.at(-1)?.hint).toContain('not the vault passphrase');
  });

  it('is taken by what would end that it is asked for, by whichever door', async () => {
    await add('production');
    await seal();
    const leave = { tenant, environment: 'development' } as const;
    await expect(desk.custodian.editTenant(leave)).rejects.toMatchObject({ code: 'VAULT_PROOF_NEEDED' });
    expect(codeOf(await window(null).call('tenant.edit', leave))).toBe('CANCELLED');
    const routine = window('');
    expect(codeOf(await routine.call('tenant.edit', { tenant, issuer: 'https://id.acme.example/' }))).toBeNull();
    const { asked, call } = window(PASSPHRASE, '');
    expect(codeOf(await call('tenant.edit', leave))).toBeNull();
    expect(codeOf(await call('tenant.edit', { tenant, environment: 'staging' }))).toBeNull();
    expect(passphraseAsked(asked)[0]).toBe(true);
    expect(passphraseAsked(asked).slice(1)).not.toContain(true);
  });

  it('ends in a wait when it is wrong too often, and in nothing when it is closed', async () => {
    await add('production');
    await seal();
    expect(codeOf(await window('a', 'b', 'c').call('key.withdraw', withdrawal()))).toBe('VAULT_PASSPHRASE_WRONG');
    expect(codeOf(await window(PASSPHRASE).call('key.withdraw', withdrawal()))).toBe('VAULT_GUESSES');
    desk.advance(2000);
    expect(codeOf(await window(null).call('key.withdraw', withdrawal()))).toBe('CANCELLED');
    expect(kidIn(desk, tenant, 'next')).not.toBe('');
  });

  it('is asked for neither without one, nor in development, nor by what is not grave', async () => {
    await add('production');
    const before = window('');
    await before.call('key.rotateAndRevoke', { tenant, compromised: false });
    expect(passphraseAsked(before.asked)).toEqual([false]);
    await seal();
    const { asked, call } = window('', '');
    await call('token.sign', { tenant, claims: {} });
    expect(passphraseAsked(asked)).toEqual([false]);
    await add('development', 'Other');
    const kid = kidIn(desk, 'Other', 'next');
    const wish = { tenant: 'Other', kid, reason: REASON, compromised: false };
    expect(codeOf(await call('key.withdraw', wish))).toBeNull();
    expect(asked).toHaveLength(1);
  });

  it('is good for each of many pushes that were agreed to, and for nothing else', async () => {
    await add('production');
    await seal();
    const { asked, call } = window(PASSPHRASE);
    const preview = await call('publish.preview', { tenant });
    const { hash } = preview.ok ? (preview.value as { hash: string }) : { hash: '' };
    expect(codeOf(await call('publish.agree', { pushes: [{ tenant, hash }] }))).toBeNull();
    expect(passphraseAsked(asked)).toEqual([true]);
    expect(codeOf(await call('publish.push', { tenant, hash }))).toBeNull();
    expect(asked).toHaveLength(1);
  });

  it('cannot be left out by who does not ask: the act itself refuses', async () => {
    await add('production');
    await seal();
    const { custodian } = desk;
    const withdraw = { ...withdrawal(), reason: REASON };
    const refused = { code: 'VAULT_PROOF_NEEDED', facts: { tenant } };
    await expect(custodian.withdrawKey(withdraw)).rejects.toMatchObject(refused);
    const forged = async () => ({ until: Number.MAX_SAFE_INTEGER });
    await expect(custodian.provided(() => undefined, forged).withdrawKey(withdraw)).rejects.toMatchObject(refused);
    const terms = {
      tenant,
      kid: kidIn(desk, tenant, 'current'),
      format: 'pkcs8',
      flavour: 'modern',
      to: 'somebody',
    } as const;
    const protection = { passphrase: Buffer.from('a long passphrase'), recipient: null };
    await expect(custodian.handOver(terms, protection, async () => undefined)).rejects.toMatchObject(refused);
    const { recipient } = await newHolder();
    const order = {
      protection: { passphrase: null, recipients: [Buffer.from(`${recipient}\n`)] },
      credentials: false,
    };
    await expect(custodian.createBackup(order, intoMemory([]))).rejects.toMatchObject({
      code: 'VAULT_PROOF_NEEDED',
      facts: { tenant: null },
    });
  });

  it('is taken before a backup, which holds every private key, whatever the tenants are for', async () => {
    await add('development');
    await seal();
    const no = window(null);
    expect(await no.call('backup.create', { protection: 'passphrase' })).toEqual({ ok: true, value: null });
    expect(passphraseAsked(no.asked)).toEqual([true]);
    expect(desk.custodian.backupStatus().last).toBeNull();
  });

  it('is given by the system instead where that asks in its own way', async () => {
    await seal();
    const { vault } = desk.custodian;
    const asked: Question[] = [];
    const question: Question = {
      title: 'Revoke this key?',
      tenant: null,
      facts: [],
      means: '',
      yes: '',
      grave: true,
      fields: [],
    };
    const ask = async (each: Question) => {
      asked.push(each);
      return {};
    };
    const options = { words: dialogWords('en') };
    const reasons: string[] = [];
    const askSystem = async (reason: string) => {
      reasons.push(reason);
      return reasons.length === 1;
    };
    expect(await askProven({ vault }, { ask, askSystem }, question, options)).toMatchObject({ proof: {} });
    expect(await askProven({ vault }, { ask, askSystem }, question, options)).toBeNull();
    expect([passphraseAsked(asked), reasons]).toEqual([[false, false], Array(2).fill('Revoke this key?')]);
  });
});
