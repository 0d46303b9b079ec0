// Which key of a file is converted, what the file is called, and what is said of what stays behind.
import { createHash, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { conversion, type ConvertArgs } from '../../../../main/acts/exports/convert.ts';
import { createFormats } from '../../../../main/formats/formats.ts';
import type { PublicKeyIn } from '../../../../main/ports/reading.ts';
import { createReading } from '../../../../main/reading/reading.ts';
import { CustodianError } from '../../../../shared/errors.ts';
import { jwkThumbprint } from '../../../../shared/encoding/thumbprint.ts';
import { failureOf } from '../../../support/outcome.ts';

const formats = createFormats();
const publicKeys = Array.from({ length: 3 }, () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey);
const fingerprintOf = ({ spki }: Pick<PublicKeyIn, 'spki'>): string => createHash('sha256').update(spki).digest('hex');

function keyAt(place: number, part: Partial<PublicKeyIn> = {}): PublicKeyIn {
  const key = publicKeys[place] ?? expect.fail('no such key');
  return {
    spki: key.export({ type: 'spki', format: 'der' }),
    kind: { code: 'named', name: 'EC P-256' },
    thumbprint: jwkThumbprint({ ...key.export({ format: 'jwk' }) }),
    kid: `kid-${place}`,
    alg: null,
    use: null,
    isPrivate: false,
    certificates: [],
    chain: [],
    ...part,
  };
}
const [one, two, three] = [keyAt(0), keyAt(1), keyAt(2)];

/** Of a file that holds these keys. */
const convert = (
  keys: readonly PublicKeyIn[],
  args: Partial<ConvertArgs> = {},
  refusal: CustodianError | null = null,
) => {
  const reading = {
    ...createReading(),
    publicContent: async () => ({ keys: [...keys], refusal, format: 'pem' }) as never,
  };
  return conversion({ reading, formats }, { format: 'spki', name: 'their key.pem', ...args }, Buffer.from('file'), {
    passphrase: null,
  });
};
const kidsOf = async (keys: readonly PublicKeyIn[], args: Partial<ConvertArgs> = {}) =>
  (await convert(keys, args)).kids;

describe('the key that is meant', () => {
  it.each<[string, PublicKeyIn[], string | undefined, string]>([
    ['the only one', [one], undefined, 'kid-0'],
    ['by its number', [one, two], '2', 'kid-1'],
    ['by its kid', [one, two], 'kid-1', 'kid-1'],
    ['by its whole fingerprint', [one, two], fingerprintOf(two), 'kid-1'],
    ['by the beginning of it', [one, two], fingerprintOf(two).slice(0, 8), 'kid-1'],
  ])('is %s', async (_, keys, entry, kid) => {
    expect(await kidsOf(keys, { ...(entry !== undefined && { entry }) })).toEqual([kid]);
  });

  it('is the one that is no authority’s for another, where nobody says', async () => {
    const [root, below] = [Buffer.from('root'), Buffer.from('below')];
    const chain = [
      keyAt(0, { certificates: [root] }),
      keyAt(1, { certificates: [below], chain: [root] }),
      keyAt(2, { certificates: [Buffer.from('own')], chain: [below, root] }),
    ];
    expect(await kidsOf(chain)).toEqual(['kid-2']);
  });

  it('is the only one, whoever signed it', async () => {
    const own = Buffer.from('own');
    expect(await kidsOf([keyAt(0, { certificates: [own], chain: [own] })])).toEqual(['kid-0']);
  });

  const entries = [one, two].map((key, index) => ({
    number: index + 1,
    name: key.kid,
    kind: { code: 'named', name: 'EC P-256' },
    fingerprint: fingerprintOf(key).slice(0, 8),
  }));

  it('is asked for where there are several', async () => {
    expect(await failureOf(convert([one, two]))).toMatchObject({ code: 'KEY_CHOICE_NEEDED', facts: { entries } });
    const same = [one, keyAt(1, { kid: 'kid-0' })];
    expect(await failureOf(convert(same, { entry: 'kid-0' }))).toMatchObject({ code: 'KEY_CHOICE_NEEDED' });
  });

  it.each(['3', '0', '', 'kid', fingerprintOf(two).slice(0, 7), fingerprintOf(two).slice(1, 20)])(
    'is none of another name: %j',
    async (entry) => {
      expect(await failureOf(convert([one, two], { entry }))).toMatchObject({
        code: 'INPUT_INVALID',
        facts: { field: 'entry', problem: { code: 'no-such-key', entries } },
      });
    },
  );

  it('are all of them in a set, unless one is named', async () => {
    expect(await kidsOf([one, two], { format: 'jwks' })).toEqual(['kid-0', 'kid-1']);
    expect(await kidsOf([one, two], { format: 'jwks', entry: '2' })).toEqual(['kid-1']);
  });
});

it.each<[Partial<PublicKeyIn>, string]>([
  [{}, 'kid-0'],
  [{ kid: null }, one.thumbprint ?? ''],
  [{ kid: null, thumbprint: null }, fingerprintOf(one)],
])('a key is called by its kid, its thumbprint or its fingerprint: %j', async (part, name) => {
  expect(await kidsOf([keyAt(0, part)])).toEqual([name]);
});

it.each([
  ['their key.pem', 'their-key'],
  ['archive.tar.gz', 'archive-tar'],
  ['.pem', 'key'],
  ['(*)', 'key'],
])('of %s the file is called %s', async (name, base) => {
  const { fileName } = await convert([one], { name });
  expect(fileName.split('.')[0]).toBe(base);
});

it('a file is told with its hash, its format and what it was', async () => {
  const made = await convert([one], { format: 'jwk' });
  expect(made).toMatchObject({
    from: 'pem',
    format: 'jwk',
    sha256: createHash('sha256').update(made.bytes).digest('hex'),
  });
});

describe('what is said of what stays behind', () => {
  const certificate = Buffer.from('certificate');
  const folder = path.resolve(import.meta.dirname, '../../../fixtures/found-certificates');
  const { raw, publicKey } = new X509Certificate(readFileSync(path.join(folder, 'reply-sha1.reply')));
  const real = keyAt(0, { certificates: [raw], spki: publicKey.export({ type: 'spki', format: 'der' }) });
  const certified = keyAt(0, { certificates: [certificate] });
  it.each<[string, readonly PublicKeyIn[], Partial<ConvertArgs>, string[]]>([
    ['nothing', [one], {}, []],
    ['a private key', [keyAt(0, { isPrivate: true })], {}, ['private-left-behind']],
    ['a private key beside others', [one, keyAt(1, { isPrivate: true })], { format: 'jwks' }, ['private-left-behind']],
    ['that nobody named it', [keyAt(0, { kid: null })], { format: 'jwk' }, ['kid-is-thumbprint']],
    ['that nobody named one of them', [one, keyAt(1, { kid: null })], { format: 'jwks' }, ['kid-is-thumbprint']],
    ['that nobody named it, in a line of SSH', [keyAt(0, { kid: null })], { format: 'ssh' }, ['kid-is-thumbprint']],
    ['nothing of a name where a format has none', [keyAt(0, { kid: null })], { format: 'spki' }, []],
    ['certificates', [certified], { format: 'spki' }, ['certificates-left-out']],
    ['nothing of certificates in a JWK, which holds them', [certified], { format: 'jwk' }, []],
    ['nothing of them in a set', [certified], { format: 'jwks' }, []],
    ['nothing of them where a certificate is all that goes out', [real], { format: 'cer' }, []],
    ['others', [one, two, three], { entry: '1' }, ['others-left-out']],
  ])('is %s', async (_, keys, args, notes) => {
    expect((await convert(keys, args)).notes).toEqual(notes);
  });
});

it('what holds no key says why, and one that holds some is taken for those', async () => {
  const refusal = new CustodianError('KEY_ENCRYPTED', {} as never);
  expect(await failureOf(convert([], {}, refusal))).toBe(refusal);
  expect((await convert([one], {}, refusal)).kids).toEqual(['kid-0']);
  expect(await failureOf(convert([]))).toMatchObject({ code: 'KEY_CHOICE_NEEDED', facts: { entries: [] } });
});

it('the file and what opens it are overwritten, whatever comes of it', async () => {
  const [file, passphrase] = [Buffer.from('no key'), Buffer.from('secret')];
  const args = { format: 'spki', name: 'x' } as const;
  await failureOf(conversion({ reading: createReading(), formats }, args, file, { passphrase }));
  expect([...file, ...passphrase].every((octet) => octet === 0)).toBe(true);
});
