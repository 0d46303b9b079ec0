// The token bench: reading tokens, and signing them.
import { phrase } from '../../phrase.ts';

export const bench = {
  title: 'Token bench',
  lead: 'Tokens are read and signed on this machine and kept nowhere. Unsigned tokens and shared-secret algorithms are never accepted.',

  reader: {
    title: 'Read a token',
    lead: 'Paste a JWT, with or without “Bearer”.',
    token: 'Token',
    placeholder: 'eyJ…',
    read: 'Read token',
    edit: 'Edit these claims',
  },

  verdict: {
    accepted: 'It would be accepted.',
    refused: (reasons: readonly string[]) => `It would not be accepted: ${reasons.join('; ')}.`,
    stranger: 'Nobody known here signed what it says below.',
    signedBy: <Kid, State, Alg>(kid: Kid, state: State, alg: Alg) => phrase`Signed by ${kid}${state}${alg}`,
    header: 'Header',
    claims: 'Claims',
    name: 'Name',
    value: 'Value',
    none: 'none',
  },

  signer: {
    title: 'Sign a token',
    lead: 'With the current key of a ring. Every signature is counted and recorded.',
    nothing: 'Nothing can sign yet',
    nothingMeans: 'No ring of this tenant has a current key. Rotate a ring to bring its next key into use.',
    claims: 'Claims',
    claimsMeans: 'One JSON object. iat and exp are added unless they are in it.',
    signedBy: 'Signed by',
    validFor: 'Valid for',
    caution: 'A token is a credential.',
    cautionMeans: 'Until it expires, whoever has it is let in as its subject. Hand it on as you would a password.',
    foot: (ring: string, lifetime: string) => `With the current key of ring ${ring}, valid for ${lifetime}`,
    sign: 'Sign token',
    working: 'Signing',
    signed: 'Signed token',
    by: <Alg, Kid, Ends>(alg: Alg, kid: Kid, ends: Ends) => phrase`${alg} by ${kid}, ${ends}`,
    expires: <At>(at: At, relative: string) => phrase`expires ${at} (${relative})`,
    neverExpires: 'never expires',
    /** What is copied. */
    token: 'token',
  },

  notJson: (why: string) => `This is not JSON: ${why}`,
  unreadable: 'unreadable',
  notObject: 'The claims must be one JSON object, in braces.',
  tooLarge: (name: string) => `The number of “${name}” is too large to be kept exactly. Write it in quotes.`,
};
