import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Story } from '../../shared/api/types';
import { Notice } from '../../shared/ui/Notice';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { RouteButton } from '../../shared/ui/RouteButton';
import { Select } from '../../shared/ui/Select';
import { type Least, leasts } from './claims';
import classes from './Insights.module.css';
import { insightQueries } from './queries';
import { t } from './words';

type Props = { least: Least; onLeast: (least: Least) => void };

/** The stories of the workspace, last heard of first. */
export function Insights({ least, onLeast }: Props) {
  const query = useInfiniteQuery(insightQueries.list(least));
  return (
    <>
      <PageHeader title={t('insights.title')} meta={<span>{t('insights.lead')}</span>} />
      <Panel
        title={t('insights.list')}
        actions={
          <Select
            label={t('insights.least')}
            value={String(least)}
            options={leasts.map((value) => ({ value: String(value), label: t(`insights.least.${value}`) }))}
            onChange={(value) => onLeast(leasts.find((each) => String(each) === value) ?? least)}
          />
        }
        flush
      >
        <QueryBoundary query={query}>
          {({ pages }) => {
            const stories = pages.flatMap(({ items }) => items);
            return (
              <>
                {stories.length === 0 && <Empty least={least} onLeast={onLeast} />}
                <ul>
                  {stories.map((story) => (
                    <Row key={story.id} story={story} />
                  ))}
                </ul>
                {query.hasNextPage && (
                  <p className={classes.more}>
                    <Button
                      variant="default"
                      loading={query.isFetchingNextPage}
                      onClick={() => void query.fetchNextPage()}
                    >
                      {t('action.more')}
                    </Button>
                  </p>
                )}
              </>
            );
          }}
        </QueryBoundary>
      </Panel>
    </>
  );
}

function Row({ story }: { story: Story }) {
  return (
    <li className={classes.row} data-reveals-time>
      <meter
        className={classes.meter}
        min={0}
        max={100}
        value={story.significance}
        aria-label={t('insights.significance', { value: story.significance })}
      />
      <span className={classes.words}>
        <Link to="/insights/$id" params={{ id: story.id }} className={classes.headline ?? ''}>
          {story.headline}
        </Link>
        <span className={classes.quiet}>
          {t('insights.signals', { count: story.signals })} {'\u00b7'} {t('insights.sources', { count: story.sources })}
        </span>
      </span>
      <span className={classes.quiet}>
        {t('insights.last')} <RelativeTime at={story.lastSeenAt} inRow />
      </span>
    </li>
  );
}

function Empty({ least, onLeast }: Props) {
  if (least > 1) {
    return (
      <Notice title={t('insights.noMatch')}>
        <Button variant="default" onClick={() => onLeast(1)}>
          {t('insights.all')}
        </Button>
      </Notice>
    );
  }
  return (
    <Notice title={t('insights.none')}>
      <p>{t('insights.noneBody')}</p>
      <RouteButton to="/competitors" search={{}} variant="default">
        {t('nav.competitors')}
      </RouteButton>
    </Notice>
  );
}
