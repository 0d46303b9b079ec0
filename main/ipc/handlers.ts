// Channel -> use case. Files are chosen and read on this side, so the window never holds a key or a path.
import { createHash } from 'node:crypto';
import type { AppStatus } from '../../shared/contract/app.ts';
import type { ParsedArgsOf } from '../../shared/contract.ts';
import { destroySchema } from '../../shared/contract/keys.ts';
import { revokeSchema, rotateAndRevokeSchema, withdrawSchema } from '../../shared/contract/rotation.ts';
import { ringRetireSchema } from '../../shared/contract/tenants.ts';
import type { Language } from '../../shared/language.ts';
import type { Preferences } from '../../shared/app-info.ts';
import type { Custodian } from '../acts/custodian.ts';
import { acceptRegistry } from './acceptance-conversation.ts';
import type { Agreements } from './confirmation/agreements.ts';
import { tenantFacts } from './confirmation/facts.ts';
import { plainPush } from './confirmation/publishing.ts';
import { checked } from './checked.ts';
import { importInConversation } from './import-conversation.ts';
import { inspectDropped, inspectChosen, inspectOpened, inspectPasted } from './inspect-conversation.ts';
import { acceptReply, saveRequest } from './certificate-conversation.ts';
import { saveBundle, takeReceipt } from './courier-conversation.ts';
import { addAuthority, removeAuthority, setProxy, storeAccount } from './network-conversation.ts';
import { removeInConversation, storeInConversation } from './credentials-conversation.ts';
import { handOverInConversation } from './hand-over-conversation.ts';
import type { FileDialogs } from './dialogs.ts';
import type { Handlers } from './router.ts';
import { type DialogWords, dialogWords } from './words/words.ts';

/** The window's looks, wherever the desktop keeps them. */
export interface PreferenceStore {
  read(): Preferences;
  /** The language to speak: the chosen one, or the system's. */
  language(): Language;
  /** What is left out stays as it is. */
  write(change: ParsedArgsOf<'preferences.write'>): void;
}

/** Where public text is copied to. */
export interface PublicClipboard {
  copy(text: string): Promise<void>;
}

