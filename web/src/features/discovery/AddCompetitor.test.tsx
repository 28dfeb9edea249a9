import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Discovery } from '../../shared/api/types';
import { violations } from '../../test/axe';
import { FakeEventSource } from '../../test/fake-event-source';
import { competitor, discovery, ids, session, suggestion } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';

const pricing = suggestion();
const careers = suggestion({
  id: '01930000-0000-7000-8000-0000000000a2',
  kind: 'CAREERS',
  label: 'Careers',
  recommended: false,
});
const finds = (change: Partial<Discovery>) =>
  server.use(
    http.post('/api/v1/discoveries', ({ response }) =>
      response(202).json(discovery({ state: 'RUNNING', suggestions: [] })),
    ),
    http.get('/api/v1/discoveries/{id}', ({ response }) => response(200).json(discovery(change))),
  );

test('an address in the link starts the search, pages appear as they are found, and the chosen ones are tracked', async () => {
  finds({ state: 'RUNNING', suggestions: [pricing] });
  let tracked: unknown;
  server.use(
    http.post('/api/v1/competitors', async ({ request, response }) => {
      tracked = await request.json();
      return response(201).json(competitor);
    }),
  );
  const { container, router } = renderApp('/competitors/new?url=brightdesk.localhost%3A8090');

  await waitFor(() => expect(router.state.location.search).toMatchObject({ discovery: ids.discovery }));
  FakeEventSource.latest.open();
  FakeEventSource.latest.say('discovery.progress', ids.discovery);
  expect(await screen.findByRole('checkbox', { name: 'Pricing' })).toBeChecked();

  finds({ state: 'DONE', suggestions: [pricing, careers] });
  FakeEventSource.latest.say('discovery.finished', ids.discovery);
  const second = await screen.findByRole('checkbox', { name: 'Careers' });
  expect(second).not.toBeChecked();
  expect(await violations(container)).toEqual([]);
  await userEvent.click(second);
  await userEvent.click(screen.getByRole('button', { name: 'Track 2 pages' }));

  await waitFor(() => expect(router.state.location.pathname).toBe(`/competitors/${competitor.id}/overview`));
  expect(tracked).toEqual({
    url: 'http://brightdesk.localhost:8090',
    name: 'BrightDesk',
    discoveryId: ids.discovery,
    sources: [{ suggestionId: pricing.id }, { suggestionId: careers.id }],
  });
});

test('a failed search says why and still lets pages be added by hand', async () => {
  finds({ state: 'FAILED', error: 'The site did not answer.', suggestions: [] });
  renderApp(`/competitors/new?url=a.test&discovery=${ids.discovery}`);

  expect(await screen.findByText('The site did not answer.')).toBeVisible();
  await userEvent.type(screen.getByRole('textbox', { name: 'Address of another page' }), 'a.test/pricing');
  await userEvent.click(screen.getByRole('button', { name: 'Add page' }));
  expect(screen.getByRole('button', { name: 'Track 1 page' })).toBeEnabled();
});

test('a wrong address is answered at once', async () => {
  renderApp('/competitors/new');

  await userEvent.type(await screen.findByRole('textbox', { name: 'Address of the company' }), 'not an address');
  await userEvent.click(screen.getByRole('button', { name: 'Find pages' }));

  expect(screen.getByText('Enter an address, like example.com.')).toBeVisible();
});

test('a viewer learns who can add competitors', async () => {
  server.use(
    http.get('/api/v1/session', ({ response }) =>
      response(200).json({ ...session, member: { ...session.member, role: 'viewer' } }),
    ),
  );
  renderApp('/competitors/new');

  expect(await screen.findByText(/needs the analyst role/)).toBeVisible();
});
