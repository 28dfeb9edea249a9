import { createFileRoute, useNavigate } from '@tanstack/react-router';
import * as v from 'valibot';
import { Reading } from '../features/reading/Reading';

const search = v.object({ run: v.fallback(v.optional(v.pipe(v.string(), v.uuid())), undefined) });

export const Route = createFileRoute('/_member/sources/$id/reading')({
  validateSearch: search,
  component: SourceReading,
});

function SourceReading() {
  const { id } = Route.useParams();
  const { run } = Route.useSearch();
  const navigate = useNavigate();
  return (
    <Reading
      sourceId={id}
      run={run}
      onRun={(next) => void navigate({ to: '/sources/$id/reading', params: { id }, search: { run: next } })}
    />
  );
}
