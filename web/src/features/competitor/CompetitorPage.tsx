import { useQuery } from '@tanstack/react-query';
import type { CompetitorOverview } from '../../shared/api/types';
import { day } from '../../shared/format/time';
import { Chip } from '../../shared/ui/Chip';
import { ExternalLink } from '../../shared/ui/ExternalLink';
import { PageHeader } from '../../shared/ui/PageHeader';
import { PartialNotes } from '../../shared/ui/PartialNotes';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { RouteButton } from '../../shared/ui/RouteButton';
import { BaselineCounts } from './BaselineCounts';
import classes from './CompetitorPage.module.css';
import { LatestSignals } from './LatestSignals';
import { PlansPanel } from './PlansPanel';
import { PostsPanel } from './PostsPanel';
import { competitorQueries } from './queries';
import { SourcesPanel } from './SourcesPanel';
import { t } from './words';

export function CompetitorPage({ id }: { id: string }) {
  const query = useQuery(competitorQueries.overview(id));
  return (
    <QueryBoundary query={query} level="h1">
      {(overview) => <Dossier id={id} overview={overview} />}
    </QueryBoundary>
  );
}

function Dossier({ id, overview }: { id: string; overview: CompetitorOverview }) {
  const { competitor, watchingSince, nextVisitAt } = overview;
  return (
    <article>
      <PageHeader
        title={competitor?.name ?? t('signal.competitor')}
        actions={
          <>
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
      {competitor?.description && <p className={classes.description}>{competitor.description}</p>}
      <PartialNotes notes={overview.partial} />
      <BaselineCounts overview={overview} />
      <div className={classes.columns}>
        <LatestSignals signals={overview.latestSignals} since={watchingSince ?? null} />
        <PlansPanel competitorId={id} facts={overview.plans} />
        <PostsPanel facts={overview.posts} />
      </div>
      <SourcesPanel competitorId={id} sources={overview.sources} />
    </article>
  );
}
