// How a command was called wrongly.
import { type CodedWords, told } from '../../../problems/coded.ts';
import type { UsageProblems } from '../../../problems/usage.ts';

const words: CodedWords<UsageProblems> = {
  parser: ({ text }) => text,
  'standard-input-twice': 'Standard input cannot be both the file and its passphrase.',
  'reasons-uneven': ({ keep, reasons }) => `Say why each key is kept: ${keep} --keep-foreign, ${reasons} --reason.`,
  'credentials-of-courier':
    'Give one of: --token-stdin, --client-id with --secret-stdin, --basic with --secret-stdin, --client-certificate with --key-file.',
  credentials:
    'Give one of: --client-id with --secret-stdin or --private-key-jwt, --token-stdin, --basic with --secret-stdin, --client-certificate with --key-file, --show, --remove.',
  'bundle-target': 'Say where the bundle goes: --out or --qr.',
  device: '--device must be the 64 hex digits of a device fingerprint.',
  'to-whom': 'Say --to whom the private key goes: it is kept in the hand-over ledger.',
  protection: 'Protect the file with --passphrase-stdin or for a --recipient, one of the two.',
  'backup-opener': 'Say how the backup is opened: --passphrase-stdin, --identity or --share, one of these.',
  shares: 'Shares are --holders each holder, --threshold and --sheets, the folder in which the sheets are written.',
  'step-without-command':
    'The next step of the ceremony is none that a command does. Look with “custodian ceremony show”.',
  'vault-passphrase':
    'Say where the vault passphrase is: --passphrase-file or --passphrase-stdin, one of them, or type it on a terminal.',
  'passphrases-differ': 'The two passphrases are not the same. Nothing was changed.',
  'no-holder-here':
    'No key is held between commands on this machine. Name the passphrase with each: --vault-passphrase-file.',
  'format-or-all': 'Say which --format, or --all.',
  'consumer-or-all': 'Say which --consumer, or --all.',
  'network-nothing': 'Say what to set: --ca, --remove-ca, --no-ca, --proxy, --pac, --no-proxy, --proxy-user.',
  'proxy-or-script': 'Give --proxy or --pac, not both.',
  'proxy-login': 'A login at a proxy is --proxy-user with --proxy-password-stdin.',
  'proxy-of-login': 'Say with --proxy-at which proxy the password is for. It is sent to no other.',
};

export const usageProblem = told(words);
