import { createFileRoute } from '@tanstack/react-router';
import { InsightPage } from '../features/insight/InsightPage';
import { insightQueries } from '../features/insight/queries';

export const Route = createFileRoute('/_member/insights/$id')({
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(insightQueries.one(params.id)),
  component: () => <InsightPage id={Route.useParams().id} />,
});
