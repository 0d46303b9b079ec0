import { createHash } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { acceptReply } from '../../../main/ipc/certificate-flow.ts';
import { dialogWords } from '../../../shared/words/words.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import { handlersOver, noContext, noDialogs } from '../../support/asked-window.ts';
import { ACME } from '../../support/desk.ts';
import { deskForEach } from '../../support/desk-for-each.ts';

const tenant = 'Acme';
const desk = deskForEach();
let key: SigningKey;
beforeEach(async () => {
  const { rings } = await desk.custodian.addTenant(ACME);
  key = rings[0]?.keys.find(({ state }) => state === 'current') as SigningKey;
});

const replaced = (): number =>
  desk.custodian.listAudit({ afterSeq: 0, limit: 100 }).filter(({ action }) => action === 'key.certificate-replaced')
    .length;

it('saves a request where a person says, and names what was saved', async () => {
  let saved: Uint8Array = Buffer.alloc(0);
  const place = async (_name: string, bytes: Uint8Array) => {
    saved = Uint8Array.from(bytes);
    return 'chosen.csr';
  };
  const saveRequest = (saveAs: typeof noDialogs.saveAs) =>
    handlersOver(desk.custodian, { ...noDialogs, saveAs })['certificate.request']({ tenant, kid: key.kid }, noContext);
  const file = await saveRequest(place);
  expect(file).toEqual({ fileName: 'chosen.csr', sha256: createHash('sha256').update(saved).digest('hex') });
  expect(Buffer.from(saved).toString()).toContain('BEGIN CERTIFICATE REQUEST');
  expect(await saveRequest(async () => null)).toBeNull();
});

it('takes the reply that a person chose, and nothing when none was chosen', async () => {
  const words = dialogWords('en');
  const choosing = (bytes: Uint8Array | null) => ({
    chooseFile: async () => (bytes === null ? null : { name: 'reply.cer', bytes }),
  });
  const args = { tenant, kid: key.kid };
  expect(await acceptReply(desk.custodian, choosing(null), args, words)).toBeNull();
  expect(replaced()).toBe(0);
  const reply = Buffer.from(key.certificate, 'base64');
  expect(await acceptReply(desk.custodian, choosing(reply), args, words)).toMatchObject({ signature: 'self-signed' });
  expect(replaced()).toBe(1);
});
