import { createFileRoute, redirect, useRouter } from '@tanstack/react-router';
import * as v from 'valibot';
import { sessionQueries } from '../features/session/queries';
import { SignInForm } from '../features/session/SignInForm';
import { currentSession } from '../shared/api/session';

const search = v.object({
  // Only a path of this dashboard: a link must not send anyone elsewhere after signing in.
  back: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^\/(?![/\\])/))), undefined),
  problem: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^[a-z-]{1,40}$/))), undefined),
});

export const Route = createFileRoute('/sign-in')({
  validateSearch: search,
  beforeLoad: async ({ context }) => {
    const session = await context.queryClient.ensureQueryData(currentSession());
    if (session) throw redirect({ to: '/' });
    const { needed } = await context.queryClient.fetchQuery(sessionQueries.setup());
    if (needed) throw redirect({ to: '/setup' });
  },
  loader: ({ context }) => context.queryClient.fetchQuery(sessionQueries.methods()),
  component: SignIn,
});

function SignIn() {
  const { back, problem } = Route.useSearch();
  const methods = Route.useLoaderData();
  const router = useRouter();
  return (
    <SignInForm
      methods={methods}
      back={back ?? '/'}
      problem={problem}
      onDone={() => router.history.replace(back ?? '/')}
    />
  );
}
