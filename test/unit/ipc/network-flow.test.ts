// Whom this machine trusts and asks on the way changes only after a yes that saw it, in a dialog that the page cannot answer.
import { deskForEach } from '../../support/desk-for-each.ts';
import { createKeyWorkshop } from '../../support/workshop.ts';
import { X509Certificate } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { addAuthority, removeAuthority, setProxy, storeAccount } from '../../../main/ipc/network-flow.ts';
import type { FileDialogs } from '../../../main/ipc/dialogs.ts';
import type { Question, Typed } from '../../../main/ipc/question.ts';
import { dialogWords } from '../../../shared/words/words.ts';
import type { ProxyOrder } from '../../../shared/domain/network.ts';
import { noDialogs } from '../../support/asked-window.ts';
import { START } from '../../support/desk.ts';

const words = dialogWords('en');
const SCRIPT = 'function FindProxyForURL(url, host) { return "DIRECT"; }';

const desk = deskForEach();
let asked: Question[];
beforeEach(() => {
  asked = [];
});

const yes: Typed = {};
/** Dialogs of a person who answers so. `file`: what is chosen. */
const person = (answer: Typed | null, file: Uint8Array | null = null): FileDialogs => ({
  ...noDialogs,
  chooseFile: async () => (file === null ? null : { name: 'chosen.pac', bytes: Uint8Array.from(file) }),
  ask: async (question) => {
    asked.push(question);
    return answer;
  },
});
const actions = (): string[] => desk.custodian.listAudit({ afterSeq: 0, limit: 100 }).map(({ action }) => action);
const shown = () => desk.custodian.network.show();

async function authority(): Promise<{ pem: Uint8Array; sha256: string }> {
  const workshop = createKeyWorkshop();
  const material = await workshop.generate('ES256', null);
  const profile = { commonName: 'An authority', notBefore: new Date(START), days: 300 };
  const certificate = new X509Certificate(await workshop.certify(material, 'ES256', profile));
  return {
    pem: Buffer.from(certificate.toString()),
    sha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
  };
}

describe('an authority', () => {
  it('is trusted after a yes that saw its name and fingerprint, and after nothing else', async () => {
    const { pem, sha256 } = await authority();
    expect(await addAuthority(desk.custodian, person(null, null), words)).toBeNull();
    expect(asked).toEqual([]);
    expect(await addAuthority(desk.custodian, person(null, pem), words)).toBeNull();
    expect([(await shown()).authorities, actions()]).toEqual([[], []]);
    expect(await addAuthority(desk.custodian, person(yes, pem), words)).toMatchObject([{ sha256 }]);
    expect((await shown()).authorities).toMatchObject([{ sha256 }]);
    const [first] = asked;
    expect(first?.title).toBe('Trust this authority?');
    expect(first?.facts.map(({ values }) => values.join('').replaceAll(/[ :]/g, '').toLowerCase())).toEqual([
      'cn=anauthority',
      sha256,
    ]);
  });

  it('is trusted until a yes that saw which', async () => {
    const { pem, sha256 } = await authority();
    await addAuthority(desk.custodian, person(yes, pem), words);
    asked = [];
    expect(await removeAuthority(desk.custodian, person(yes), 'ab'.repeat(32), words)).toBe(false);
    expect(asked).toEqual([]);
    expect(await removeAuthority(desk.custodian, person(null), sha256, words)).toBe(false);
    expect((await shown()).authorities).toHaveLength(1);
    expect(await removeAuthority(desk.custodian, person(yes), sha256, words)).toBe(true);
    expect((await shown()).authorities).toEqual([]);
    expect(asked[0]?.facts[0]?.values).toEqual(['CN=An authority']);
  });
});

describe('a proxy', () => {
  const fixed: ProxyOrder = { kind: 'address', address: 'http://proxy.corp.test:3128', noProxy: ['corp.test'] };

  it('is used after a yes that saw it, and what is reached without it', async () => {
    const before = await shown();
    expect(await setProxy(desk.custodian, person(null), fixed, words)).toBeNull();
    expect([await shown(), actions()]).toEqual([before, []]);
    expect(asked).toMatchObject([
      { title: 'Use the proxy http://proxy.corp.test:3128?', facts: [{ values: ['this machine', 'corp.test'] }] },
    ]);
    expect(await setProxy(desk.custodian, person(yes), fixed, words)).toMatchObject({ kind: 'address' });
    expect((await shown()).proxy).toMatchObject({ address: 'http://proxy.corp.test:3128', noProxy: ['corp.test'] });
  });

  it('is given up after a yes that says what that means', async () => {
    await setProxy(desk.custodian, person(yes), fixed, words);
    asked = [];
    await setProxy(desk.custodian, person(yes), { kind: 'none', noProxy: [] }, words);
    expect((await shown()).proxy).toMatchObject({ kind: 'none', address: null });
    expect(asked).toMatchObject([{ facts: [], means: words.network.noProxyMeans }]);
  });

  it('is chosen by a script that was read from a file, named by that file', async () => {
    const order: ProxyOrder = { kind: 'script', address: null, noProxy: [] };
    expect(await setProxy(desk.custodian, person(yes, null), order, words)).toBeNull();
    expect(asked).toEqual([]);
    await setProxy(desk.custodian, person(yes, Buffer.from(SCRIPT)), order, words);
    expect(asked[0]?.title).toContain('chosen.pac');
    expect((await shown()).proxy).toMatchObject({ kind: 'script', address: 'chosen.pac' });
  });

  it('has its script read from where it lies, when it has an address, without a file', async () => {
    const order: ProxyOrder = { kind: 'script', address: 'http://pac.corp.test/proxy.pac', noProxy: [] };
    await setProxy(desk.custodian, { ...person(yes), chooseFile: noDialogs.chooseFile }, order, words);
    expect(asked[0]?.title).toContain('http://pac.corp.test/proxy.pac');
  });

  it('has its password stored when somebody typed one', async () => {
    const account = { proxy: 'http://proxy.corp.test:3128', user: 'officer' };
    const typed = (password: Uint8Array | null) => ({ ...noDialogs, askCredential: async () => password });
    expect(await storeAccount(desk.custodian, typed(null), account, words)).toBe(false);
    expect((await shown()).proxy.account).toBeNull();
    expect(await storeAccount(desk.custodian, typed(Buffer.from('secret')), account, words)).toBe(true);
    expect((await shown()).proxy.account).toEqual(account);
  });
});
