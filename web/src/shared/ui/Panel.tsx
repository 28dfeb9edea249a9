import { createContext, type ReactNode, useId } from 'react';
import classes from './Panel.module.css';

type Props = { title: string; note?: ReactNode; actions?: ReactNode; flush?: boolean; children: ReactNode };

/** What the panel around is called: what has the same name in it need not show it twice. */
export const PanelTitle = createContext('');

/** A titled section of a screen on its own surface. */
export function Panel({ title, note, actions, flush = false, children }: Props) {
  const heading = useId();
  return (
    <section className={classes.panel} aria-labelledby={heading}>
      <div className={classes.head}>
        <h2 id={heading}>{title}</h2>
        {note && <span className={classes.note}>{note}</span>}
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      <div className={flush ? classes.flush : classes.body} data-in-order>
        <PanelTitle value={title}>{children}</PanelTitle>
      </div>
    </section>
  );
}
