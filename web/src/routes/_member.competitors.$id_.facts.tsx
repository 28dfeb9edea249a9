import { createFileRoute, stripSearchParams } from '@tanstack/react-router';
import { FactsPage } from '../features/fact/FactsPage';
import { factSearch } from '../features/fact/kinds';
import { factQueries } from '../features/fact/queries';

export const Route = createFileRoute('/_member/competitors/$id_/facts')({
  validateSearch: factSearch,
  search: { middlewares: [stripSearchParams({ kind: 'JOB_OPENING' })] },
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps }) =>
    void context.queryClient.prefetchInfiniteQuery(factQueries.list(params.id, deps)),
  component: () => <FactsPage competitorId={Route.useParams().id} search={Route.useSearch()} />,
});
