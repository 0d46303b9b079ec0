// Axe takes a control that has scrolled half under the tenant's band for a small target: the band scrolls along while it
// looks, and sticks again after.
import type { Page } from '@playwright/test';

export async function withStillBand<T>(page: Page, look: () => Promise<T>): Promise<T> {
  const band = (position: string) =>
    page.evaluate((value) => {
      document.querySelector<HTMLElement>('.band')?.style.setProperty('position', value);
    }, position);
  await band('static');
  const seen = await look();
  await band('');
  return seen;
}
