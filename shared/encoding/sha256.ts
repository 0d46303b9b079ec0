// SHA-256 (FIPS 180-4), the same in the window and in the main process.
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { toBase64Url, toHex } from './bytes.ts';

/** Lower-case hex, of the text's UTF-8. */
export const sha256Hex = (text: string): string => toHex(sha256(utf8ToBytes(text)));

/** base64url without padding, of the text's UTF-8. */
export const sha256Base64Url = (text: string): string => toBase64Url(sha256(utf8ToBytes(text)));
