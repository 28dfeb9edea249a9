import { createFileRoute } from '@tanstack/react-router';
import { alertQueries } from '../features/alert/queries';
import { EditRule } from '../features/alert/RuleEditor';

export const Route = createFileRoute('/_member/alerts/$id')({
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(alertQueries.rule(params.id)),
  component: () => <EditRule id={Route.useParams().id} />,
});
