import { createFileRoute, useNavigate } from '@tanstack/react-router';
import * as v from 'valibot';
import { AddCompetitor } from '../features/discovery/AddCompetitor';

const search = v.object({
  url: v.fallback(v.optional(v.string()), undefined),
  discovery: v.fallback(v.optional(v.pipe(v.string(), v.uuid())), undefined),
});

export const Route = createFileRoute('/_member/competitors/new')({
  validateSearch: search,
  component: NewCompetitor,
});

function NewCompetitor() {
  const { url, discovery } = Route.useSearch();
  const navigate = useNavigate();
  return (
    <AddCompetitor
      url={url}
      discoveryId={discovery}
      onStarted={(typed, id) =>
        void navigate({ to: '/competitors/new', search: { url: typed, discovery: id }, replace: true })
      }
      onTracked={(id) => void navigate({ to: '/competitors/$id', params: { id } })}
    />
  );
}
