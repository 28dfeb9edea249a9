import { type ReactNode, useEffect, useRef, useState } from 'react';

type Props = { label: string; className?: string | undefined; children: ReactNode };

/** What may be wider than its place. Where it is, it can be reached and scrolled by keyboard; elsewhere it is no stop. */
export function Scroll({ label, className, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [isWider, setWider] = useState(false);
  useEffect(() => {
    const own = box.current;
    if (!own) return;
    const measure = () => setWider(own.scrollWidth > own.clientWidth);
    const sizes = new ResizeObserver(measure);
    for (const each of [own, ...own.children]) sizes.observe(each);
    measure();
    return () => sizes.disconnect();
  }, []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the panel around it is the region, and no fields are grouped here
    <div ref={box} role="group" className={className} aria-label={label} {...(isWider && { tabIndex: 0 })}>
      {children}
    </div>
  );
}