export function createHandlers(
  custodian: Custodian,
  dialogs: FileDialogs,
  preferences: PreferenceStore,
  clipboard: PublicClipboard,
  facts: Omit<AppStatus, 'vault' | 'registry' | 'sandbox' | 'auditHead' | 'clock'>,
  agreements: Pick<Agreements, 'agree'>,
): Handlers {
  const words = (): DialogWords => dialogWords(preferences.language());
  return {
    'app.status': async () => ({ ...facts, ...(await custodian.status()) }),
    'app.openFolder': async () => {
      await dialogs.showFolder(facts.dataFolder);
      return null;
    },
    'preferences.read': () => preferences.read(),
    'preferences.write': (args) => {
      preferences.write(args);
      return null;
    },
    'tenant.list': () => custodian.listTenants(),
    'tenant.show': (args) => custodian.showTenant(args),
    'tenant.add': (args) => custodian.addTenant(args),
    'tenant.edit': (args) => custodian.editTenant(args),
    'tenant.remove': (args) => custodian.removeTenant(args),
    'ring.add': (args) => custodian.addRing(args),
    'ring.retire': (args) => custodian.retireRing(checked(ringRetireSchema, args)),
    'key.generate': (args) => custodian.generateNext(args),
    'key.import': (args) => importInConversation(custodian, dialogs, args, words()),
    'file.inspect': () => inspectChosen(custodian, dialogs),
    'file.inspectDropped': () => inspectDropped(custodian, dialogs),
    'file.inspectPasted': () => inspectPasted(custodian, dialogs),
    'file.inspectOpened': () => inspectOpened(custodian, dialogs),
    'key.rotate': (args) => custodian.rotateRing(args),
    'key.abortRotation': (args) => custodian.abortRotation(args),
    'key.revoke': ({ overriding: _wish, ...args }) => custodian.revokeKey(checked(revokeSchema, args)),
    'key.withdraw': (args) => custodian.withdrawKey(checked(withdrawSchema, args)),
    'key.rotateAndRevoke': (args) => custodian.rotateAndRevoke(checked(rotateAndRevokeSchema, args)),
    'key.destroy': (args) => custodian.destroyKey(checked(destroySchema, args)),
    'key.keep': (args) => custodian.keepKey(args),
    'key.certificate': (args) => custodian.certificateOf(args),
    'plan.show': (args) => custodian.showPlan(args),
    'plan.run': (args, { progress, signal }) => custodian.runPlan(args, progress, signal),
    'plan.confirm': (args) => custodian.confirmConsumers(args),
    'consumer.list': (args) => custodian.listConsumers(args),
    'consumer.add': (args) => custodian.addConsumer(args),
    'consumer.edit': (args) => custodian.editConsumer(args),
    'consumer.remove': (args) => custodian.removeConsumer(args),
    'consumer.confirm': (args) => custodian.confirmConsumer(args),
    'consumer.export': async (args) => {
      const { file, kids } = await custodian.exportForConsumer(args);
      const fileName = await dialogs.saveAs(file.fileName, file.bytes);
      if (fileName === null) {
        return null;
      }
      await custodian.recordConsumerExport(args, { kids, file: { ...file, fileName } });
      return { fileName, sha256: file.sha256 };
    },
    'policy.list': () => custodian.listPolicies(),
    'policy.set': (args) => custodian.setPolicy(args),
    'policy.preview': (args) => custodian.previewPolicy(args),
    'fleet.due': (args) => custodian.dueEvents(args),
    'fleet.calendar': async (args) => {
      const bytes = Buffer.from(custodian.dueCalendar(args), 'utf8');
      const fileName = await dialogs.saveAs('key-custodian.ics', bytes);
      return fileName === null ? null : { fileName, sha256: createHash('sha256').update(bytes).digest('hex') };
    },
    'fleet.rings': () => custodian.listRings(),
    'export.preview': async (args) => {
      const { format, fileName, text, base64, sha256 } = await custodian.exportFile(args);
      return { format, fileName, text, base64, sha256 };
    },
    'export.save': async (args) => {
      const file = await custodian.exportFile(args);
      const fileName = await dialogs.saveAs(file.fileName, file.bytes);
      if (fileName === null) {
        return null;
      }
      await custodian.recordExport(args.tenant, args.kid ?? null, { ...file, fileName });
      return { fileName, sha256: file.sha256 };
    },
    'export.all': ({ tenant, as }, { signal, progress }) =>
      custodian.exportAll(tenant, (folder) => {
        const written = (count: number): void => progress(count, folder.count, words().progress.writing);
        return dialogs.saveAllAs(as, folder, { signal, written });
      }),
    'export.private': (args) => handOverInConversation(custodian, dialogs, args, words()),
    'handover.list': (args) => custodian.listHandOvers(args),
    'certificate.reissue': (args) => custodian.reissueCertificate(args),
    'certificate.request': (args) => saveRequest(custodian, dialogs, args),
    'certificate.accept': (args) => acceptReply(custodian, dialogs, args, words()),
    'credentials.show': ({ tenant }) => custodian.credentials.show(tenant),
    'credentials.store': (args) => storeInConversation(custodian, dialogs, args, words()),
    'credentials.remove': ({ tenant }) => removeInConversation(custodian, dialogs, tenant, words()),
    'publish.preview': (args, { signal }) => custodian.previewPublication(args, signal),
    'publish.push': (args, { progress, ...stop }) =>
      custodian.pushPublication(args, (step, of, label) => progress(step, of, spoken(words().progress, label)), stop),
    'publish.agree': ({ pushes }) => {
      agreements.agree(pushes.map((one) => ({ args: plainPush(one), tenant: tenantFacts(custodian, one.tenant) })));
      return null;
    },
    'publish.verify': (args, { progress, signal }) =>
      custodian.provePublication(args, (wait) => progress(wait.passed, wait.limit, words().publicWait(wait)), signal),
    'publish.drift': (args, { signal }) => custodian.lookForDrift(args, signal),
    'fleet.drift': (args, { progress, signal }) => custodian.lookOverFleet(args, progress, signal),
    'evidence.list': (args) => custodian.listEvidence(args),
    'evidence.save': async (args) => {
      const { fileName: suggested, bytes, sha256 } = await custodian.evidenceFile(args);
      const fileName = await dialogs.saveAs(suggested, bytes);
      return fileName === null ? null : { fileName, sha256 };
    },
    'outbox.list': () => custodian.listOutbox(),
    'outbox.add': (args, { signal }) => custodian.queuePublication(args, undefined, signal),
    'outbox.drop': (args) => custodian.dropFromOutbox(args),
    'bundle.preview': (args) => custodian.previewBundle(args),
    'bundle.save': (args) => saveBundle(custodian, dialogs, args),
    'receipt.accept': (args) => takeReceipt(custodian, dialogs, args, words()),
    'publish.history': (args) =>
      custodian.publicationHistory(args).map(({ sent, replaced: _replaced, tenantId: _tenantId, ...past }) => {
        return { ...past, canComeBack: sent !== null };
      }),
    'remote.keys': (args, { signal }) => custodian.listOwnKeys(args, signal),
    'remote.rotate': (args, stop) => custodian.rotateOwnKeys(args, stop),
    'remote.revoke': (args, stop) => custodian.revokeOwnKey(args, stop),
    'remote.export': async (args, { signal }) => {
      const file = await custodian.exportOwnKeys(args, signal);
      const fileName = await dialogs.saveAs(file.fileName, file.bytes);
      if (fileName === null) {
        return null;
      }
      await custodian.recordOwnExport(args.tenant, { ...file, fileName });
      return { fileName, sha256: file.sha256 };
    },
    'token.read': (args) => custodian.readToken(args),
    'token.sign': (args) => custodian.signToken(args),
    'network.show': () => custodian.network.show(),
    'network.addAuthority': () => addAuthority(custodian, dialogs, words()),
    'network.removeAuthority': ({ sha256 }) => removeAuthority(custodian, dialogs, sha256, words()),
    'network.setProxy': (args) => setProxy(custodian, dialogs, args, words()),
    'network.storeAccount': (args) => storeAccount(custodian, dialogs, args, words()),
    'network.removeAccount': () => custodian.network.removeAccount(),
    'network.test': (_args, { signal }) => custodian.network.test(null, signal),
    'sandbox.start': () => custodian.startSandbox(),
    'sandbox.trouble': () => custodian.sandboxTrouble(),
    'sandbox.rehearse': (args) => custodian.rehearseTrouble(args),
    'audit.list': (args) => custodian.listAudit(args),
    'audit.verify': () => custodian.verifyAudit(),
    'audit.accept': () => acceptRegistry(custodian, dialogs, words()),
    'clipboard.copy': async ({ text }) => {
      await clipboard.copy(text);
      return null;
    },
    'work.cancel': ({ call }, { cancel }) => {
      cancel(call);
      return null;
    },
  };
}

/** The steps that core tells by name, in the language of the window. */
const spoken = (words: Readonly<Record<string, string>>, label: string): string => words[label] ?? label;
