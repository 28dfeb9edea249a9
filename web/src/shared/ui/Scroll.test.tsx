import { render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { Scroll } from './Scroll';

const wide = (pixels: number) => vi.spyOn(HTMLElement.prototype, 'scrollWidth', 'get').mockReturnValue(pixels);
const place = (pixels: number) => vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(pixels);

afterEach(() => {
  vi.restoreAllMocks();
});

test('what is wider than its place is a stop for the keyboard, what fits is none', () => {
  wide(640);
  place(390);
  const { unmount } = render(<Scroll label="Queues">a table</Scroll>);
  expect(screen.getByRole('group', { name: 'Queues' })).toHaveAttribute('tabindex', '0');
  unmount();

  place(640);
  render(<Scroll label="Queues">a table</Scroll>);
  expect(screen.getByRole('group', { name: 'Queues' })).not.toHaveAttribute('tabindex');
});
