import { createFileRoute } from '@tanstack/react-router';
import { AdsTab } from '../features/competitor/AdsTab';

export const Route = createFileRoute('/_member/competitors/$id/ads')({
  component: () => <AdsTab id={Route.useParams().id} />,
});
