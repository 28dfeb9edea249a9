import { en, type Message, type MessageKey } from './en';

type Catalogue = Record<string, Message>;
type Names<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Texts<M> = M extends string ? M : M extends { other: infer Text } ? Text : never;
type Values<M> = Record<Names<Texts<M>>, string | number>;
type Arguments<M> = [Names<Texts<M>>] extends [never] ? [] : [values: Values<M>];
type Translate<C extends Catalogue> = <K extends keyof C & string>(key: K, ...values: Arguments<C[K]>) => string;

/** What a key says in the language that was chosen; without one, what the English catalogue says. */
type Localise = (key: string, english: Message) => Message;

let plurals = new Intl.PluralRules('en');
let localise: Localise = (_, english) => english;

/** From here on every text is asked for in another language. Before the first screen loads, which may keep texts. */
export function speak(language: string, words: Localise): void {
  plurals = new Intl.PluralRules(language);
  localise = words;
}

type PartKey = Extract<MessageKey, `part.${string}`>;

/** Whether the catalogue has words for a part of a view; the gateway may name parts that it has not. */
export function hasPartName(key: `part.${string}`): key is PartKey {
  return key in en;
}

/**
 * Words of a catalogue. A missing key or a missing value is a compile error; `{count}` picks the plural form. A feature
 * whose texts are many has a catalogue of its own, so that only its own screens load them.
 */
export function translator<C extends Catalogue>(catalogue: C): Translate<C> {
  return (key, ...[values]) => {
    const message: Message = localise(key, catalogue[key] ?? unknownWord(key));
    const given: Record<string, string | number> = values ?? {};
    const text =
      typeof message === 'string'
        ? message
        : plurals.select(Number(given.count)) === 'one'
          ? message.one
          : message.other;
    return text.replace(/\{(\w+)\}/g, (_, name: string) => String(given[name] ?? ''));
  };
}

/** One text that every screen may need. */
export const t = translator(en);

/** A server newer than this page may name what the catalogue does not know: its own word, not a dead screen. */
function unknownWord(key: string): string {
  const word = key.slice(key.lastIndexOf('.') + 1);
  return word.charAt(0) + word.slice(1).toLowerCase().replaceAll('_', ' ');
}
