import type { Page } from '@playwright/test';

/**
 * The words of a page that nobody can read whole, each with where it stands: cut off by a box that does not scroll, beyond
 * an edge of the window, or with other words over them. What is cut on purpose has its whole text as a title; what only a
 * screen reader gets is no fault.
 */
export function clipped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const slack = 1.5;
    type Words = { text: string; element: HTMLElement; box: DOMRect };
    type Cut = 'across' | 'down' | 'beyond the window' | 'out of sight' | 'for screen readers';

    const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
    const isHidden = (style: CSSStyleDeclaration, { width, height }: DOMRect) =>
      style.visibility !== 'visible' ||
      style.opacity === '0' ||
      style.clipPath.startsWith('inset(50%') ||
      (cuts(style.overflowX) && Math.min(width, height) <= slack);

    const whereIs = (element: Element): string => {
      const steps: string[] = [];
      for (let each: Element | null = element; each && steps.length < 4; each = each.parentElement) {
        const name = typeof each.className === 'string' ? each.className.split(' ')[0] : '';
        steps.unshift(each.id ? `#${each.id}` : each.tagName.toLowerCase() + (name ? `.${name}` : ''));
        if (each.id) break;
      }
      return steps.join(' > ');
    };

    /** How a box of words is cut by those around it; undefined when it is whole. */
    const cutBy = ({ text, element, box }: Words): Cut | undefined => {
      let [across, down] = [true, true];
      let isAway = false;
      for (
        let each: HTMLElement | null = element;
        each && each !== document.documentElement;
        each = each.parentElement
      ) {
        const style = getComputedStyle(each);
        const around = each.getBoundingClientRect();
        if (isHidden(style, around)) return 'for screen readers';
        const whole = each.getAttribute('title')?.includes(text) || each.getAttribute('aria-label')?.includes(text);
        if (across && cuts(style.overflowX) && (box.right > around.right + slack || box.left < around.left - slack))
          return whole ? 'out of sight' : 'across';
        // A line is higher than its letters.
        const air = (box.height - Number.parseFloat(style.fontSize)) / 2;
        if (
          down &&
          cuts(style.overflowY) &&
          (box.bottom - air > around.bottom + slack || box.top + air < around.top - slack)
        )
          return whole ? 'out of sight' : 'down';
        const scrolls = /auto|scroll/;
        if (scrolls.test(style.overflowX)) across = false;
        if (scrolls.test(style.overflowY)) down = false;
        if (scrolls.test(style.overflowX + style.overflowY))
          isAway ||= box.bottom > around.bottom || box.top < around.top || box.right > around.right;
      }
      if (across && (box.right > window.innerWidth + slack || box.left < -slack)) return 'beyond the window';
      return isAway ? 'out of sight' : undefined;
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
      const isPutAway = element.closest('details:not([open])') && !element.closest('summary');
      if (isPutAway || !element.checkVisibility()) continue;
      for (const box of range.getClientRects()) if (box.width > 0 && box.height > 0) all.push({ text, element, box });
    }

    const faults = new Set<string>();
    const tell = (how: string, { text, element }: Words) =>
      faults.add(`${how}: "${text.slice(0, 60)}" in ${whereIs(element)}`);
    const still: Words[] = [];
    for (const words of all) {
      const how = cutBy(words);
      if (how === 'across' || how === 'down' || how === 'beyond the window') tell(`cut ${how}`, words);
      else if (!how && !floats(words.element)) still.push(words);
    }
    still.sort((a, b) => a.box.top - b.box.top);
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
