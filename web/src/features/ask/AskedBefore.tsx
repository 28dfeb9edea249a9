import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import classes from './Ask.module.css';
import { askQueries } from './queries';
import { t } from './words';

/** What was asked before, the member's own or everybody's. */
export function AskedBefore() {
  const [mine, setMine] = useState(true);
  const list = useInfiniteQuery(askQueries.list(mine));
  return (
    <Panel
      title={t('asked.title')}
      flush
      actions={
        <fieldset className={classes.whose}>
          <legend className="sr-only">{t('asked.title')}</legend>
          {([true, false] as const).map((own) => (
            <label key={String(own)} data-chosen={mine === own}>
              <input type="radio" name="whose" checked={mine === own} onChange={() => setMine(own)} />
              {t(own ? 'asked.mine' : 'asked.all')}
            </label>
          ))}
        </fieldset>
      }
    >
      <QueryBoundary query={list}>
        {({ pages }) =>
          pages[0]?.items.length === 0 ? (
            <p className={classes.empty}>{t(mine ? 'asked.noneMine' : 'asked.none')}</p>
          ) : (
            <ul className={classes.asked}>
              {pages
                .flatMap(({ items }) => items)
                .map((head) => (
                  <li key={head.id}>
                    <Link to="/ask/$id" params={{ id: head.id }}>
                      {head.question}
                    </Link>
                    <span className={classes.quiet}>
                      {t(`verdict.${head.verdict}`)} {'\u00b7'} <RelativeTime at={head.askedAt} />
                    </span>
                  </li>
                ))}
            </ul>
          )
        }
      </QueryBoundary>
      {list.hasNextPage && (
        <button
          type="button"
          className={classes.more}
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('action.more')}
        </button>
      )}
    </Panel>
  );
}
