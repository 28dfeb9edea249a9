import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { PricingTab } from '../features/competitor/PricingTab';

export const Route = createFileRoute('/_member/competitors/$id/pricing')({ component: Pricing });

function Pricing() {
  const { id } = Route.useParams();
  const { range } = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <PricingTab id={id} range={range} onRange={(next) => void navigate({ search: { range: next }, replace: true })} />
  );
}
