/** The languages of the dashboard; `en-XA` is English stretched and accented, to find what a longer language breaks. */
export type Locale = 'en' | 'de' | 'en-XA';

const storageKey = 'ciq-locale';

/** What was chosen in this browser. */
export function chosenLocale(): Locale {
  try {
    const chosen = localStorage.getItem(storageKey);
    return chosen === 'de' || chosen === 'en-XA' ? chosen : 'en';
  } catch {
    return 'en';
  }
}

/** Holds from the next load on: texts and formats are bound to a language as they load. */
export function chooseLocale(locale: Locale): void {
  localStorage.setItem(storageKey, locale);
}

/** For dates and numbers. */
export const locale = chosenLocale() === 'de' ? 'de' : 'en';
