// The kinds of key store that there are: a folder each, and a row here.
import { openKeychain } from './keychain/kind.ts';
import type { OpenedStores, Place } from './opened.ts';

export const KEY_STORES = { keychain: openKeychain } as const satisfies Record<string, (place: Place) => OpenedStores>;
