import { createFileRoute } from '@tanstack/react-router';
import { CompetitorPage } from '../features/competitor/CompetitorPage';
import { competitorQueries } from '../features/competitor/queries';

export const Route = createFileRoute('/_member/competitors/$id')({
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(competitorQueries.overview(params.id)),
  component: () => <CompetitorPage id={Route.useParams().id} />,
});
