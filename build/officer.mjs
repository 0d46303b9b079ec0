// An officer at the window: the acts of the main job, found by role and label as a person finds them. The walk-through
// and the end-to-end tests use the same hands.
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {import('@playwright/test').ElectronApplication} App */
/** @typedef {import('@playwright/test').Page} Page */

export class Officer {
  /**
   * @param {App} app
   * @param {Page} page
   */
  constructor(app, page) {
    this.app = app;
    this.page = page;
  }

  /** @param {App} app */
  static async at(app) {
    const page = await app.firstWindow();
    await page.getByRole('navigation').first().waitFor();
    return new Officer(app, page);
  }

  /** @param {string} hash the part of the address that names a screen, e.g. `#/tenant/Acme` */
  async goTo(hash) {
    await this.page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
  }

  /** @param {{ name: string, domain: string, customDomain: string, environment?: string }} tenant */
  async addTenant({ name, domain, customDomain, environment }) {
    await this.goTo('#/add');
    await this.page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
    await this.page.getByRole('textbox', { name: 'Domain', exact: true }).fill(domain);
    await this.page.getByRole('textbox', { name: 'Custom domain' }).fill(customDomain);
    if (environment !== undefined) await this.page.getByText(environment, { exact: true }).click();
    await this.page.getByRole('button', { name: 'Add tenant', exact: true }).click();
    await this.ring('default').waitFor();
  }

  /** @param {string} name */
  ring(name) {
    return this.page.getByRole('region', { name, exact: true });
  }

  /**
   * @param {{ tenant: string, file: string, as: 'Next' | 'Current' | 'Previous', kid: string }} wanted
   */
  async importKey({ tenant, file, as, kid }) {
    await this.goTo(`#/tenant/${tenant}`);
    await this.answerOpenDialog(file);
    await this.ring('default')
      .getByRole('button', { name: /^Import/ })
      .click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('radio', { name: as }).check();
    await dialog.getByRole('textbox', { name: 'Key id (kid)' }).fill(kid);
    await dialog.getByRole('button', { name: 'Choose file…' }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** @param {{ tenant: string, reason: string }} wanted */
  async rotate({ tenant, reason }) {
    await this.goTo(`#/tenant/${tenant}`);
    await this.ring('default')
      .getByRole('button', { name: /^Rotate/ })
      .click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason);
    await this.goEarlyIfAsked(reason);
    await dialog.getByRole('button', { name: /^Rotate (now|early)$/ }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** @param {{ tenant: string, kid: string, reason: string }} wanted */
  async revoke({ tenant, kid, reason }) {
    await this.goTo(`#/tenant/${tenant}`);
    await this.ring('default')
      .getByRole('button', { name: new RegExp(`^Revoke.*${kid.slice(0, 6)}`) })
      .click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason);
    await dialog.getByRole('textbox', { name: /^Type the/ }).fill(kid.slice(0, 6));
    await this.goEarlyIfAsked(reason);
    await dialog.getByRole('button', { name: /^Revoke (for good|early)$/ }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** A dialog whose clock has not come is closed; a hurried officer gives a reason. @param {string} reason */
  async goEarlyIfAsked(reason) {
    const dialog = this.page.getByRole('dialog');
    const early = dialog.getByRole('button', { name: 'Go ahead early…' });
    if (!(await early.isVisible())) return;
    await early.click();
    const why = dialog.getByRole('textbox', { name: 'Why go ahead early?' });
    // The clock may come at this very moment; then nobody asks any more.
    if (await why.isVisible()) await why.fill(reason);
  }

  /** Saves one format of a key and gives the bytes. @param {{ tenant: string, kid: string, format: string, into: string }} wanted */
  async saveFormat({ tenant, kid, format, into }) {
    const file = join(into, `${tenant.toLowerCase()}.${format}`);
    await this.answerSaveDialog(file);
    await this.goTo(`#/tenant/${tenant}/key/${kid}/${format}`);
    await this.page.getByRole('button', { name: 'Save…' }).click();
    await this.page.getByText(/^Saved /).waitFor();
    return { file, bytes: readFileSync(file) };
  }

  /** @param {string} tenant */
  async push(tenant) {
    await this.goTo(`#/tenant/${tenant}/publish`);
    await this.page.getByRole('button', { name: `Push to ${tenant}` }).click();
    await this.page.getByText(/^Published and read back/).waitFor();
  }

  /** @param {string} tenant */
  async prove(tenant) {
    await this.goTo(`#/tenant/${tenant}/publish`);
    await this.page.getByRole('button', { name: /^Prove/ }).click();
    await this.page.getByText('Proven', { exact: true }).first().waitFor();
  }

  /** The native dialogs belong to the operating system; here their answer is given for the person. @param {string} file */
  async answerOpenDialog(file) {
    await this.app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    }, file);
  }

  /** @param {string} file */
  async answerSaveDialog(file) {
    await this.app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
    }, file);
  }

