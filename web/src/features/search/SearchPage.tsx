import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Notice } from '../../shared/ui/Notice';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { Skeleton } from '../../shared/ui/Skeleton';
import tabs from '../../shared/ui/Tabs.module.css';
import { type HitType, hitTypes } from './hit-types';
import classes from './SearchPage.module.css';
import { Snippet } from './Snippet';
import { nearest, wordsOf } from './snippets';
import { type Group, shortest, useRested, useSearch, useShown } from './use-search';
import { t } from './words';

type Search = { q: string; type?: HitType | undefined };
type Props = { search: Search; names: string[]; onSearch: (search: Search) => void };

/** Everything the workspace knows that has the words, by kind; the address is the search. */
export function SearchPage({ search, names, onSearch }: Props) {
  const [typed, setTyped] = useState(search.q);
  const groups = useSearch(useRested(search.q).trim());
  const shown = groups.filter(({ type }) => search.type === undefined || search.type === type);
  return (
    <>
      <PageHeader title={t('search.title')} />
      {/* biome-ignore lint/a11y/useSemanticElements: <search> is not known to all screen readers yet */}
      <form role="search" className={classes.form} onSubmit={(event) => event.preventDefault()}>
        <input
          type="search"
          aria-label={t('search.field')}
          placeholder={t('search.field')}
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            onSearch({ ...search, q: event.currentTarget.value });
          }}
        />
      </form>
      <nav className={tabs.tabs} aria-label={t('search.types')}>
        {[undefined, ...hitTypes].map((type) => (
          <Link
            key={type ?? 'all'}
            to="/search"
            search={{ q: search.q, type }}
            className={tabs.tab ?? ''}
            data-active={search.type === type}
            aria-current={search.type === type ? 'page' : undefined}
          >
            {t(`search.type.${type ?? 'all'}`)}
            {type && <span className={classes.count}> {countOf(groups, type)}</span>}
          </Link>
        ))}
      </nav>
      {search.q.trim().length < shortest ? (
        <Notice title={t('search.start')}>
          <p>{t('search.startBody')}</p>
        </Notice>
      ) : (
        <Results
          key={search.type ?? 'all'}
          groups={shown}
          search={search}
          nearestName={nearest(search.q, names)}
          onNearest={(name) => {
            setTyped(name);
            onSearch({ ...search, q: name });
          }}
        />
      )}
    </>
  );
}

function countOf(groups: Group[], type: HitType): number | undefined {
  return groups.find((group) => group.type === type)?.found?.hits.length;
}

type ResultsProps = {
  groups: Group[];
  search: Search;
  nearestName: string | undefined;
  onNearest: (name: string) => void;
};

function Results({ groups, search, nearestName, onNearest }: ResultsProps) {
  const shown = useShown(groups).flatMap((type) => groups.find((group) => group.type === type) ?? []);
  const isNothing = !shown.some(({ found }) => found && found.hits.length > 0);
  if (isNothing && groups.some((group) => group.searching)) return <Skeleton />;
  return (
    <div className={classes.groups}>
      {shown.map((group) => (
        <Kind key={group.type} group={group} search={search} />
      ))}
      {isNothing && groups.some((group) => !group.failed) && (
        <Notice title={t('search.none', { q: search.q })}>
          <p>
            {nearestName ? (
              <>
                {t('search.nearest')}{' '}
                <button type="button" className={classes.nearest} onClick={() => onNearest(nearestName)}>
                  {nearestName}
                </button>
                ?
              </>
            ) : (
              t('search.noneBody')
            )}
          </p>
        </Notice>
      )}
    </div>
  );
}

const preview = 5;

/** What was found of one kind, or that it could not be searched. */
function Kind({ group: { type, found, failed, again }, search }: { group: Group; search: Search }) {
  const words = wordsOf(search.q);
  const all = found?.hits ?? [];
  const hits = search.type ? all : all.slice(0, preview);
  return (
    <>
      {failed && (
        <p role="alert" className={classes.failed}>
          {t('search.failed', { type: t(`search.type.${type}`) })}{' '}
          <button type="button" className={classes.nearest} onClick={again}>
            {t('action.retry')}
          </button>
        </p>
      )}
      {hits.length > 0 && (
        <Panel
          title={t(`search.type.${type}`)}
          note={found?.newest ? t('search.newest', { count: found.newest }) : undefined}
          actions={
            hits.length < all.length && (
              <Link
                to="/search"
                search={{ q: search.q, type }}
                aria-label={t('search.moreLabel', { type: t(`search.type.${type}`) })}
              >
                {t('search.more')}
              </Link>
            )
          }
          flush
        >
          <ul>
            {hits.map((hit) => (
              <li key={hit.id} className={classes.hit} data-reveals-time>
                <Link to={hit.href} className={classes.title ?? ''}>
                  <Snippet text={hit.title} words={words} />
                </Link>
                <p className={classes.text}>
                  <Snippet text={hit.text} words={words} />
                </p>
                {hit.at && (
                  <span className={classes.time}>
                    <RelativeTime at={hit.at} inRow />
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}
