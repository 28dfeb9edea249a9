import { createFileRoute } from '@tanstack/react-router';
import { SourceRules } from '../features/source/SourceRules';
import { ruleQueries } from '../shared/ignoring/queries';

export const Route = createFileRoute('/_member/sources/$id/rules')({
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(ruleQueries.effective(params.id)),
  component: () => <SourceRules id={Route.useParams().id} />,
});
