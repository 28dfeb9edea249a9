import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMayEdit } from '../../shared/api/session';
import type { Competitor, SignalCounts } from '../../shared/api/types';
import { workspaceQueries } from '../../shared/api/workspace';
import { Notice } from '../../shared/ui/Notice';
import { PageHeader } from '../../shared/ui/PageHeader';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { RouteButton } from '../../shared/ui/RouteButton';
import { t } from './words';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import classes from './CompetitorList.module.css';
import { competitorQueries } from './queries';

type Props = {
  q: string;
  onSearch: (q: string) => void;
  /** What a workspace that watches nobody shows in place of the list. */
  nobody: ReactNode;
};

export function CompetitorList({ q, onSearch, nobody }: Props) {
  const query = useQuery(competitorQueries.list(q));
  const counts = useQuery(workspaceQueries.signalCounts());
  const mayEdit = useMayEdit();
  return (
    <>
      <PageHeader
        title={t('competitors.title')}
        actions={
          <>
            <TextInput
              aria-label={t('competitors.search')}
              placeholder={t('competitors.search')}
              type="search"
              size="xs"
              defaultValue={q}
              onChange={(event) => onSearch(event.currentTarget.value)}
            />
            <RouteButton to="/pricing" search={{}} variant="default">
              {t('nav.pricing')}
            </RouteButton>
            <RouteButton to="/compare/$topic" params={{ topic: 'pricing' }} search={{}} variant="default">
              {t('nav.compare')}
            </RouteButton>
            <RouteButton to="/insights" search={{}} variant="default">
              {t('nav.insights')}
            </RouteButton>
            {mayEdit && <RouteButton to="/competitors/new">{t('nav.add')}</RouteButton>}
          </>
        }
      />
      <section className={classes.surface} aria-label={t('competitors.title')}>
        <QueryBoundary query={query}>
          {(page) =>
            page.items.length === 0 ? (
              q ? (
                <Notice title={t('competitors.noMatch', { q })} />
              ) : (
                nobody
              )
            ) : (
              <ul>
                {page.items.map((competitor) => (
                  <Row key={competitor.id} competitor={competitor} counts={counts.data} />
                ))}
              </ul>
            )
          }
        </QueryBoundary>
      </section>
    </>
  );
}

function Row({ competitor, counts }: { competitor: Competitor; counts: SignalCounts | undefined }) {
  const signals = counts?.competitor?.[competitor.id] ?? 0;
  return (
    <li className={classes.row} data-reveals-time>
      <div className={classes.words}>
        <Link to="/competitors/$id" params={{ id: competitor.id }} className={classes.name ?? ''}>
          {competitor.name}
        </Link>
        <span className={classes.domain}>{competitor.domain}</span>
        {competitor.description && <p className={classes.description}>{competitor.description}</p>}
      </div>
      <span className={classes.number}>{t('competitors.sources', { count: competitor.sourceCount })}</span>
      <span className={classes.number}>{t('competitors.signals', { count: signals })}</span>
      <span className={classes.since}>
        {t('competitors.since')} <RelativeTime at={competitor.createdAt} inRow />
      </span>
    </li>
  );
}
