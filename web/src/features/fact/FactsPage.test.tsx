import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Fact } from '../../shared/api/types';
import { violations } from '../../test/axe';
import { evidence, fact, ids, session } from '../../test/fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';

const address = `/competitors/${ids.competitor}/facts`;
const placeEvidence = evidence({ id: '01930000-0000-7000-8000-0000000000e2', quote: 'Lisbon', start: 41, end: 47 });

const opening = fact({
  kind: 'JOB_OPENING',
  subject: 'Rust Engineer',
  field: 'opening',
  value: { text: 'Lisbon \u00b7 full time' },
  link: 'http://brightdesk.localhost:8090/careers/rust',
  evidence: [evidence(), placeEvidence],
  details: [
    { kind: 'LOCATION', text: 'Lisbon', evidenceId: placeEvidence.id },
    { kind: 'EMPLOYMENT', text: 'FULL_TIME' },
    { kind: 'SALARY_MIN', text: '\u20ac80k', amountMinor: 8_000_000, currency: 'EUR' },
  ],
});

function facts(byKind: Record<string, Fact[]>) {
  const asked: string[] = [];
  server.use(
    http.get('/api/v1/facts', ({ request, response }) => {
      const query = new URL(request.url).searchParams;
      asked.push(`${query.get('kind')} ${query.get('current')}`);
      return response(200).json({ items: byKind[query.get('kind') ?? ''] ?? [], nextCursor: null });
    }),
  );
  return asked;
}

test('openings show their details, each with the words it was read from', async () => {
  facts({ JOB_OPENING: [opening] });
  const { container } = renderApp(address);

  const list = await screen.findByRole('region', { name: 'Openings' });
  expect(await within(list).findByRole('link', { name: /^Rust Engineer/ })).toBeVisible();
  expect(within(list).getByText('full time')).toBeVisible();
  expect(within(list).getByRole('link', { name: 'Lisbon' })).toHaveAttribute(
    'href',
    `/documents/${ids.document}?quote=41-47`,
  );
  expect(list).not.toHaveTextContent('\u20ac80k');
  expect(await violations(container)).toEqual([]);
});

test('each kind has its tab; features, contacts and technologies are named by what they are', async () => {
  const asked = facts({
    FEATURE: [fact({ kind: 'FEATURE', subject: 'Pro', field: 'Single sign-on', value: { text: 'yes' } })],
    CONTACT: [
      fact({ kind: 'CONTACT', subject: 'hello@x.example', field: 'e-mail', value: { text: 'hello@x.example' } }),
    ],
    TECHNOLOGY: [
      fact({
        kind: 'TECHNOLOGY',
        subject: 'Segment',
        field: 'analytics',
        value: { text: 'cdn.segment.com' },
        evidence: [],
      }),
    ],
  });
  renderApp(address);

  expect(await screen.findByText('No opening was found on the watched pages.')).toBeVisible();
  await userEvent.click(screen.getByRole('link', { name: 'Features' }));
  expect(await screen.findByText('Single sign-on')).toBeVisible();
  expect(screen.getByText('Pro: yes')).toBeVisible();
  const tabs = within(screen.getByRole('navigation', { name: 'Kinds of facts' })).getAllByRole('link');
  expect(tabs.filter((tab) => tab.getAttribute('aria-current') === 'page').map((tab) => tab.textContent)).toEqual([
    'Features',
  ]);
  await userEvent.click(screen.getByRole('link', { name: 'Contacts' }));
  expect(await screen.findByText('e-mail')).toBeVisible();
  await userEvent.click(screen.getByRole('link', { name: 'Technologies' }));
  expect(await screen.findByText('analytics, seen in the code of the page as cdn.segment.com')).toBeVisible();
  expect(screen.getByText('No evidence')).toBeVisible();
  await userEvent.click(screen.getByRole('checkbox', { name: 'Show what has ended too' }));
  await waitFor(() => expect(asked.at(-1)).toBe('TECHNOLOGY false'));
});

