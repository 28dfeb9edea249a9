import { en, type Message, type MessageKey, type Messages } from './en';

type Names<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Texts<M> = M extends string ? M : M extends { other: infer Text } ? Text : never;
type Values<K extends MessageKey> = Record<Names<Texts<Messages[K]>>, string | number>;
type Arguments<K extends MessageKey> = [Names<Texts<Messages[K]>>] extends [never] ? [] : [values: Values<K>];

const plurals = new Intl.PluralRules('en');

type PartKey = Extract<MessageKey, `part.${string}`>;

/** Whether the catalogue has words for a part of a view; the gateway may name parts that it has not. */
export function hasPartName(key: `part.${string}`): key is PartKey {
  return key in en;
}

/** One user-visible text. A missing key or a missing value is a compile error; `{count}` picks the plural form. */
export function t<K extends MessageKey>(key: K, ...[values]: Arguments<K>): string {
  const message: Message = en[key] ?? unknownWord(key);
  const given: Record<string, string | number> = values ?? {};
  const text =
    typeof message === 'string' ? message : plurals.select(Number(given.count)) === 'one' ? message.one : message.other;
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(given[name] ?? ''));
}

/** A server newer than this page may name what the catalogue does not know: its own word, not a dead screen. */
function unknownWord(key: string): string {
  const word = key.slice(key.lastIndexOf('.') + 1);
  return word.charAt(0) + word.slice(1).toLowerCase().replaceAll('_', ' ');
}
