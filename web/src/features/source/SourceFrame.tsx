import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { competitorById } from '../../shared/api/competitor';
import { shortUrl } from '../../shared/format/words';
import { Chip } from '../../shared/ui/Chip';
import { ExternalLink } from '../../shared/ui/ExternalLink';
import { PageHeader } from '../../shared/ui/PageHeader';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import tabs from '../../shared/ui/Tabs.module.css';
import { sourceQueries } from './queries';
import { t } from './words';

const screens = [
  { to: '/sources/$id', label: t('source.versions'), exact: true },
  { to: '/sources/$id/rules', label: t('source.rules'), exact: false },
  { to: '/sources/$id/reading', label: t('source.reading'), exact: false },
] as const;

/** What every screen of one page shares: which page it is, and the ways to its other screens. */
export function SourceFrame({ id, children }: { id: string; children: ReactNode }) {
  const query = useQuery(sourceQueries.one(id));
  return (
    <QueryBoundary query={query} level="h1">
      {(source) => (
        <article>
          <PageHeader
            title={source.title ?? shortUrl(source.url)}
            meta={
              <>
                <Chip>{t(`kind.${source.kind}`)}</Chip>
                <CompetitorLink id={source.competitorId} />
                <ExternalLink href={source.url}>{shortUrl(source.url)}</ExternalLink>
              </>
            }
          />
          <nav className={tabs.tabs} aria-label={t('source.tabs')}>
            {screens.map(({ to, label, exact }) => (
              <Link
                key={to}
                to={to}
                params={{ id }}
                className={tabs.tab ?? ''}
                activeOptions={{ exact, includeSearch: false }}
                activeProps={{ 'data-active': true }}
              >
                {label}
              </Link>
            ))}
          </nav>
          {children}
        </article>
      )}
    </QueryBoundary>
  );
}

function CompetitorLink({ id }: { id: string }) {
  const { data } = useQuery(competitorById(id));
  return (
    <Link to="/competitors/$id" params={{ id }}>
      {data?.name ?? t('source.competitor')}
    </Link>
  );
}
