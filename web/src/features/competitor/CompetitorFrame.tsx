import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CompetitorOverview } from '../../shared/api/types';
import { day } from '../../shared/format/time';
import { useShortcuts } from '../../shared/shortcuts/shortcuts';
import { attention } from '../../shared/source/source-state';
import { Chip } from '../../shared/ui/Chip';
import { ExternalLink } from '../../shared/ui/ExternalLink';
import { PageHeader } from '../../shared/ui/PageHeader';
import { PartialNotes } from '../../shared/ui/PartialNotes';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { RouteButton } from '../../shared/ui/RouteButton';
import tabClasses from '../../shared/ui/Tabs.module.css';
import classes from './CompetitorFrame.module.css';
import { competitorQueries } from './queries';
import { tabs } from './tabs';
import { t } from './words';

/** Who a competitor is, above whichever tab is open. */
export function CompetitorFrame({ id, children }: { id: string; children: ReactNode }) {
  const query = useQuery(competitorQueries.overview(id));
  return (
    <QueryBoundary query={query} level="h1">
      {(overview) => (
        <article>
          <Head id={id} overview={overview} />
          <PartialNotes notes={overview.partial} />
          <Tabs id={id} overview={overview} />
          {children}
        </article>
      )}
    </QueryBoundary>
  );
}

function Head({ id, overview }: { id: string; overview: CompetitorOverview }) {
  const { competitor, watchingSince, nextVisitAt } = overview;
  return (
    <PageHeader
      title={competitor?.name ?? t('signal.competitor')}
      actions={
        <>
          <RouteButton to="/compare/$topic" params={{ topic: 'pricing' }} search={{ c: id }} variant="default">
            {t('nav.compare')}
          </RouteButton>
          <RouteButton to="/ask" search={{ competitor: id }} variant="default">
            {t('nav.ask')}
          </RouteButton>
          <RouteButton to="/battlecards" search={{ competitor: id }} variant="default">
            {t('nav.battlecards')}
          </RouteButton>
          <RouteButton to="/competitors/$id/facts" params={{ id }} search={{}} variant="default">
            {t('allFacts.open')}
          </RouteButton>
        </>
      }
      meta={
        <>
          {competitor && <ExternalLink href={competitor.url}>{competitor.domain}</ExternalLink>}
          {(competitor?.tags ?? []).map((tag) => (
            <Chip key={tag}>{tag}</Chip>
          ))}
          {watchingSince && <span>{t('competitor.watching', { date: day(watchingSince) })}</span>}
          {nextVisitAt && (
            <span>
              {t('competitor.nextVisit')} <RelativeTime at={nextVisitAt} planned />
            </span>
          )}
        </>
      }
    />
  );
}

function Tabs({ id, overview }: { id: string; overview: CompetitorOverview }) {
  const navigate = useNavigate();
  const needy = overview.sources.filter((source) => attention(source.condition) > 0).length;
  useShortcuts(
    Object.fromEntries(
      tabs.map((tab, index) => [
        String(index + 1),
        () => void navigate({ to: `/competitors/$id/${tab}`, params: { id }, search: true }),
      ]),
    ),
  );
  return (
    <nav className={tabClasses.tabs} aria-label={t('dossier.tabs')}>
      {tabs.map((tab, index) => (
        <Link
          key={tab}
          to={`/competitors/$id/${tab}`}
          params={{ id }}
          search={true}
          className={tabClasses.tab ?? ''}
          activeProps={{ 'data-active': 'true' }}
          activeOptions={{ includeSearch: false }}
          title={t('tab.key', { number: index + 1 })}
        >
          {t(`tab.${tab}`)}
          {tab === 'sources' && needy > 0 && (
            <>
              <span aria-hidden="true" className={classes.needy}>
                {'\u25b2'}
                {needy}
              </span>
              <span className="sr-only">, {t('sources.attention', { count: needy })}</span>
            </>
          )}
        </Link>
      ))}
    </nav>
  );
}
