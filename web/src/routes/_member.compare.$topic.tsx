import { createFileRoute, notFound, stripSearchParams, useNavigate } from '@tanstack/react-router';
import { Compare } from '../features/compare/Compare';
import { compareSearch, topics } from '../features/compare/comparison';

export const Route = createFileRoute('/_member/compare/$topic')({
  validateSearch: compareSearch,
  search: { middlewares: [stripSearchParams({ period: 'MONTH', seats: 10 })] },
  params: {
    parse: ({ topic }) => {
      const known = topics.find((each) => each === topic);
      if (!known) throw notFound();
      return { topic: known };
    },
    stringify: ({ topic }) => ({ topic }),
  },
  component: Comparison,
});

function Comparison() {
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <Compare
      topic={Route.useParams().topic}
      search={Route.useSearch()}
      onSearch={(search) => void navigate({ search, replace: true })}
    />
  );
}
