import { assert, constant, constantFrom, oneof, property, record, string, type Arbitrary } from 'fast-check';
import { expect, test } from 'vitest';
import { hrefOf, parseRoute } from '../../../../renderer/state/route.ts';
import type { Route } from '../../../../shared/screens.ts';
import { EXPORT_FORMATS, SET_FORMATS } from '../../../../shared/domain/formats.ts';
import { PLAN_ORDERS } from '../../../../shared/domain/plan/plan.ts';

const name = string({ minLength: 1, unit: 'grapheme' });

const route: Arbitrary<Route> = oneof(
  constantFrom<Route>(
    { screen: 'home' },
    { screen: 'add-tenant' },
    { screen: 'audit' },
    { screen: 'due' },
    { screen: 'inspect' },
    { screen: 'policies' },
    { screen: 'new-policy' },
  ),
  record({ screen: constant('policy' as const), name }),
  record({
    screen: constantFrom(
      'keys' as const,
      'publish' as const,
      'own-keys' as const,
      'bench' as const,
      'consumers' as const,
      'tenant-settings' as const,
    ),
    tenant: name,
  }),
  record({ screen: constant('plan' as const), tenant: name, ring: name, order: constantFrom(null, ...PLAN_ORDERS) }),
  record({ screen: constant('key' as const), tenant: name, kid: name }),
  record({ screen: constant('export-tenant' as const), tenant: name, format: constantFrom(...SET_FORMATS) }),
  record({
    screen: constant('export' as const),
    tenant: name,
    kid: name,
    format: constantFrom(...EXPORT_FORMATS),
  }),
);

test('every place has an address that leads back to it, whatever the names hold', () => {
  assert(
    property(route, (place) => {
      expect(parseRoute(hrefOf(place))).toEqual(place);
    }),
  );
});

test('an address that leads nowhere leads home or to the nearest place that exists', () => {
  expect(parseRoute('')).toEqual({ screen: 'home' });
  expect(parseRoute('#/nowhere')).toEqual({ screen: 'home' });
  expect(parseRoute('#/tenant/')).toEqual({ screen: 'home' });
  expect(parseRoute('#/tenant/%E0%A4%A')).toEqual({ screen: 'home' });
  expect(parseRoute('#/tenant/acme/nothing')).toEqual({ screen: 'keys', tenant: 'acme' });
  expect(parseRoute('#/tenant/acme/plan')).toEqual({ screen: 'keys', tenant: 'acme' });
  expect(parseRoute('#/tenant/acme/plan/r/sideways')).toEqual({
    screen: 'plan',
    tenant: 'acme',
    ring: 'r',
    order: null,
  });
  expect(parseRoute('#/tenant/acme/key/k1/docx')).toEqual({ screen: 'key', tenant: 'acme', kid: 'k1' });
});
