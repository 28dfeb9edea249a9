import type { UseQueryResult } from '@tanstack/react-query';
import { ProblemNotice } from './ProblemNotice';

type Query = Pick<UseQueryResult, 'data' | 'error' | 'isFetching'> & { refetch: () => unknown };

/** Beside what can be used without them: that some data could not be fetched, and a way to fetch them again. */
export function QueryFailure({ queries }: { queries: Query[] }) {
  const failed = queries.filter(({ data, error, isFetching }) => error && data === undefined && !isFetching);
  if (failed.length === 0) return null;
  return <ProblemNotice error={failed[0]?.error} onRetry={() => failed.forEach((query) => void query.refetch())} />;
}
