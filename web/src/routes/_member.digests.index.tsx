import { createFileRoute } from '@tanstack/react-router';
import { DigestList } from '../features/digest/DigestList';
import { digestQueries } from '../features/digest/queries';

export const Route = createFileRoute('/_member/digests/')({
  loader: ({ context }) => void context.queryClient.prefetchQuery(digestQueries.list()),
  component: DigestList,
});
