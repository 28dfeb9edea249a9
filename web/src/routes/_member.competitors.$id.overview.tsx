import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { OverviewTab } from '../features/competitor/OverviewTab';
import { SeeAChange } from '../features/welcome/SeeAChange';

export const Route = createFileRoute('/_member/competitors/$id/overview')({ component: Overview });

function Overview() {
  const { id } = Route.useParams();
  const { range } = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <OverviewTab
      id={id}
      range={range}
      onRange={(next) => void navigate({ search: { range: next }, replace: true })}
      example={<SeeAChange />}
    />
  );
}