test('whether a product is to be had is said in words', async () => {
  facts({
    PRODUCT: [fact({ kind: 'PRODUCT', subject: 'Kettle', field: 'availability', value: { text: 'OUT_OF_STOCK' } })],
  });
  renderApp(`${address}?kind=PRODUCT`);

  expect(await screen.findByText('out of stock')).toBeVisible();
});

test('any fact is corrected, and the correction is taken back', async () => {
  const asked: unknown[] = [];
  const corrected = {
    value: { text: 'Porto' },
    note: 'They said so.',
    setBy: ids.member,
    setAt: '2026-11-20T08:00:00Z',
  };
  facts({ JOB_OPENING: [opening] });
  server.use(
    http.put('/api/v1/facts/{id}/override', async ({ request, response }) => {
      asked.push(await request.json());
      facts({ JOB_OPENING: [{ ...opening, override: corrected }] });
      return response(200).json({ ...opening, override: corrected });
    }),
    http.delete('/api/v1/facts/{id}/override', ({ response }) => {
      asked.push('taken back');
      facts({ JOB_OPENING: [opening] });
      return response(200).json(opening);
    }),
  );
  renderApp(address);

  await userEvent.click(await screen.findByRole('button', { name: 'Correct Rust Engineer' }));
  await userEvent.type(screen.getByLabelText(/What it is/), 'Porto');
  await userEvent.type(screen.getByLabelText(/How you know/), 'They said so.');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Corrected')).toBeVisible();
  expect(screen.getByText('the page says Lisbon \u00b7 full time; They said so.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Correct Rust Engineer' }));
  await userEvent.click(screen.getByRole('button', { name: 'Take back' }));

  await waitFor(() => expect(screen.queryByText('Corrected')).toBeNull());
  expect(asked).toEqual([{ text: 'Porto', note: 'They said so.' }, 'taken back']);
});

test('the history shows the versions read and who said what', async () => {
  facts({ JOB_OPENING: [opening] });
  server.use(
    http.get('/api/v1/facts/{id}/lineage', ({ response }) =>
      response(200).json([
        opening,
        { ...opening, id: ids.change, subject: 'Systems Engineer', validTo: '2026-11-20T08:00:00Z' },
      ]),
    ),
    http.get('/api/v1/facts/{id}/overrides', ({ response }) =>
      response(200).json([
        { value: { text: 'Porto' }, note: 'A guess.', setBy: ids.member, setAt: '2026-11-19T08:00:00Z' },
        {
          value: { text: 'Faro' },
          note: 'An older guess.',
          setBy: ids.change,
          setAt: '2026-11-18T08:00:00Z',
          withdrawnBy: ids.change,
          withdrawnAt: '2026-11-19T08:00:00Z',
        },
      ]),
    ),
  );
  renderApp(address);

  await userEvent.click(await screen.findByRole('button', { name: 'History of Rust Engineer' }));
  const dialog = screen.getByRole('dialog', { name: 'History of Rust Engineer' });
  const versions = await within(dialog).findByRole('region', { name: 'Versions read' });
  expect(await within(versions).findAllByRole('listitem')).toHaveLength(2);
  expect(versions).toHaveTextContent('now');
  expect(versions).toHaveTextContent('Systems Engineer');
  const said = within(dialog).getByRole('region', { name: 'What people said' });
  expect((await within(said).findAllByRole('listitem')).map((item) => item.textContent)).toEqual([
    expect.stringMatching(/^you, .*Porto A guess\.holds$/),
    expect.stringMatching(/^a member, .*Faro An older guess\.taken back/),
  ]);
  expect(await violations(dialog)).toEqual([]);
});

test('a viewer sees the evidence and the history, and corrects nothing', async () => {
  facts({ JOB_OPENING: [opening] });
  server.use(
    http.get('/api/v1/session', ({ response }) =>
      response(200).json({ ...session, member: { ...session.member, role: 'viewer' } }),
    ),
  );
  renderApp(address);

  expect(await screen.findByRole('button', { name: 'History of Rust Engineer' })).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Correct/ })).toBeNull();
});
