import { createFileRoute } from '@tanstack/react-router';
import { FeaturesTab } from '../features/competitor/FeaturesTab';

export const Route = createFileRoute('/_member/competitors/$id/features')({
  component: () => <FeaturesTab id={Route.useParams().id} />,
});
