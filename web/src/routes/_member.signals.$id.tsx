import { createFileRoute } from '@tanstack/react-router';
import { signalQueries } from '../features/signal/queries';
import { SignalPage } from '../features/signal/SignalPage';

export const Route = createFileRoute('/_member/signals/$id')({
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(signalQueries.one(params.id)),
  component: () => <SignalPage id={Route.useParams().id} />,
});
