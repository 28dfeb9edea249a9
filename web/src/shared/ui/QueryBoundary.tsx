import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemNotice } from './ProblemNotice';
import classes from './QueryBoundary.module.css';
import { Skeleton } from './Skeleton';

type Query<T> = Pick<UseQueryResult<T>, 'data' | 'error' | 'isFetching'> & { refetch: () => unknown };
type Props<T> = { query: Query<T>; skeleton?: ReactNode; level?: 'h1' | 'h2'; children: (data: T) => ReactNode };

/**
 * The states every screen must pass: first load, refetch (old data stays, a thin bar tells), failure with a way back.
 * What "empty" means is up to the children: they alone know why.
 */
export function QueryBoundary<T>({ query, skeleton, level, children }: Props<T>) {
  if (query.data !== undefined) {
    return (
      <>
        {query.isFetching && <div className={classes.bar} aria-hidden="true" />}
        {children(query.data)}
      </>
    );
  }
  if (query.error && !query.isFetching) {
    return <ProblemNotice error={query.error} {...(level ? { level } : {})} onRetry={() => void query.refetch()} />;
  }
  return skeleton ?? <Skeleton />;
}
