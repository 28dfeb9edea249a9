import { createFileRoute, Outlet, stripSearchParams } from '@tanstack/react-router';
import { CompetitorFrame } from '../features/competitor/CompetitorFrame';
import { competitorQueries } from '../features/competitor/queries';
import { dossierSearch } from '../features/competitor/tabs';

export const Route = createFileRoute('/_member/competitors/$id')({
  validateSearch: dossierSearch,
  search: { middlewares: [stripSearchParams({ range: '90d' })] },
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(competitorQueries.overview(params.id)),
  component: Competitor,
});

function Competitor() {
  return (
    <CompetitorFrame id={Route.useParams().id}>
      <Outlet />
    </CompetitorFrame>
  );
}
