// What is read out of a value, and what counts as having heard it.
import { describe, expect, it } from 'vitest';
import { inGroups, isReadBack, readOut } from '../../../../shared/domain/ceremony/read-back.ts';

const HEX = '5fd453c6fb13171230f66b2d976b5e67b93b200697daa3e70c86e297de2fdbb0';
const KID = 'LpYWJvRdfWsmtc1_mKxULqkEzg4Ag7I6-KRvG8WXNlE';

it('is its end, in groups that a voice can carry', () => {
  expect(inGroups(readOut(HEX))).toBe('0c86 e297 de2f dbb0');
  expect(inGroups(readOut(KID))).toBe('Ag7I 6-KR vG8W XNlE');
  expect(inGroups('')).toBe('');
});

describe('read back', () => {
  it.each([
    [HEX, '0c86e297de2fdbb0'],
    [HEX, ' 0C86 E297:DE2F DBB0 '],
    [HEX, HEX.toUpperCase()],
    [KID, 'Ag7I6-KRvG8WXNlE'],
    [KID, 'Ag7I 6-KR vG8W XNlE'],
    [KID, KID],
    ['key:2026:1', 'key: 2026 :1'],
  ])('%s is %s', (value, typed) => expect(isReadBack(value, typed)).toBe(true));

  it.each([
    [HEX, ''],
    [HEX, '0c86e297de2fdbb'],
    [HEX, 'c86e297de2fdbb0'],
    [HEX, '00c86e297de2fdbb0'],
    [HEX, HEX.slice(0, 16)],
    [KID, 'ag7i6-krvg8wxnle'],
    [KID, 'Ag7I6_KRvG8WXNlE'],
    // In a kid of one's own choice everything counts.
    ['key:2026:1', 'key20261'],
    ['::', ''],
    ['beef', 'BEEF'],
    [`${HEX}b`, `${HEX}B`],
    [`b${HEX}`, `B${HEX}`],
  ])('%s is not %s', (value, typed) => expect(isReadBack(value, typed)).toBe(false));
});
