import { createFileRoute } from '@tanstack/react-router';
import { AnswerScreen } from '../features/ask/AskScreen';
import { askQueries } from '../features/ask/queries';

export const Route = createFileRoute('/_member/ask/$id')({
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(askQueries.one(params.id)),
  component: () => <AnswerScreen id={Route.useParams().id} />,
});
