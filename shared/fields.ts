// The smallest pieces of every border's schemas: how a name, a domain, an address, a kid, an instant must look. The
// window, the command line and files share them.
import { z } from 'zod';
import { visible } from './encoding/printable.ts';
import { because, type InputProblem } from './problems/input.ts';

/** A name that a person gives: 1 to 64 printable characters, no control characters, no blank ends. */
export const nameSchema = z
  .string()
  .trim()
  .min(1, because('empty'))
  .max(64)
  .regex(/^[^\p{C}]+$/u, because('control-characters'));

/**
 * A name that a tenant is given. The audit chain names a ring as `TENANT/RING`, so that what was done to a tenant “A/B” would be
 * told of “A” too; a tenant that was named so before keeps its name.
 */
export const newTenantName = nameSchema.refine((name) => !name.includes('/'), because('slash'));

/** A DNS host name in lower case, optionally with a port (loopback tenants). */
export const domainSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(
    /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+(?::\d{1,5})?$/,
    because('domain'),
  );

/** https, or plain http to this machine only; never with a user name or password in it. */
export const urlSchema = z
  .union(
    [z.url({ protocol: /^https$/ }), z.url({ protocol: /^http$/, hostname: /^(127\.0\.0\.1|localhost|\[::1\])$/ })],
    { error: because('https-url') },
  )
  .refine((value) => value.length <= 2048, {
    params: { problem: { code: 'too-long', most: 2048 } satisfies InputProblem },
  })
  .refine((value) => /^https?:\/\/[^/@?#]+(?:[/?#]|$)/.test(value), because('login-inside'));

/**
 * RFC 7515 leaves `kid` free, and tokens that were signed elsewhere carry whatever was chosen there. Taken is what can be
 * seen; whoever puts a kid into a path, an address or a file escapes it there.
 */
export const kidSchema = z
  .string()
  .min(1, because('empty'))
  .max(200)
  .refine((kid) => visible(kid) === kid, because('unprintable'))
  .refine((kid) => kid.trim() === kid, because('blank-ends'));

/** ISO 8601 with a time zone; kept in UTC. */
export const instantSchema = z.iso
  .datetime({ offset: true, error: because('instant') })
  .transform((text) => new Date(text).toISOString());

/** A day stands for its beginning in UTC. */
export const dayOrInstant = z.union([z.iso.date().transform((day) => `${day}T00:00:00.000Z`), instantSchema], {
  error: because('instant'),
});

export const reasonSchema = z.string().trim().min(3, because('reason')).max(500);

export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/, because('sha-256'));

/** By what a page calls one call of its own, to stop it and to know what is told about it. */
export const callNameSchema = z.string().regex(/^[a-z0-9-]{1,64}$/, because('call-name'));

/** The typed reason for going ahead before the clock allows it. It is recorded. */
export const overrideSchema = reasonSchema.optional();
