import { createFileRoute, stripSearchParams, useNavigate } from '@tanstack/react-router';
import * as v from 'valibot';
import { CompetitorList } from '../features/competitor/CompetitorList';
import { competitorQueries } from '../features/competitor/queries';
import { Doors } from '../features/welcome/Doors';

const search = v.object({ q: v.optional(v.fallback(v.string(), ''), '') });

export const Route = createFileRoute('/_member/competitors/')({
  validateSearch: search,
  search: { middlewares: [stripSearchParams({ q: '' })] },
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => void context.queryClient.prefetchQuery(competitorQueries.list(deps.q)),
  component: Competitors,
});

function Competitors() {
  const { q } = Route.useSearch();
  const navigate = useNavigate();
  return (
    <CompetitorList
      q={q}
      nobody={<Doors />}
      onSearch={(next) => void navigate({ to: '/competitors', search: { q: next }, replace: true })}
    />
  );
}
