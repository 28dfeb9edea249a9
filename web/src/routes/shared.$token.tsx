import { createFileRoute } from '@tanstack/react-router';
import { SharedPage } from '../features/share/SharedPage';

/** Open to whoever has the link; no session is asked for. */
export const Route = createFileRoute('/shared/$token')({
  component: () => <SharedPage token={Route.useParams().token} />,
});
