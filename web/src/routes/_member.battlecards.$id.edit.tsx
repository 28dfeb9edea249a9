import { createFileRoute } from '@tanstack/react-router';
import { EditCard } from '../features/battlecard/Editor';

// Loads nothing ahead: whoever may not write must not be refused twice.
export const Route = createFileRoute('/_member/battlecards/$id/edit')({
  component: () => <EditCard id={Route.useParams().id} />,
});
