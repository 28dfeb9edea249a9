import { locale } from '../i18n/locale';
import { t } from '../i18n/translate';

/** English leaves the order of day and month to the browser. */
const intlLocale = locale === 'en' ? undefined : locale;

const relativeFormat = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'narrow' });
const absoluteFormat = new Intl.DateTimeFormat(intlLocale, { dateStyle: 'medium', timeStyle: 'short' });
const dayFormat = new Intl.DateTimeFormat(intlLocale, { dateStyle: 'medium' });

const steps: [limitSeconds: number, unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  [3600, 'minute', 60],
  [86_400, 'hour', 3600],
  [30 * 86_400, 'day', 86_400],
  [365 * 86_400, 'month', 30 * 86_400],
  [Number.POSITIVE_INFINITY, 'year', 365 * 86_400],
];

/** `5 min. ago`, `in 2 hr.`: how far an instant is from now, in the coarsest unit that still tells something. */
export function relativeTime(instant: string, now: number): string {
  const seconds = (Date.parse(instant) - now) / 1000;
  const distance = Math.abs(seconds);
  if (distance < 45) return seconds > 5 ? t('time.soon') : t('time.now');
  for (const [limit, unit, length] of steps) {
    if (distance < limit) return relativeFormat.format(Math.round(seconds / length), unit);
  }
  return absoluteTime(instant);
}

/** When something that is planned will happen; what is due already is said to be due, not past. */
export function plannedTime(instant: string, now: number): string {
  return Date.parse(instant) - now > 5000 ? relativeTime(instant, now) : t('time.due');
}

export function absoluteTime(instant: string): string {
  return absoluteFormat.format(new Date(instant));
}

export function day(instant: string): string {
  return dayFormat.format(new Date(instant));
}

/** An ISO-8601 duration as people say it: `PT24H` is `every day`, `PT90M` is `every 90 min`, `PT15S` is `every 15 s`. */
export function everyInterval(duration: string): string {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration);
  if (!match) return duration;
  const minutes = Number(match[1] ?? 0) * 1440 + Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
  const seconds = Number(match[4] ?? 0);
  if (seconds > 0) return t('every.seconds', { n: minutes * 60 + seconds });
  if (minutes === 0) return duration;
  if (minutes % 1440 === 0) return minutes === 1440 ? t('every.day') : t('every.days', { n: minutes / 1440 });
  if (minutes % 60 === 0) return minutes === 60 ? t('every.hour') : t('every.hours', { n: minutes / 60 });
  return t('every.minutes', { n: minutes });
}

/** An instant on the clock of a time zone; an unknown zone reads in the reader's own. */
export function timeIn(instant: string, zone: string): string {
  try {
    return new Intl.DateTimeFormat(intlLocale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(
      new Date(instant),
    );
  } catch {
    return absoluteTime(instant);
  }
}

const dayAndMonthFormat = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });

/** A day of this year as a chart has room for it: `20 Nov`. */
export function dayAndMonth(at: number): string {
  return dayAndMonthFormat.format(at);
}
