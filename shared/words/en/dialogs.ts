// The English words of what is asked beside the page: by dialogs that it can neither see nor answer, and by calls that
// tell how far they are. They are the measure for every other language.
import { waitWords } from './publishing.ts';
import { requestWords } from './approval-request.ts';
import { confirmationEn } from './confirmation.ts';
import { evidenceReport } from './evidence/report.ts';

const sentOnlyTo = (tenant: string, place: string): string => `“${tenant}”. It is sent to ${place} only.`;

export const en = {
  accept: {
    title: 'Go on with this registry?',
    differs: 'What differs',
    more: (count: number) => `and ${count} more`,
    means:
      'Somebody changed the registry outside Key Custodian, or put an older copy back. If it was not you, cancel and restore ' +
      'the data folder from a backup. What you accept is published, signed and handed out from now on; it and your reason ' +
      'stay in the audit chain.',
    yes: 'Accept and go on',
  },
  approval: {
    choose: 'The answer of the second officer',
    chooseRequest: 'The request of another officer, or the picture of it',
    ask: {
      title: 'Approve what another officer asks for?',
      look: 'Look at every word, and compare the fingerprint over a channel that cannot be forged.',
      means: 'Your answer is for exactly this, once, and stays in both audit chains.',
      yes: 'Approve…',
      no: 'Refuse…',
      reason: 'Optional; it stands in the answer and in the audit chain.',
    },
    request: requestWords,
  },
  backup: {
    ask: 'Make a backup?',
    means: 'Whoever opens it has every private key in it.',
    yes: 'Make it',
    recipient: 'Who can open the backup: an age recipient or an SSH public key',
    passphrase:
      'It opens the backup, and every private key in it. Take five random words or more, and keep them apart from the file.',
  },
  restore: {
    which: 'The backup',
    identity: 'The file with the age identity of a recipient',
    share: (number: number, needed: number | null) =>
      `Share ${number}${needed === null ? '' : ` of the ${needed} that are needed`}: type the words of the sheet in their order, or its code.`,
    madeAt: 'Backup of',
    device: 'Made by the device',
    comesIn: 'Comes in',
    stays: 'Tenants that stay as they are here',
    conflicts: 'Conflict, stays out',
    more: (count: number) => `and ${count} more`,
    ask: 'Restore this backup?',
    means:
      'Compare the fingerprint of the device with the one that you noted: a backup can be made by anybody. What is here is ' +
      'never overwritten. It is recorded in the audit chain.',
    yes: 'Restore',
  },
  certificate: { reply: 'The reply of the authority' },
  confirmation: confirmationEn,
  courier: {
    receipt: 'The receipt of the courier',
    isItTheirs: 'Is this the courier’s machine?',
    compare:
      'The receipt is signed by a device that is new here. Compare the fingerprint with what the courier’s machine showed, ' +
      'over a channel that cannot be forged. Receipts of this device are believed from now on.',
    same: 'It is the same',
  },
  credentials: {
    forget: (tenant: string) => `Remove the credentials of “${tenant}”?`,
    forgetMeans: 'Nothing can be read from or published to it until new ones are set. At the tenant they stay valid.',
    forgetThem: 'Remove them',
    clientSecret: 'Client secret',
    ofApplication: (clientId: string, tenant: string, place: string) =>
      `Of the application ${clientId} at ${sentOnlyTo(tenant, place)}`,
    token: 'Token',
    forTenant: (tenant: string, place: string) => `For ${sentOnlyTo(tenant, place)}`,
    password: 'Password',
    ofUser: (user: string, tenant: string, place: string) => `Of the user ${user} at ${sentOnlyTo(tenant, place)}`,
    letProve: 'Let this key prove the application?',
    letProveMeans: 'It signs a short-lived assertion for that place whenever a token is needed. Each use is recorded.',
    useKey: 'Use this key',
    certificate: (tenant: string) => `The client certificate for ${tenant}, in PEM with its chain`,
    keyOf: (file: string) => `The private key of ${file}, in PEM`,
  },
  evidenceReport,
  vault: { sealing: 'Sealing each key anew' },
  handOver: {
    ask: 'Hand this private key over?',
    means: (tenant: string) =>
      `Whoever opens the file can sign as “${tenant}” until every verifier rejects the key. ` +
      'The hand-over ledger keeps who got it.',
    yes: 'Hand it over',
    recipient: (to: string) =>
      `The public key of ${to}: a JWK, a set of them, a certificate, an age recipient or an SSH key`,
    passphrase: (to: string) =>
      `It will open the file for ${to}. Share it with them over a different channel than the file.`,
  },
  importMany: {
    title: 'Take these keys into custody?',
    means: 'From then on they can sign for this tenant, or verify what they signed.',
    yes: 'Import them',
  },
  compare: { choose: 'The file to compare it with' },
  network: {
    chooseAuthority: 'The certificate of the authority',
    trust: (count: number) => (count === 1 ? 'Trust this authority?' : `Trust these ${count} authorities?`),
    trustMeans:
      'Whoever holds its key can stand between this machine and every tenant. Compare the fingerprint with what your company names.',
    trustIt: 'Trust it',
    authority: 'Authority',
    fingerprint: 'SHA-256 of the certificate',
    distrust: 'Stop trusting this authority?',
    distrustMeans: 'Servers and proxies that only it vouches for can no longer be reached.',
    distrustIt: 'Remove it',
    chooseScript: 'The proxy script',
    useProxy(kind: 'system' | 'none' | 'address' | 'script', address: string) {
      switch (kind) {
        case 'system':
          return 'Use the proxy of environment and system?';
        case 'none':
          return 'Use no proxy?';
        case 'address':
          return `Use the proxy ${address}?`;
        case 'script':
          return `Let the proxy script ${address} say which proxy is used?`;
      }
    },
    straight: 'Without proxy',
    thisMachine: 'this machine',
    useProxyMeans: 'A proxy sees which hosts are reached, not what is said.',
    noProxyMeans: 'Every host is reached directly from this machine, whatever environment and system say.',
    useIt: 'Use it',
    password: 'Password',
    ofUser: (user: string, proxy: string) => `Of the user ${user}. It is sent to the proxy ${proxy} only.`,
  },
  progress: {
    reading: 'reading',
    sending: 'sending',
    'reading back': 'reading back',
    'not visible yet': 'accepted, not visible yet; checking again',
    'looking from outside': 'checking from outside',
    writing: 'writing',
  },
  updates: {
    choose: 'The package, beside its release document',
    ask: (host: string) => `Ask ${host} whether there is a newer version?`,
    allow: (host: string) => `Ask ${host} once a day whether there is a newer version?`,
    address: 'Address',
    means:
      'One request for a small signed document, by the network that is set here. Nothing about this machine, its tenants or its keys is sent. Nothing is downloaded or installed by it.',
    yes: 'Ask',
  },
  publicWait: waitWords,
};
