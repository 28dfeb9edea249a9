import { createFileRoute } from '@tanstack/react-router';
import { battlecardQueries } from '../features/battlecard/queries';
import { Reader } from '../features/battlecard/Reader';

export const Route = createFileRoute('/_member/battlecards/$id/')({
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(battlecardQueries.card(params.id)),
  component: () => <Reader id={Route.useParams().id} />,
});
