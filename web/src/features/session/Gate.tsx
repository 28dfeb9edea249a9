import type { ReactNode } from 'react';
import { Logo } from '../../shared/ui/Logo';
import classes from './Gate.module.css';

/** The screens before the dashboard: one card in the middle, nothing else to look at. */
export function Gate({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <main className={classes.page} id="main">
      <title>{`${title} \u00b7 CompetitorIQ`}</title>
      <div className={classes.card}>
        <Logo />
        <h1 tabIndex={-1}>{title}</h1>
        <p className={classes.lead}>{lead}</p>
        {children}
      </div>
    </main>
  );
}
