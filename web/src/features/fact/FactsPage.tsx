import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { competitorById } from '../../shared/api/competitor';
import type { Fact } from '../../shared/api/types';
import { ExportLinks } from '../../shared/export/ExportLinks';
import { Notice } from '../../shared/ui/Notice';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import tabs from '../../shared/ui/Tabs.module.css';
import { FactRow } from './FactRow';
import classes from './FactsPage.module.css';
import { type FactSearch, factKinds } from './kinds';
import { factQueries } from './queries';
import { t } from './words';

type Props = { competitorId: string; search: FactSearch };

/** Everything known of a competitor, kind by kind, each fact with the words it was read from. */
export function FactsPage({ competitorId, search }: Props) {
  const query = useQuery(competitorById(competitorId));
  return (
    <QueryBoundary query={query} level="h1">
      {({ id, name }) => (
        <article>
          <PageHeader
            title={t('allFacts.title', { name })}
            meta={
              <Link to="/competitors/$id" params={{ id }}>
                {name}
              </Link>
            }
          />
          <nav className={tabs.tabs} aria-label={t('allFacts.tabs')}>
            {factKinds.map((kind) => (
              <Link
                key={kind}
                to="/competitors/$id/facts"
                params={{ id }}
                search={{ ...search, kind }}
                className={tabs.tab ?? ''}
                activeOptions={{ exact: true, includeSearch: true }}
                aria-current={search.kind === kind ? 'page' : undefined}
                data-active={search.kind === kind}
              >
                {t(`factKind.${kind}`)}
              </Link>
            ))}
          </nav>
          <Facts competitorId={competitorId} search={search} />
        </article>
      )}
    </QueryBoundary>
  );
}

function Facts({ competitorId, search }: Props) {
  const query = useInfiniteQuery(factQueries.list(competitorId, search));
  const navigate = useNavigate();
  const toggle = (ended: boolean) =>
    void navigate({
      to: '/competitors/$id/facts',
      params: { id: competitorId },
      search: { kind: search.kind, ended: ended || undefined },
      replace: true,
    });
  return (
    <Panel
      title={t(`factKind.${search.kind}`)}
      actions={
        <>
          {search.kind === 'PRICE' && (
            <ExportLinks path="/facts/prices/export" query={{ competitorId }} label={t('export.prices')} />
          )}
          <ExportLinks
            path="/facts/export"
            query={{ competitorId, kind: search.kind, current: search.ended ? undefined : 'true' }}
          />
          <label className={classes.toggle}>
            <input
              type="checkbox"
              checked={search.ended ?? false}
              onChange={(event) => toggle(event.currentTarget.checked)}
            />
            {t('allFacts.gone')}
          </label>
        </>
      }
      flush
    >
      <QueryBoundary query={query}>
        {({ pages }) => (
          <>
            <List facts={pages.flatMap((page) => page.items)} search={search} competitorId={competitorId} />
            {query.hasNextPage && (
              <div className={classes.more}>
                <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t('action.more')}
                </Button>
              </div>
            )}
          </>
        )}
      </QueryBoundary>
    </Panel>
  );
}

function List({ facts, search, competitorId }: Props & { facts: Fact[] }) {
  if (facts.length === 0) {
    return (
      <Notice title={t(`allFacts.none.${search.kind}`)}>
        <p>{t('allFacts.noneBody')}</p>
        <Link to="/competitors/$id" params={{ id: competitorId }}>
          {t('allFacts.toCompetitor')}
        </Link>
      </Notice>
    );
  }
  return (
    <ul>
      {facts.map((fact) => (
        <FactRow key={fact.id} fact={fact} />
      ))}
    </ul>
  );
}
