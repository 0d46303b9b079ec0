// What may be named as an authority, and which authorities are found on a machine.
import { mkdirSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { authoritiesIn } from '../../../main/network/authority-file.ts';
import { findAuthorities } from '../../../main/network/found-authorities.ts';
import { folderForAll } from '../../support/folder.ts';
import { type MadeAuthority, makeAuthority } from '../../support/tls-world.ts';

const now = new Date();
const judge = (file: string | Uint8Array): unknown => {
  try {
    return authoritiesIn(Buffer.from(file), now).map(({ subject }) => subject);
  } catch (error) {
    return (error as { facts: { problem: unknown } }).facts.problem;
  }
};

let company: MadeAuthority;
beforeAll(async () => {
  company = await makeAuthority();
});

const derOf = (pem: string): Buffer => Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64');

describe('a file with authorities', () => {
  it('may hold one or several, in PEM with words around them, or one in DER', async () => {
    const other = await makeAuthority('Other');
    expect(judge(company.cert)).toEqual(['CN=Company authority']);
    expect(judge(`# of the company\r\n${company.cert}\nsubject=x\n${other.cert}`)).toHaveLength(2);
    expect(judge(derOf(company.cert))).toEqual(['CN=Company authority']);
    expect(authoritiesIn(Buffer.from(company.cert), now)[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('may hold nothing else', async () => {
    const leaf = await company.issue(['idp.corp.test']);
    const lower = await company.below('Lower');
    const [over, early] = [
      await makeAuthority('Over', { from: -9, to: -1 }),
      await makeAuthority('Early', { from: 1 }),
    ];
    const no = await makeAuthority('No authority', { ca: false });
    const short = await makeAuthority('Short', { rsaBits: 1024 });
    expect(judge(leaf.cert)).toEqual({ code: 'no-authority', subject: 'CN=idp.corp.test' });
    expect(judge(no.cert)).toEqual({ code: 'no-authority', subject: 'CN=No authority' });
    expect(judge(lower.cert)).toEqual({ code: 'authority-below', subject: 'CN=Lower' });
    expect(judge(over.cert)).toMatchObject({ code: 'authority-ended', subject: 'CN=Over' });
    expect(judge(early.cert)).toMatchObject({ code: 'authority-begins', subject: 'CN=Early' });
    expect(judge(short.cert)).toEqual({ code: 'authority-weak', subject: 'CN=Short' });
    expect(judge(company.cert + company.key)).toEqual({ code: 'private-key-too' });
    expect(judge(company.key)).toEqual({ code: 'private-key-too' });
    // One bad among good ones spoils the file: nothing of it is trusted.
    expect(judge(company.cert + leaf.cert)).toEqual({ code: 'no-authority', subject: 'CN=idp.corp.test' });
  });

  it.each([
    '',
    'nothing',
    '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----',
    '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----',
  ])('%j holds none', (file) =>
    expect(judge(file)).toMatchObject({
      code: expect.stringMatching(/^(no-certificate|certificate-damaged)$/) as string,
    }),
  );

  it('has an end', () => {
    expect(judge(company.cert.repeat(51))).toEqual({ code: 'too-many-certificates', most: 50 });
  });

  it('must be signed by the key that it holds', async () => {
    const forged = derOf(company.cert);
    const place = forged.length - 3;
    forged.writeUInt8(forged.readUInt8(place) ^ 1, place);
    expect(judge(forged)).toMatchObject({
      code: expect.stringMatching(/^(certificate-damaged|authority-below)$/) as string,
    });
  });
});

describe('on a machine', () => {
  const at = folderForAll();
  const found = (env: Record<string, string>, bundles: string[] = []) => {
    const { system, environment, certificates } = findAuthorities({ env, platform: 'linux', bundles });
    return { system, environment, count: certificates.length };
  };
  beforeAll(async () => {
    const other = await makeAuthority('Other');
    writeFileSync(at('one.pem'), company.cert);
    writeFileSync(at('two.pem'), `${company.cert}# words\n${other.cert}`);
    mkdirSync(at('dir'));
    writeFileSync(at('dir/a.0'), other.cert);
    writeFileSync(at('dir/README'), 'nothing');
  });

  it('the first bundle that is there counts', () => {
    expect(found({}, [at('none'), at('dir'), at('two.pem'), at('one.pem')])).toEqual({
      system: { from: at('two.pem'), count: 2 },
      environment: [],
      count: 2,
    });
  });

  it('the environment adds, and the same one is counted once', () => {
    const env = {
      NODE_EXTRA_CA_CERTS: at('one.pem'),
      SSL_CERT_FILE: at('two.pem'),
      SSL_CERT_DIR: `${at('dir')}:${at('none')}`,
    };
    expect(found(env, [at('one.pem')])).toEqual({
      system: { from: at('one.pem'), count: 1 },
      environment: [
        { variable: 'NODE_EXTRA_CA_CERTS', count: 1 },
        { variable: 'SSL_CERT_FILE', count: 2 },
        { variable: 'SSL_CERT_DIR', count: 1 },
      ],
      count: 2,
    });
  });

  it('what is not there, is a folder or a device adds nothing', () => {
    const env = { NODE_EXTRA_CA_CERTS: at('none'), SSL_CERT_FILE: '/dev/zero', SSL_CERT_DIR: at('one.pem') };
    expect(found(env)).toMatchObject({ system: null, count: 0 });
  });
});
