import { createFileRoute } from '@tanstack/react-router';
import { DigestPage } from '../features/digest/DigestPage';
import { digestQueries } from '../features/digest/queries';

export const Route = createFileRoute('/_member/digests/$id/')({
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(digestQueries.one(params.id)),
  component: () => <DigestPage id={Route.useParams().id} />,
});
