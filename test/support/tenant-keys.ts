// The keys of a tenant at a desk, and what makes them public.
import type { Custodian } from '../../main/acts/custodian.ts';
import type { ParsedArgsOf } from '../../shared/contract.ts';
import type { SigningKey } from '../../shared/domain/key-ring/key.ts';
import type { Publication } from '../../shared/domain/published-set/publication.ts';
import type { KeyState } from '../../shared/domain/limits.ts';

/** The tenant of most tests. */
const ACME = 'Acme';

interface AtDesk {
  custodian: Custodian;
}

/** Of all its rings, or of the one of that name. */
export const keysOf = ({ custodian }: AtDesk, tenant = ACME, name?: string): SigningKey[] =>
  custodian
    .showTenant({ tenant })
    .rings.filter(({ ring }) => name === undefined || ring.name === name)
    .flatMap(({ keys }) => keys);

/** The first key in this state. */
export function keyIn(desk: AtDesk, state: KeyState, tenant = ACME, ring?: string): SigningKey {
  const found = keysOf(desk, tenant, ring).find((key) => key.state === state);
  if (found === undefined) {
    throw new Error(`no key is ${state}`);
  }
  return found;
}

/** Its kid; empty when there is none. */
export const kidIn = (desk: AtDesk, tenant: string, state: KeyState): string =>
  keysOf(desk, tenant).find((key) => key.state === state)?.kid ?? '';

/** Publishes what ought to be public, as it is previewed. */
export async function push(
  { custodian }: AtDesk,
  tenant = ACME,
  wish: Omit<ParsedArgsOf<'publish.preview'>, 'tenant'> = {},
): Promise<Publication> {
  const intent = { tenant, ...wish };
  const { hash } = await custodian.previewPublication(intent);
  return (await custodian.pushPublication({ ...intent, hash })).publication;
}
