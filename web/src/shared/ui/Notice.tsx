import type { ReactNode } from 'react';
import classes from './Notice.module.css';

type Props = { title: string; level?: 'h1' | 'h2'; tone?: 'plain' | 'danger'; live?: boolean; children?: ReactNode };

/** A screen or a panel with nothing else to show: one sentence why, and what to do about it. */
export function Notice({ title, level = 'h2', tone = 'plain', live = false, children }: Props) {
  const Heading = level;
  return (
    <div className={classes.notice} data-tone={tone} role={live ? 'alert' : undefined}>
      <Heading tabIndex={level === 'h1' ? -1 : undefined}>{title}</Heading>
      {children && <div className={classes.body}>{children}</div>}
    </div>
  );
}
