import type { Locator, Page, TestInfo } from '@playwright/test';
import { expect } from './test';

/** What a journey may take of each pair of hands, from the screen it begins on. */
const most = {
  'triage 5 changes': { keys: 6, clicks: 5 },
  'ignore noise, with preview': { keys: 7, clicks: 2 },
  'publish a battlecard': { keys: 10, clicks: 6 },
  'redrive dead jobs': { keys: 28, clicks: 4 },
} as const;

export type Journey = keyof typeof most;

/** Fails when a journey took more than it may; the reporter puts all of them in one table. */
export function took(info: TestInfo, journey: Journey, hand: 'keys' | 'clicks', count: number): void {
  const allowed = most[journey][hand];
  info.annotations.push({ type: 'effort', description: JSON.stringify({ journey, hand, count, most: allowed }) });
  expect(count, `${journey}: ${hand}`).toBeLessThanOrEqual(allowed);
}

/** A person with a keyboard alone. Every press counts. */
export class Keyboard {
  pressed = 0;

  constructor(private readonly page: Page) {}

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      this.pressed += 1;
    }
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    this.pressed += text.length;
  }

  /** Tab until the target has the focus, and see that it can be seen: not under a bar, and with a ring. */
  async reach(target: Locator, within = 40): Promise<void> {
    await target.waitFor();
    for (let tabs = 0; !(await isFocused(target)); tabs += 1) {
      expect(tabs, `${target} is more than ${within} tabs away`).toBeLessThan(within);
      await this.press('Tab');
    }
    await this.sees(target);
  }

  /** WCAG 2.4.7 and 2.4.11 of what has the focus. */
  async sees(target: Locator): Promise<void> {
    await expect(target).toBeFocused();
    const seen = await target.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const above = document.elementFromPoint(left + width / 2, top + height / 2);
      // The link of a row draws its ring around the row.
      const rings = [undefined, '::after'].map((pseudo) => getComputedStyle(element, pseudo));
      return {
        isOnTop: above !== null && (element.contains(above) || above.contains(element)),
        // Fields show it by the colour of their border and their caret.
        hasRing:
          element.matches('input, textarea') ||
          rings.some(
            ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
          ),
      };
    });
    expect(seen, `${target}`).toEqual({ isOnTop: true, hasRing: true });
  }
}

/** A person with a mouse. Every click counts; what is typed does not. */
export class Mouse {
  clicked = 0;

  async click(target: Locator): Promise<void> {
    await target.click();
    this.clicked += 1;
  }
}

function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}
