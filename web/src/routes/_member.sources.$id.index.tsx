import { createFileRoute, useNavigate } from '@tanstack/react-router';
import * as v from 'valibot';
import { sourceQueries } from '../features/source/queries';
import { SourceVersions } from '../features/source/SourceVersions';

const version = v.fallback(v.optional(v.pipe(v.string(), v.uuid())), undefined);
const search = v.object({ from: version, to: version });

export const Route = createFileRoute('/_member/sources/$id/')({
  validateSearch: search,
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps }) => void context.queryClient.prefetchQuery(sourceQueries.diff(params.id, deps)),
  component: Versions,
});

function Versions() {
  const { id } = Route.useParams();
  const range = Route.useSearch();
  const navigate = useNavigate();
  return (
    <SourceVersions
      id={id}
      range={range}
      onRange={(next) => void navigate({ to: '/sources/$id', params: { id }, search: next, replace: true })}
    />
  );
}