  /** The window in which the main process asks; it is made with the first question. @returns {Promise<Page>} */
  async #asking() {
    return this.app.windows().find(isConfirmation) ?? this.app.waitForEvent('window', { predicate: isConfirmation });
  }

  /** The same, hidden. Where nothing was asked yet, something is, and the answer is no. */
  async confirmation() {
    if (!this.app.windows().some(isConfirmation)) {
      const tenant = `{ name: 'Nobody', domain: 'nobody.eu.auth0.com', endpoint: 'auth0', environment: 'development' }`;
      const answered = this.page.evaluate(`window.custodian.calls['tenant.add'](${tenant})`);
      await this.decline();
      await answered;
    }
    return this.#asking();
  }

  /** The question that is open there now. */
  async question() {
    const asked = await this.#asking();
    await asked.getByRole('heading', { level: 1, name: /\S/ }).waitFor();
    return asked;
  }

  /**
   * Reads the question, types what it asks for, and answers once an answer counts: with yes, or with the no that is one.
   * @param {Record<string, string>} [typed] by the labels of the fields
   * @param {'yes' | 'no'} [answer]
   */
  async confirm(typed = {}, answer = 'yes') {
    const asked = await this.question();
    // As far as there is something to be scrolled.
    await asked.evaluate(`document.querySelector('#facts').scrollTo(0, 1e6)`);
    for (const [label, text] of Object.entries(typed)) await asked.getByLabel(label, { exact: true }).fill(text);
    await asked.locator(`#${answer}[aria-disabled="false"]`).click();
    await asked.getByRole('heading', { level: 1, name: /\S/ }).waitFor({ state: 'detached' });
  }

  /** Says no to the question that is open. */
  async decline() {
    const asked = await this.question();
    await asked.locator('#cancel').click();
    await asked.getByRole('heading', { level: 1, name: /\S/ }).waitFor({ state: 'detached' });
  }

  /**
   * What the passphrase window asks for after `act`; a new passphrase is typed twice.
   * @param {() => Promise<void>} act
   * @param {string} passphrase
   */
  async typePassphrase(act, passphrase) {
    const [asked] = await Promise.all([this.secretWindow(), act()]);
    await this.typeSecret(asked, 'Passphrase', passphrase);
  }

  /** The next window that asks for a secret. @returns {Promise<Page>} */
  secretWindow() {
    return this.app.waitForEvent('window', { predicate: (page) => page.url().includes('/passphrase.html') });
  }

  /**
   * Answers the window that asks for what no page may see, and waits until it is gone.
   * @param {import('@playwright/test').Page} asked
   * @param {string} label
   * @param {string} secret
   */
  async typeSecret(asked, label, secret) {
    await asked.getByLabel(label, { exact: true }).fill(secret);
    const again = asked.getByLabel('Confirm passphrase');
    if (await again.isVisible()) await again.fill(secret);
    const closed = asked.waitForEvent('close');
    // The window may be gone before the driver has seen the key come up again.
    await asked.keyboard.press('Enter').catch(() => undefined);
    await closed;
  }

  /** @param {string} file */
  async photograph(file) {
    await this.page.evaluate('document.activeElement?.blur()');
    await this.page.screenshot({ path: file, animations: 'disabled' });
    chmodSync(file, 0o644);
  }
}

/** @param {Page} page */
const isConfirmation = (page) => page.url().includes('/confirm.html');
