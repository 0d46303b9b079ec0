// Marks what a thing on the screen is about, so that its context menu can be found from whatever is inside it.
import type { About } from '../../shared/window-acts.ts';

interface AboutAttributes {
  'data-tenant': string;
  'data-ring': string;
  'data-kid': string;
}

export const aboutAttributes = ({
  tenant,
  ring = '',
  kid = '',
}: Partial<About> & Pick<About, 'tenant'>): AboutAttributes => ({
  'data-tenant': tenant,
  'data-ring': ring,
  'data-kid': kid,
});

/** What the nearest thing around the element is about; `null` where there is none. */
export function aboutOf(element: Element): About | null {
  const { tenant, ring = '', kid = '' } = element.closest<HTMLElement>('[data-tenant]')?.dataset ?? {};
  return tenant === undefined ? null : { tenant, ring, kid };
}
