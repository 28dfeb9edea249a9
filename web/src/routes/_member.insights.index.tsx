import { createFileRoute, stripSearchParams, useNavigate } from '@tanstack/react-router';
import { insightSearch } from '../features/insight/claims';
import { Insights } from '../features/insight/Insights';
import { insightQueries } from '../features/insight/queries';

export const Route = createFileRoute('/_member/insights/')({
  validateSearch: insightSearch,
  search: { middlewares: [stripSearchParams({ least: 2 })] },
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => void context.queryClient.prefetchInfiniteQuery(insightQueries.list(deps.least)),
  component: Stories,
});

function Stories() {
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <Insights
      least={Route.useSearch().least}
      onLeast={(least) => void navigate({ search: { least }, replace: true })}
    />
  );
}
