import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { NewsTab } from '../features/competitor/NewsTab';

export const Route = createFileRoute('/_member/competitors/$id/news')({ component: News });

function News() {
  const { id } = Route.useParams();
  const { range } = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <NewsTab id={id} range={range} onRange={(next) => void navigate({ search: { range: next }, replace: true })} />
  );
}
