import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { TimelineTab } from '../features/competitor/TimelineTab';
import { timelineSearch } from '../features/competitor/tabs';

export const Route = createFileRoute('/_member/competitors/$id/timeline')({
  validateSearch: timelineSearch,
  component: Timeline,
});

function Timeline() {
  const { id } = Route.useParams();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <TimelineTab
      id={id}
      range={search.range}
      category={search.category}
      onRange={(range) => void navigate({ search: { ...search, range }, replace: true })}
      onCategory={(category) => void navigate({ search: { ...search, category }, replace: true })}
    />
  );
}
