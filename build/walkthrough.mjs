// The main job in the real app on a private screen and keyring, step by step, each with what it proved. Leaves what an
// officer would have at the end (files and pictures) in walkthrough/. Ends with 0 only if every proof held.
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ordinaryUser, startDesktopSession } from './linux-session/desktop-session.mjs';
import { describeRuntime } from './electron-runtime.mjs';
import { launchApp } from './launch-app.mjs';
import { Officer } from './officer.mjs';
import { root } from './paths.mjs';
import { packageOf, proofs } from './proofs.mjs';
import { say, sentenceOf } from './run.mjs';
import { hasCommand } from './system-packages.mjs';

const out = join(root, 'walkthrough');
const tenant = 'Acme';
const kid = 'device-fleet-2024';
const formats = ['cer', 'pem', 'raw-pem', 'p7b', 'pb7', 'fingerprint', 'jwk', 'jwks'];

/**
 * @param {{ runtime: import('./electron-runtime.mjs').Runtime }} options
 * @returns {Promise<number>} exit code
 */
export async function runWalkthrough({ runtime }) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(join(out, 'exports'), { recursive: true });
  const session = await startDesktopSession({ display: true, keyring: 'unlocked', user: await ordinaryUser() });
  try {
    const app = await launchApp({ session, dataDir: session.folder('data') });
    try {
      const officer = await Officer.at(app);
      await officer.page.setViewportSize({ width: 1280, height: 800 });
      const walk = new Walk(officer, session.folder('files'));
      walk.proved('window', `${describeRuntime(runtime)}, sandboxed, on a private screen`);
      await walk.mainJob();
      say(`\n${walk.summary()} Files and pictures are in ${basename(out)}/.`);
      return 0;
    } finally {
      await app.close();
    }
  } catch (error) {
    say(`\n✘ The walk-through stopped: ${sentenceOf(error)}`);
    return 1;
  } finally {
    await session.stop();
  }
}

class Walk {
  #step = 0;
  #partly = false;

  /**
   * @param {Officer} officer
   * @param {string} folder where the app may write
   */
  constructor(officer, folder) {
    this.officer = officer;
    this.folder = folder;
  }

  async mainJob() {
    const keyFile = this.#makeKey();
    await this.#takeIntoCustody(keyFile);
    const fingerprint = await this.#export();
    this.#readElsewhere(fingerprint);
    await this.#publishAndProve();
    await this.#verifyElsewhere(keyFile);
    await this.#rotateAndRevoke();
    await this.#auditChain();
  }

