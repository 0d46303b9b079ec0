// The smallest pieces of every border's schemas: how a name, a domain, an address, a kid, an instant must look. The
// window, the command line and files share them.
import { z } from 'zod';
import { visible } from './encoding/printable.ts';

/** A name that a person gives: 1 to 64 printable characters, no control characters, no blank ends. */
export const nameSchema = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(64, 'must be at most 64 characters')
  .regex(/^[^\p{C}]+$/u, 'must not hold control characters');

/** A DNS host name in lower case, optionally with a port (loopback tenants). */
export const domainSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(253, 'must be at most 253 characters')
  .regex(
    /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+(?::\d{1,5})?$/,
    'must be a domain such as acme.eu.auth0.com, without https:// and without a path',
  );

/** https, or plain http to this machine only; never with a user name or password in it. */
export const urlSchema = z
  .union(
    [z.url({ protocol: /^https$/ }), z.url({ protocol: /^http$/, hostname: /^(127\.0\.0\.1|localhost|\[::1\])$/ })],
    { error: 'must be an https URL such as https://acme.eu.auth0.com/api/v2 (plain http only to this machine)' },
  )
  .refine((value) => value.length <= 2048, 'must be at most 2048 characters')
  .refine((value) => /^https?:\/\/[^/@?#]+(?:[/?#]|$)/.test(value), 'must not hold a user name or password');

/**
 * RFC 7515 leaves `kid` free, and tokens that were signed elsewhere carry whatever was chosen there. Taken is what can be
 * seen; whoever puts a kid into a path, an address or a file escapes it there.
 */
export const kidSchema = z
  .string()
  .min(1, 'must not be empty')
  .max(200, 'must be at most 200 characters')
  .refine((kid) => visible(kid) === kid, 'must hold printable characters only')
  .refine((kid) => kid.trim() === kid, 'must not begin or end with a blank');

/** ISO 8601 with a time zone; kept in UTC. */
export const instantSchema = z.iso
  .datetime({ offset: true, error: 'must be a date and time such as 2026-11-22T08:00:00Z' })
  .transform((text) => new Date(text).toISOString());

export const reasonSchema = z.string().trim().min(3, 'must say why, in at least 3 characters').max(500);

export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in lower-case hex');

/** By what a page calls one call of its own, to stop it and to know what is told about it. */
export const callNameSchema = z.string().regex(/^[a-z0-9-]{1,64}$/, 'must be the name of a call');

/** The typed reason for going ahead before the clock allows it. It is recorded. */
export const overrideSchema = reasonSchema.optional();
