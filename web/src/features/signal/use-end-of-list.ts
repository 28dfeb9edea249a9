import { useEffect, useRef, useState } from 'react';

/** Pixels below the screen at which the end counts as near: what comes next is there before somebody scrolls to it. */
const near = 2000;

/**
 * Asks for more when the end of a list comes near, so that whoever scrolls need not press its button.
 * @param busy whether something is on its way; the end is looked at again afterwards
 * @returns a ref for what stands at the end
 */
export function useEndOfList(onNear: () => void, busy: boolean): (element: HTMLElement | null) => void {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const latest = useRef(onNear);
  useEffect(() => {
    latest.current = onNear;
  });
  useEffect(() => {
    if (!element || busy || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), {
      rootMargin: `${near}px 0px`,
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [element, busy]);
  return setElement;
}
