import type { Page } from '@playwright/test';

/**
 * The words of a page that nobody can read whole, each with where it stands: cut off by a box that does not scroll, beyond
 * an edge of the window, or with other words over them. What is cut on purpose has its whole text as a title; what only a
 * screen reader gets is no fault.
 */
export function clipped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const slack = 1.5;
    type Words = { text: string; element: HTMLElement; box: DOMRect; floats: boolean };

    const isHidden = (style: CSSStyleDeclaration, { width, height }: DOMRect) =>
      style.visibility !== 'visible' || style.opacity === '0' || (width <= 1.5 && height <= 1.5);

    const whereIs = (element: Element): string => {
      const steps: string[] = [];
      for (let each: Element | null = element; each && steps.length < 4; each = each.parentElement) {
        const name = typeof each.className === 'string' ? each.className.split(' ')[0] : '';
        steps.unshift(each.id ? `#${each.id}` : each.tagName.toLowerCase() + (name ? `.${name}` : ''));
        if (each.id) break;
      }
      return steps.join(' > ');
    };

    /** How a box of words is cut by those around it; undefined when it is whole, or can be scrolled to. */
    const cutBy = ({ text, element, box }: Words): string | undefined => {
      let [across, down] = [true, true];
      for (
        let each: HTMLElement | null = element;
        each && each !== document.documentElement;
        each = each.parentElement
      ) {
        const style = getComputedStyle(each);
        const around = each.getBoundingClientRect();
        const whole = each.title.includes(text) || each.getAttribute('aria-label')?.includes(text);
        const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
        if (across && cuts(style.overflowX) && (box.right > around.right + slack || box.left < around.left - slack))
          return whole ? undefined : 'across';
        // A line is higher than its letters.
        const air = (box.height - Number.parseFloat(style.fontSize)) / 2;
        if (
          down &&
          cuts(style.overflowY) &&
          (box.bottom - air > around.bottom + slack || box.top + air < around.top - slack)
        )
          return whole ? undefined : 'down';
        if (/auto|scroll/.test(style.overflowX)) across = false;
        if (/auto|scroll/.test(style.overflowY)) down = false;
      }
      return across && (box.right > window.innerWidth + slack || box.left < -slack) ? 'the window' : undefined;
    };

    const floats = (element: HTMLElement): boolean => {
      for (let each: HTMLElement | null = element; each; each = each.parentElement) {
        if (/fixed|sticky/.test(getComputedStyle(each).position) || each.tagName === 'DIALOG') return true;
      }
      return false;
    };

    const all: Words[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode.textContent?.trim();
      const element = texts.currentNode.parentElement;
      if (!text || !element || element.closest('.sr-only, script, style, option, template, noscript')) continue;
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      if (isHidden(getComputedStyle(element), element.getBoundingClientRect())) continue;
      for (const box of range.getClientRects())
        if (box.width > 0 && box.height > 0) all.push({ text, element, box, floats: floats(element) });
    }

    const faults = new Set<string>();
    const tell = (how: string, { text, element }: Words) =>
      faults.add(`${how}: "${text.slice(0, 60)}" in ${whereIs(element)}`);
    for (const words of all) {
      const how = cutBy(words);
      if (how) tell(`cut by ${how === 'the window' ? how : `its box, ${how}`}`, words);
    }
    const still = all.filter((words) => !words.floats && !cutBy(words)).sort((a, b) => a.box.top - b.box.top);
    still.forEach((one, index) => {
      for (const other of still.slice(index + 1)) {
        if (other.box.top > one.box.bottom) break;
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
        if (across > 3 && down > one.box.height / 2 && one.element !== other.element)
          tell(`under "${other.text.slice(0, 30)}"`, one);
      }
    });
    return [...faults];
  });
}
