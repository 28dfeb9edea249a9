import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { workspaceQueries } from '../../shared/api/workspace';
import { type InboxSearch, isFiltered, triages } from './filters';
import classes from './InboxTabs.module.css';
import { t } from './words';

export function InboxTabs({ search }: { search: InboxSearch }) {
  const counts = useQuery(workspaceQueries.signalCounts());
  return (
    <nav className={classes.tabs} aria-label={t('inbox.tabs')}>
      {triages.map((triage) => (
        <Link
          key={triage}
          to="/"
          search={{ ...search, triage }}
          className={classes.tab ?? ''}
          aria-current={search.triage === triage ? 'page' : undefined}
          data-active={search.triage === triage}
        >
          {t(`triage.${triage}`)}
          {counts.data && !isFiltered(search) && (
            <span className={classes.count}>{counts.data.triage?.[triage] ?? 0}</span>
          )}
        </Link>
      ))}
    </nav>
  );
}
