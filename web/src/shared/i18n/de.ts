import { operations } from './de-operations';
import { shell } from './de-shell';
import type { Message } from './en';

const german: Record<string, Message> = { ...shell, ...operations };

/** What German has no words for yet stays English. */
export function words(key: string, english: Message): Message {
  return german[key] ?? english;
}
