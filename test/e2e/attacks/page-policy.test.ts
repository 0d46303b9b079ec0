// The content policy is in force in the real window: what is put into the page from outside neither runs nor draws.
import { expect } from '@playwright/test';
import { test } from '../desk.ts';

test('a script or a style that is put into the page counts for nothing, but for a style under the page’s own nonce', async ({
  desk,
}) => {
  const seen = await desk.officer.page.evaluate(() => {
    function put(tag: 'script' | 'style', text: string, nonce: string): Element {
      const element = document.createElement(tag);
      element.nonce = nonce;
      element.textContent = text;
      document.head.append(element);
      return element;
    }
    const drawn = (nonce: string): boolean => {
      const style = put('style', 'body { outline: 3px solid red }', nonce);
      const { outlineWidth } = getComputedStyle(document.body);
      style.remove();
      return outlineWidth === '3px';
    };
    const own = new URLSearchParams(location.search).get('nonce') ?? '';
    put('script', 'globalThis.ran = true', own);
    return { ran: 'ran' in globalThis, styles: ['', `${own.slice(1)}x`, own].map(drawn) };
  });
  expect(seen).toEqual({ ran: false, styles: [false, false, true] });
});
