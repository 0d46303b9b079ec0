// Authorities and proxies of a company network. Files and passwords are asked for by the main process, which also has each
// change confirmed.
import { z } from 'zod';
import {
  type Authority,
  type NetworkTest,
  type NetworkView,
  proxyAccountSchema,
  proxyOrderSchema,
  type ProxyView,
} from '../domain/network.ts';
import { hashSchema, nameSchema } from '../fields.ts';
import { act, dialog, read } from './act.ts';
import { noArgs } from './arguments.ts';

export const networkActs = {
  'network.show': read<NetworkView>()(noArgs),
  /** What is trusted from now on; `null` when the officer closed a dialog or said no. */
  'network.addAuthority': dialog<Authority[] | null>()(noArgs),
  /** Whether it is trusted no more. */
  'network.removeAuthority': dialog<boolean>()(z.strictObject({ sha256: hashSchema })),
  /** For a script without an address the main process asks for the file. `null` as above. */
  'network.setProxy': dialog<ProxyView | null>()(proxyOrderSchema),
  /** The main process asks for the password. Whether it is kept now. */
  'network.storeAccount': dialog<boolean>()(proxyAccountSchema),
  'network.removeAccount': act<boolean>()(noArgs),
  /** Tries the way to one tenant, or to all; nothing is sent. */
  'network.test': read<NetworkTest[]>()(z.strictObject({ tenant: nameSchema.optional() }), { stops: true }),
};
