// Where the window is, kept in the address's hash so that back, forward and reload do what people expect.
import { useSyncExternalStore } from 'react';
import { EXPORT_FORMATS, type ExportFormat, SET_FORMATS, type SetFormat } from '../../shared/domain/limits.ts';
import { PLAN_ORDERS, type PlanOrder } from '../../shared/domain/plan/plan.ts';

export type Route =
  | { screen: 'home' }
  | { screen: 'add-tenant' }
  | { screen: 'audit' }
  | { screen: 'backup' }
  | { screen: 'due' }
  | { screen: 'inspect' }
  | { screen: 'settings' }
  | { screen: 'policies' }
  /** `null`: a new one. */
  | { screen: 'policy'; name: string | null }
  | { screen: 'keys'; tenant: string }
  | { screen: 'publish'; tenant: string }
  | { screen: 'bench'; tenant: string }
  | { screen: 'consumers'; tenant: string }
  | { screen: 'own-keys'; tenant: string }
  | { screen: 'tenant-settings'; tenant: string }
  /** `null`: the order that the ring is in, or the safer one. */
  | { screen: 'plan'; tenant: string; ring: string; order: PlanOrder | null }
  | { screen: 'key'; tenant: string; kid: string }
  | { screen: 'export-tenant'; tenant: string; format: SetFormat }
  | { screen: 'export'; tenant: string; kid: string; format: ExportFormat };

const isFormat = (text: string): text is ExportFormat => (EXPORT_FORMATS as readonly string[]).includes(text);

/** An address that leads nowhere leads home. */
export function parseRoute(hash: string): Route {
  const [head, tenant, tail, kid, format] = hash.replace(/^#\/?/, '').split('/').map(decode);
  if (head === 'add') {
    return { screen: 'add-tenant' };
  }
  if (head === 'audit') {
    return { screen: 'audit' };
  }
  if (head === 'backup' || head === 'due' || head === 'inspect' || head === 'settings') {
    return { screen: head };
  }
  if (head === 'policies') {
    // The second part says whether a name follows, so a policy may be called anything.
    return tenant === 'new'
      ? { screen: 'policy', name: null }
      : tenant === 'named' && tail
        ? { screen: 'policy', name: tail }
        : { screen: 'policies' };
  }
  if (head !== 'tenant' || !tenant) {
    return { screen: 'home' };
  }
  if (tail === 'publish') {
    return { screen: 'publish', tenant };
  }
  if (tail === 'consumers') {
    return { screen: 'consumers', tenant };
  }
  if (tail === 'own-keys') {
    return { screen: 'own-keys', tenant };
  }
  if (tail === 'bench') {
    return { screen: 'bench', tenant };
  }
  if (tail === 'settings') {
    return { screen: 'tenant-settings', tenant };
  }
  if (tail === 'plan' && kid) {
    return { screen: 'plan', tenant, ring: kid, order: PLAN_ORDERS.find((order) => order === format) ?? null };
  }
  if (tail === 'export') {
    return { screen: 'export-tenant', tenant, format: SET_FORMATS.find((set) => set === kid) ?? 'jwks' };
  }
  if (tail === 'key' && kid) {
    return format && isFormat(format) ? { screen: 'export', tenant, kid, format } : { screen: 'key', tenant, kid };
  }
  return { screen: 'keys', tenant };
}

export function hrefOf(route: Route): string {
  switch (route.screen) {
    case 'home':
      return '#/';
    case 'add-tenant':
      return '#/add';
    case 'audit':
    case 'backup':
    case 'due':
    case 'inspect':
    case 'settings':
    case 'policies':
      return `#/${route.screen}`;
    case 'policy':
      return route.name === null ? '#/policies/new' : `#/policies/named/${encodeURIComponent(route.name)}`;
    case 'keys':
      return path(route.tenant);
    case 'publish':
      return path(route.tenant, 'publish');
    case 'own-keys':
      return path(route.tenant, 'own-keys');
    case 'bench':
      return path(route.tenant, 'bench');
    case 'consumers':
      return path(route.tenant, 'consumers');
    case 'tenant-settings':
      return path(route.tenant, 'settings');
    case 'plan':
      return path(route.tenant, 'plan', route.ring, ...(route.order === null ? [] : [route.order]));
    case 'key':
      return path(route.tenant, 'key', route.kid);
    case 'export-tenant':
      return path(route.tenant, 'export', route.format);
    case 'export':
      return path(route.tenant, 'key', route.kid, route.format);
  }
}

const path = (...parts: string[]): string => `#/tenant/${parts.map(encodeURIComponent).join('/')}`;

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

export function go(route: Route): void {
  window.location.hash = hrefOf(route);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** The hash; stable, so it also serves as a key for effects. */
export function useHash(): string {
  return useSyncExternalStore(subscribe, () => window.location.hash);
}

/** Alt+Left and Alt+Right as in a browser. Returns the function that ends it. */
export function listenForHistoryKeys(): () => void {
  window.addEventListener('keydown', onHistoryKey);
  return () => window.removeEventListener('keydown', onHistoryKey);
}

function onHistoryKey(event: KeyboardEvent): void {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  if (event.key === 'ArrowLeft') {
    event.preventDefault();
    window.history.back();
  } else if (event.key === 'ArrowRight') {
    event.preventDefault();
    window.history.forward();
  }
}
