import type { ReactNode } from 'react';
import { Logo } from '../../shared/ui/Logo';
import classes from './Gate.module.css';

type Props = { title: string; lead: string; language?: 'en' | 'de'; children: ReactNode };

/** The screens before the dashboard: one card in the middle, nothing else to look at. */
export function Gate({ title, lead, language, children }: Props) {
  return (
    <main className={classes.page} id="main" lang={language}>
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
