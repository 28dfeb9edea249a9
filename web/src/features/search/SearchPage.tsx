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
import { type Group, shortest, useRested, useSearch } from './use-search';
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
            {type && countOf(groups, type)}
          </Link>
        ))}
      </nav>
      {search.q.trim().length < shortest ? (
        <Notice title={t('search.start')}>
          <p>{t('search.startBody')}</p>
        </Notice>
      ) : (
        <Results
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

function countOf(groups: Group[], type: HitType): string {
  const count = groups.find((group) => group.type === type)?.found?.hits.length;
  return count === undefined ? '' : ` ${count}`;
}

type ResultsProps = {
  groups: Group[];
  search: Search;
  nearestName: string | undefined;
  onNearest: (name: string) => void;
};

const preview = 5;

function Results({ groups, search, nearestName, onNearest }: ResultsProps) {
  const words = wordsOf(search.q);
  const found = groups.filter((group) => group.found && group.found.hits.length > 0);
  const failed = groups.filter((group) => group.failed);
  if (found.length === 0 && groups.some((group) => group.searching)) return <Skeleton />;
  return (
    <div className={classes.groups}>
      {failed.map(({ type }) => (
        <p key={type} role="alert" className={classes.failed}>
          {t('search.failed', { type: t(`search.type.${type}`) })}
        </p>
      ))}
      {found.length === 0 && failed.length < groups.length && (
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
      {found.map(({ type, found: answer }) => {
        const all = answer?.hits ?? [];
        const hits = search.type ? all : all.slice(0, preview);
        return (
          <Panel
            key={type}
            title={t(`search.type.${type}`)}
            note={answer?.newest ? t('search.newest', { count: answer.newest }) : undefined}
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
        );
      })}
    </div>
  );
}
