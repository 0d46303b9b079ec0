// English for what a change of a tenant brings with it, told before it is made.
import type { TenantConsequence, TenantConsequences } from '../../domain/tenant/changes.ts';
import { type CodedWords, told } from '../../problems/coded.ts';

const list = (names: readonly string[]): string => names.join(', ');

const words: CodedWords<TenantConsequences> = {
  'compromised-behind': ({ kids }) =>
    `The compromised ${list(kids)} may still be public at the old address, which is no longer checked. Unpublish it first.`,
  'set-stays-behind': ({ kids }) =>
    `The set of ${kids.length} keys stays at the old address: nothing removes it from here. Unpublish it there first, if it should go.`,
  'seen-anew': 'Keys count as public once they are seen at every new address. Clocks start from there.',
  'credentials-anew': 'Credentials that were set for the old address are not sent to the new one. Set new ones.',
  'certificates-name': ({ domain }) => `Certificates go on naming ${domain} until they are reissued.`,
  'rings-unpublished': ({ rings }) => `The rings ${list(rings)} cannot be published there.`,
  'other-issuer': ({ from, to }) => `Verifiers that compare the issuer want ${to} in place of ${from} from now on.`,
  'production-begins': 'Acts are confirmed one by one, and plans want a rehearsal.',
  'production-ends': 'Acts are no longer confirmed one by one, and plans want no rehearsal.',
  'default-terms': ({ environment }) => `Without a policy of its own it uses the default of ${environment}.`,
  'rehearsals-end': ({ tenants }) => `${list(tenants)} can no longer rehearse here and must be given another tenant.`,
};

export const consequence: (of: TenantConsequence) => string = told(words);
