import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { violations } from '../../test/axe';
import { ids } from '../../test/fixtures';
import { renderApp } from '../../test/render';

test('the document opens with the quote marked', async () => {
  const { container } = renderApp(`/documents/${ids.document}?quote=18-21`);

  expect(await screen.findByText('$59')).toBeVisible();
  expect(container.querySelectorAll('mark')).toHaveLength(1);
  expect(await violations(container)).toEqual([]);
});

test('a quote that this version does not have is admitted', async () => {
  renderApp(`/documents/${ids.document}?quote=900-905`);

  expect(await screen.findByText('The quote is not in this version of the page.')).toBeVisible();
});
