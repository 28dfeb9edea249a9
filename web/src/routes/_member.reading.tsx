import { createFileRoute, useNavigate } from '@tanstack/react-router';
import * as v from 'valibot';
import { readingQueries } from '../features/reading/queries';
import { WorkspaceReading } from '../features/reading/WorkspaceReading';

const search = v.object({ run: v.fallback(v.optional(v.pipe(v.string(), v.uuid())), undefined) });

export const Route = createFileRoute('/_member/reading')({
  validateSearch: search,
  loader: ({ context }) => void context.queryClient.prefetchQuery(readingQueries.latest()),
  component: ReadingAgain,
});

function ReadingAgain() {
  const { run } = Route.useSearch();
  const navigate = useNavigate();
  return <WorkspaceReading run={run} onRun={(next) => void navigate({ to: '/reading', search: { run: next } })} />;
}
