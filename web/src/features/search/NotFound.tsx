import { Link, useRouterState } from '@tanstack/react-router';
import { Notice } from '../../shared/ui/Notice';
import { RouteButton } from '../../shared/ui/RouteButton';
import classes from './NotFound.module.css';
import { t } from './words';

/** Where an address leads nowhere: its own words are searched for, and the main screens are one click away. */
export function NotFound() {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const words = wordsIn(path);
  return (
    <main id="main" className={classes.page}>
      <title>{`${t('notFound.title')} \u00b7 CompetitorIQ`}</title>
      <Notice title={t('notFound.title')} level="h1">
        <p>{t('notFound.body')}</p>
        <RouteButton to="/" variant="default">
          {t('notFound.home')}
        </RouteButton>
        <ul className={classes.ways}>
          {words && (
            <li>
              <Link to="/search" search={{ q: words }}>
                {t('palette.all', { q: words })}
              </Link>
            </li>
          )}
          <li>
            <Link to="/competitors">{t('nav.competitors')}</Link>
          </li>
          <li>
            <Link to="/sources">{t('nav.sources')}</Link>
          </li>
          <li>
            <Link to="/battlecards">{t('nav.battlecards')}</Link>
          </li>
        </ul>
      </Notice>
    </main>
  );
}

/** What a person may have meant by a path: its last words; ids mean nothing. */
export function wordsIn(path: string): string {
  const last = path.split('/').filter(Boolean).at(-1) ?? '';
  return /^[0-9a-f-]{16,}$/i.test(last) ? '' : last.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
