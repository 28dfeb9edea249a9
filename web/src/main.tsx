import './styles';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { type AnyRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { routeTree } from './routeTree.gen';
import { createQueryClient } from './shared/api/query-client';
import { chosenLocale } from './shared/i18n/locale';
import { speak } from './shared/i18n/translate';
import { isMeasured } from './shared/rum/measured';
import { cssVariables, theme } from './theme';

const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';
if (nonce) setNonce(nonce);

const queryClient = createQueryClient({ retries: 2 });

const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

// The code of the first screen comes while it is asked who is signed in, not after that.
for (const { routeId } of router.matchRoutes(router.latestLocation)) {
  const route: AnyRoute | undefined = router.routesById[routeId as keyof typeof router.routesById];
  if (route) void router.loadRouteChunk(route);
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

/** Screens keep their texts as they load, so another language is there before the first of them. */
async function learnLanguage(): Promise<void> {
  const locale = chosenLocale();
  if (locale === 'en') return;
  const { words } = locale === 'de' ? await import('./shared/i18n/de') : await import('./shared/i18n/pseudo');
  speak(locale, words);
  document.documentElement.lang = locale;
}

const start = () =>
  createRoot(root).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        getStyleNonce={() => nonce}
      >
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
// Without its catalogue the dashboard speaks English.
void learnLanguage().then(start, start);

// Once the first route is known; its template is all that is told of where somebody is.
if (isMeasured(navigator)) {
  const known = router.subscribe('onResolved', () => {
    known();
    const page = router.state.matches.at(-1)?.fullPath ?? '/';
    void import('./shared/rum/rum').then(({ measure }) => measure(page.replace(/(.)\/$/, '$1')));
  });
}
