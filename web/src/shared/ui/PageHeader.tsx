import type { ReactNode } from 'react';
import classes from './PageHeader.module.css';

type Props = { title: string; heading?: ReactNode; meta?: ReactNode; actions?: ReactNode };

/** The one `h1` of a screen. The shell moves the focus here after a navigation. */
export function PageHeader({ title, heading, meta, actions }: Props) {
  return (
    <header className={classes.header}>
      <title>{`${title} \u00b7 CompetitorIQ`}</title>
      <div className={classes.words}>
        <h1 tabIndex={-1}>{heading ?? title}</h1>
        {meta && <div className={classes.meta}>{meta}</div>}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </header>
  );
}
