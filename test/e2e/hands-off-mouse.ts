// An officer without a mouse: keys alone, pressed as a person would. At each stop it is seen that the focus shows and that
// nothing hides it; what the live regions say is written down.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { withStillBand } from '../support/still-band.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** More stops than any screen has; whoever needs more walks in a circle. */
const FAR = 150;

/** Looks at a stop that seems to show nothing. */
const PATIENCE = 6;

/** Where the focus is: what it is called, and what is wrong with how it shows. */
interface Stop {
  name: string;
  problem: string | null;
}

export class Keyboard {
  readonly #page: Page;
  /** Stops that were complained of, each once. */
  readonly #faulty = new Set<string>();

  constructor(page: Page) {
    this.#page = page;
  }

  /**
   * Begins to write down what is read aloud, and every event that only a pointer in use makes: one at rest “moves” when something
   * moves under it.
   */
  async listen(): Promise<void> {
    await this.#page.evaluate(() => {
      const said: string[] = [];
      const pointer: string[] = [];
      Object.assign(window, { said, pointer });
      for (const kind of ['pointerdown', 'mousedown'] as const) {
        window.addEventListener(kind, () => pointer.push(kind), true);
      }
      new MutationObserver(() => {
        for (const region of document.querySelectorAll('[role="status"], [role="alert"], [aria-live="polite"]')) {
          const text = (region.textContent ?? '').trim();
          if (text !== '' && !said.includes(text)) {
            said.push(text);
          }
        }
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
  }

  said = (): Promise<string[]> => this.#read('said');
  pointerEvents = (): Promise<string[]> => this.#read('pointer');

  #read(what: 'said' | 'pointer'): Promise<string[]> {
    return this.#page.evaluate((name) => (window as unknown as Record<string, string[]>)[name] ?? [], what);
  }

  /** Walks forward to `target`, looking at each stop on the way. */
  async tabTo(target: Locator): Promise<void> {
    // Not “visible”: the input behind a segment has no size of its own.
    await expect(target).toBeAttached();
    for (let stops = 0; stops < FAR; stops += 1) {
      if (await isFocused(target)) {
        return;
      }
      await this.press('Tab');
    }
    throw new Error(`no way by Tab to ${String(target)}`);
  }

  /** From the heading of the screen through every stop to the end of the page. Gives how many there were. */
  async walkThrough(): Promise<number> {
    for (let stops = 0; stops < FAR; stops += 1) {
      await this.#page.keyboard.press('Tab');
      if (await this.#page.evaluate(() => document.activeElement?.closest('main') === null)) {
        return stops;
      }
      await this.#look();
    }
    throw new Error(`the end of ${this.#page.url()} is not reached by Tab`);
  }

  /** One key, and a look at where the focus is now. */
  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
    await this.#look();
  }

  async #look(): Promise<void> {
    let { name, problem } = await this.#page.evaluate(lookAtFocus);
    // A colour may still be on its way.
    for (let looks = 0; problem !== null && looks < PATIENCE; looks += 1) {
      await this.#page.waitForTimeout(50);
      ({ name, problem } = await this.#page.evaluate(lookAtFocus));
    }
    if (problem !== null && !this.#faulty.has(name)) {
      this.#faulty.add(name);
      expect.soft(problem, name).toBeNull();
    }
  }

  async enter(target: Locator): Promise<void> {
    await this.tabTo(target);
    await this.#page.keyboard.press('Enter');
  }

  async type(target: Locator, text: string): Promise<void> {
    await this.tabTo(target);
    await this.#page.keyboard.type(text);
  }

  /** Ctrl+K, a few letters, Enter. */
  async palette(letters: string, heading: string): Promise<void> {
    await this.#page.keyboard.press('Control+k');
    await this.#page.getByRole('combobox').waitFor();
    await this.#page.keyboard.type(letters);
    await expect(this.#page.getByRole('option').first()).toBeVisible();
    await this.#page.keyboard.press('Enter');
    await this.arrivedAt(heading);
  }

  /** A new screen takes the focus to its heading. */
  async arrivedAt(heading: string): Promise<void> {
    await expect(this.#page.getByRole('heading', { level: 1, name: heading })).toBeFocused();
  }

  /** After a dialog or an act the focus must be somewhere. */
  async hasFocus(): Promise<void> {
    await expect(this.#page.locator(':focus')).toHaveCount(1);
  }

  async axe(): Promise<void> {
    // The legacy mode opens no page of its own, which this window would not allow.
    const { violations } = await withStillBand(this.#page, () =>
      new AxeBuilder({ page: this.#page }).withTags(TAGS).setLegacyMode().analyze(),
    );
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))).toEqual([]);
  }
}

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** Runs in the page. A ring counts where it is drawn: on the element, or on what stands for a hidden input. */
function lookAtFocus(): Stop {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) {
    return { name: 'nothing', problem: 'the focus is nowhere' };
  }
  const name = `${element.tagName.toLowerCase()} ${element.getAttribute('type') ?? ''} ${element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40) ?? ''}`;
  const isHeading = element.tabIndex === -1;
  if (isHeading) {
    return { name, problem: null };
  }
  const label = element instanceof HTMLInputElement ? (element.labels?.[0] ?? null) : null;
  const shown = [element, element.nextElementSibling, element.parentElement, label].filter(
    (one): one is HTMLElement => one instanceof HTMLElement,
  );
  const hasRing = shown.some((one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
  });
  // The one field of the palette, with its caret in it, is the palette.
  const isPalette = element.getAttribute('role') === 'combobox';
  if (!hasRing && !isPalette) {
    return { name, problem: 'the focus does not show' };
  }
  const hidden = element instanceof HTMLInputElement && getComputedStyle(element).opacity === '0';
  const box = (hidden ? (label ?? element.parentElement ?? element) : element).getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height / 2, 20)];
  const top = document.elementFromPoint(x, y);
  const seen = top !== null && shown.some((one) => one.contains(top) || top.contains(one));
  return { name, problem: seen ? null : `it is covered at ${Math.round(x)}, ${Math.round(y)}` };
}
