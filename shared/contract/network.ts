// Authorities and proxies of a company network. Files and passwords are asked for by the main process, which also has each
// change confirmed.
import { z } from 'zod';
import { hashSchema } from '../fields.ts';
import {
  type Authority,
  type NetworkTest,
  type NetworkView,
  proxyAccountSchema,
  proxyOrderSchema,
  type ProxyView,
} from '../domain/network.ts';
import { noArgs } from './arguments.ts';
import { call, type Calls } from './call.ts';

export const networkCalls = {
  'network.show': call<NetworkView>()(noArgs),
  /** What is trusted from now on; `null` when the officer closed a dialog or said no. */
  'network.addAuthority': call<Authority[] | null>()(noArgs),
  /** Whether it is trusted no more. */
  'network.removeAuthority': call<boolean>()(z.strictObject({ sha256: hashSchema })),
  /** For a script without an address the main process asks for the file. `null` as above. */
  'network.setProxy': call<ProxyView | null>()(proxyOrderSchema),
  /** The main process asks for the password. Whether it is kept now. */
  'network.storeAccount': call<boolean>()(proxyAccountSchema),
  'network.removeAccount': call<boolean>()(noArgs),
  /** Tries the way to every tenant; nothing is sent. */
  'network.test': call<NetworkTest[]>()(noArgs),
} satisfies Calls;
