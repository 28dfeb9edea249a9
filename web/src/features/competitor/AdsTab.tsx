import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { WatchedSource } from '../../shared/api/types';
import { shortUrl } from '../../shared/format/words';
import { Notice } from '../../shared/ui/Notice';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { RouteButton } from '../../shared/ui/RouteButton';
import classes from './CompetitorFrame.module.css';
import { competitorQueries, dossierQueries } from './queries';
import rows from './rows.module.css';
import { t } from './words';

/** What the ad libraries showed; without one, what it would take. */
export function AdsTab({ id }: { id: string }) {
  const query = useQuery(competitorQueries.overview(id));
  return (
    <QueryBoundary query={query}>
      {({ sources }) => {
        const libraries = sources.filter(({ kind }) => kind === 'ADS');
        if (libraries.length > 0) {
          return (
            <div className={classes.stack}>
              {libraries.map((source) => (
                <Library key={source.id} source={source} />
              ))}
            </div>
          );
        }
        return (
          <Panel title={t('ads.title')}>
            <Notice title={t('ads.none')}>
              <p>{t('ads.noneBody')}</p>
              <RouteButton to="/competitors/$id/sources" params={{ id }} search={true} variant="default">
                {t('ads.toSources')}
              </RouteButton>
              <Link to="/providers">{t('ads.toProviders')}</Link>
            </Notice>
          </Panel>
        );
      }}
    </QueryBoundary>
  );
}

function Library({ source }: { source: WatchedSource }) {
  const query = useQuery(dossierQueries.documents(source.id));
  return (
    <Panel title={source.title ?? shortUrl(source.url)} flush>
      <QueryBoundary query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={rows.empty}>{t('ads.nothing')}</p>
          ) : (
            <ul>
              {items.map((document) => (
                <li key={document.id} className={rows.fact}>
                  <span className={rows.words}>{document.title ?? shortUrl(document.url)}</span>
                  <span className={rows.when}>
                    {t('ads.captured')} <RelativeTime at={document.fetchedAt} />
                  </span>
                  <Link
                    to="/documents/$id"
                    params={{ id: document.id }}
                    search={{}}
                    aria-label={t('ads.open', { title: document.title ?? shortUrl(document.url) })}
                  >
                    {t('proof')}
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </QueryBoundary>
    </Panel>
  );
}
