import { DAY } from './scale';

const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

/** A moment as exact as the span it is part of makes sense of. */
export function momentText(at: number, span: number): string {
  return (span < 14 * DAY ? exact : day).format(at);
}
