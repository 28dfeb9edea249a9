import { operations } from './de-operations';
import { shell } from './de-shell';
import { welcome } from './de-welcome';
import type { Message } from './en';

const german: Record<string, Message> = { ...shell, ...operations, ...welcome };

/** What German has no words for yet stays English. */
export function words(key: string, english: Message): Message {
  return german[key] ?? english;
}
