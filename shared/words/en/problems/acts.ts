// What an error says of acts and keys.
import type {
  AskedActs,
  Holders,
  KeyAct,
  KeyCondition,
  MissingPart,
  OtherThanFile,
  RemoteAct,
  SignedDocument,
  StoppedActs,
} from '../../../problems/acts.ts';
import { type CodedWords, told } from '../../../problems/coded.ts';

export const keyAct: Record<KeyAct, string> = {
  signing: 'signing',
  withdrawing: 'withdrawing',
  revoking: 'revoking',
  'revoking-at-tenant': 'revoking at the tenant',
  destroying: 'destroying',
  keeping: 'keeping',
  certifying: 'a new certificate',
  'proving-client': 'proving a client',
  'confirming-received': 'confirming that a consumer has it',
  'confirming-let-go': 'confirming that a consumer has removed it',
};

export const keyCondition: Record<KeyCondition, string> = {
  next: 'next',
  current: 'current',
  previous: 'previous',
  revoked: 'revoked',
  replaced: 'replaced',
  destroyed: 'destroyed',
  'not-revoked': 'not revoked',
  'next-or-current': 'next or current',
  'previous-or-revoked': 'previous or revoked',
  'next-current-or-previous': 'next, current or previous',
  scheduled: 'scheduled for destruction',
  'not-scheduled': 'not scheduled for destruction',
};

const asked: CodedWords<AskedActs> = {
  destroying: ({ kid }) => `destroying ${kid}`,
  pushing: ({ tenant }) => `pushing to “${tenant}”`,
  'importing-many': ({ tenant }) => `importing keys into “${tenant}”`,
  'rolling-back': ({ tenant }) => `restoring an earlier set of “${tenant}”`,
  clearing: ({ tenant }) => `deleting the whole set of “${tenant}”`,
  'rotating-at-tenant': ({ tenant }) => `rotating the own keys of “${tenant}”`,
  'revoking-at-tenant': ({ tenant, kid }) => `revoking ${kid} at “${tenant}”`,
  'handing-over': ({ tenant, to }) => `handing a private key of “${tenant}” over to ${to}`,
  'removing-consumer': ({ consumer }) => `removing the consumer ${consumer}`,
  approving: 'approving what another officer asks for',
  restoring: ({ file }) => `restoring ${file}`,
  'changing-tenant': ({ tenant }) => `changing “${tenant}” with what that brings`,
};

export const askedAct = told(asked);

const stopped: CodedWords<StoppedActs> = {
  request: 'The request',
  'looking-for-drift': 'looking for drift',
  'waiting-until-public': 'waiting for the public key set',
  writing: ({ file }) => `Writing ${file}`,
};

export const stoppedAct = told(stopped);

export const remoteAct: Record<RemoteAct, string> = {
  rotation: 'the rotation',
  revocation: 'the revocation',
  publication: 'the change of the key set',
};

/** After “cannot be published yet:”. */
export const missingPart: Record<MissingPart, string> = {
  credentials: 'credentials are missing',
  'credentials-for-new-address': 'credentials for the new address are missing, which changed since they were stored',
  'custom-domain': 'a custom domain is missing',
  'write-url': 'the URL that the key set is written to is missing',
  'public-url': 'the URL where the public reads the key set is missing',
  'https-for-client-certificate': 'an https URL is missing, which a client certificate needs',
};

export const unsigned: Record<SignedDocument, string> = {
  'audit-file': 'no signed audit file',
  backup: 'no backup',
  bundle: 'no bundle',
  receipt: 'no receipt',
  'evidence-report': 'no evidence report',
  ceremony: 'no minutes of a ceremony',
  approval: 'no approval',
};

export const otherThanFile: Record<OtherThanFile, string> = {
  pipe: 'a pipe',
  socket: 'a socket',
  device: 'a device',
  'system-file': 'a file of the operating system itself',
};

const holders: CodedWords<Holders> = {
  window: ({ process }) => `the window, process ${process}`,
  'command-line': ({ process }) => `the command line, process ${process}`,
  unknown: 'unknown',
};

export const holder = told(holders);