  /** @param {keyof typeof proofs} name @param {string} proof */
  proved(name, proof) {
    this.#step += 1;
    const without = this.#lacking(name).map(
      (tool) => `\n     without ${tool}, which is not here (package ${packageOf(tool)})`,
    );
    this.#partly ||= without.length > 0;
    say(`✔ ${this.#step}. ${proofs[name].what}\n     ${proof}${without.join('')}`);
  }

  /** A proof that nobody here can give. @param {keyof typeof proofs} name */
  #notShown(name) {
    this.#step += 1;
    this.#partly = true;
    const wanted = this.#lacking(name).map((tool) => `${tool} (package ${packageOf(tool)})`);
    say(`– ${this.#step}. ${proofs[name].what}\n     not shown here: it takes ${wanted.join(' or ')}`);
  }

  summary() {
    return this.#partly ? 'Every proof held, as far as the programs of this machine go.' : 'Every proof held.';
  }

  /** @param {keyof typeof proofs} name @returns {readonly import('./proofs.mjs').Tool[]} */
  #lacking(name) {
    return proofs[name].tools.filter((tool) => !hasCommand(tool));
  }

  /** @param {unknown} holds @param {string} otherwise */
  #expect(holds, otherwise) {
    // oxlint-disable-next-line typescript/strict-boolean-expressions -- whatever a proof found
    if (!holds) throw new Error(otherwise);
  }

  /** @param {string} name */
  async #photograph(name) {
    await this.officer.photograph(join(out, `${name}.png`));
  }

  #makeKey() {
    const file = join(this.folder, 'own-key.pem');
    const args = ['genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'];
    const openssl = hasCommand('openssl');
    writeFileSync(
      file,
      openssl ? execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'ignore'] }) : nodesOwnKey(),
    );
    chmodSync(file, 0o644);
    this.proved(
      'ownKey',
      `PKCS#8 PEM, 2048 bits, by ${openssl ? 'openssl' : 'Node'}: the key that an organisation already has`,
    );
    return file;
  }

  /** @param {string} keyFile */
  async #takeIntoCustody(keyFile) {
    const { officer } = this;
    await officer.addTenant({ name: tenant, domain: 'acme.eu.auth0.com', customDomain: 'id.acme.example' });
    await this.#photograph('1-tenant');
    this.proved('tenant', `${tenant}, with a ring RS256 of 2048 bits: one current and one next key`);
    await officer.importKey({ tenant, file: keyFile, as: 'Current', kid });
    await officer.ring('default').getByText('Imported (PKCS#8 PEM)').waitFor();
    await this.#photograph('2-imported');
    const { vault } = await this.#status();
    this.#expect(vault.condition === 'available', `the keychain is ${vault.condition}`);
    this.proved('imported', 'its private key is in the OS keychain and was read back equal');
  }

  async #export() {
    for (const format of formats) {
      const { file } = await this.officer.saveFormat({ tenant, kid, format, into: this.folder });
      copyFileSync(file, join(out, 'exports', basename(file)));
    }
    await this.#photograph('3-export');
    await this.officer.goTo(`#/tenant/${tenant}/key/${kid}`);
    const shown = await this.officer.page
      .getByText(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)
      .first()
      .innerText();
    await this.#photograph('4-key');
    this.proved('exported', formats.join(', '));
    return shown;
  }

  /** @param {string} fingerprint */
  #readElsewhere(fingerprint) {
    const x509 = ['x509', '-noout', '-fingerprint', '-sha256'];
    const pkcs7 = (/** @type {string} */ format, /** @type {string} */ form) =>
      run('openssl', x509, run('openssl', ['pkcs7', '-print_certs', '-inform', form, '-in', exported(format)]));
    /** @type {Record<string, () => string>} */
    const byOpenssl = {
      'openssl x509 (cer)': () => run('openssl', [...x509, '-inform', 'DER', '-in', exported('cer')]),
      'openssl x509 (pem)': () => run('openssl', [...x509, '-in', exported('pem')]),
      'openssl pkcs7 (p7b)': () => pkcs7('p7b', 'DER'),
      'openssl pkcs7 (pb7)': () => pkcs7('pb7', 'PEM'),
    };
    const readers = {
      ...(hasCommand('openssl') ? byOpenssl : {}),
      ...(hasCommand('keytool')
        ? { 'keytool -printcert': () => run('keytool', ['-printcert', '-file', exported('cer')]) }
        : {}),
    };
    for (const [reader, read] of Object.entries(readers)) {
      this.#expect(read().includes(fingerprint), `${reader} reads another fingerprint`);
    }
    const all = Object.keys(readers);
    if (all.length === 0) return this.#notShown('readElsewhere');
    this.proved('readElsewhere', `${all.join(', ')}\n     all say SHA-256 ${fingerprint}`);
  }

  async #publishAndProve() {
    await this.officer.goTo(`#/tenant/${tenant}/publish`);
    await this.officer.page.getByText('Added').first().waitFor();
    await this.#photograph('5-preview');
    await this.officer.push(tenant);
    this.proved('pushed', 'over HTTP to the sandbox tenant, read back and found equal');
    await this.officer.prove(tenant);
    await this.officer.page.getByText('Proven', { exact: true }).first().scrollIntoViewIfNeeded();
    await this.#photograph('6-proof');
    this.proved('probed', 'by code that knows nothing but the public JWKS address');
  }

  /** @param {string} keyFile */
  async #verifyElsewhere(keyFile) {
    const [{ default: jwt }, { JwksClient }] = await Promise.all([import('jsonwebtoken'), import('jwks-rsa')]);
    const { sandbox } = await this.#status();
    const jwksUri = `${sandbox.url}/id.acme.example/.well-known/jwks.json`;
    const token = jwt.sign({ sub: 'device-17' }, readFileSync(keyFile), { algorithm: 'RS256', keyid: kid });
    const key = await new JwksClient({ jwksUri }).getSigningKey(kid);
    const claims = jwt.verify(token, key.getPublicKey(), { algorithms: ['RS256'] });
    this.#expect(typeof claims === 'object' && claims.sub === 'device-17', 'the token was not accepted');
    this.proved('verifiedElsewhere', `jwks-rsa and jsonwebtoken, through ${jwksUri}`);
  }

  async #rotateAndRevoke() {
    const { officer } = this;
    await officer.rotate({ tenant, reason: 'walk-through' });
    await this.#photograph('7-rotated');
    this.proved('rotated', `the next key signs now, ${kid} is previous and still verifies`);
    await officer.revoke({ tenant, kid, reason: 'walk-through' });
    await officer.push(tenant);
    const { sandbox } = await this.#status();
    const answer = await fetch(`${sandbox.url}/id.acme.example/.well-known/jwks.json`);
    this.#expect(!(await answer.text()).includes(kid), `${kid} is still published`);
    await officer.goTo(`#/tenant/${tenant}`);
    await this.#photograph('8-revoked');
    this.proved('revoked', `the public JWKS lists ${kid} no more`);
  }

  async #auditChain() {
    await this.officer.goTo('#/audit');
    await this.officer.page.getByRole('button', { name: /verify/i }).click();
    /** @type {{ ok: boolean, entries: number, head: string }} */
    const verdict = await this.#call('audit.verify');
    this.#expect(verdict.ok, 'the audit chain is broken');
    await this.#photograph('9-audit');
    this.proved('audited', `${verdict.entries} entries, head ${verdict.head.slice(0, 16)}…`);
  }

  async #status() {
    /** @type {{ vault: { condition: string }, sandbox: { url: string } }} */
    const status = await this.#call('app.status');
    return status;
  }

  /**
   * @template T
   * @param {string} channel
   * @returns {Promise<T>}
   */
  async #call(channel) {
    /** @type {{ value: T }} */
    const { value } = await this.officer.page.evaluate(`window.custodian.calls['${channel}']({})
      .then((answer) => ('json' in answer ? { value: JSON.parse(answer.json) } : answer))`);
    return value;
  }
}

/** @param {string} format */
const exported = (format) => join(out, 'exports', `${tenant.toLowerCase()}.${format}`);

/** @param {string} program @param {string[]} args @param {string} [input] */
function run(program, args, input) {
  return execFileSync(program, args, { encoding: 'utf8', ...(input === undefined ? {} : { input }) });
}

function nodesOwnKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return privateKey.export({ type: 'pkcs8', format: 'pem' });
}
