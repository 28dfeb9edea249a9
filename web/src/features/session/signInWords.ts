import { translator } from '../../shared/i18n/translate';

const english = {
  'signIn.title': 'Sign in',
  'signIn.lead': 'Welcome back.',
  'signIn.submit': 'Sign in',
  'signIn.refused': 'The e-mail or the password is not right.',
  'signIn.email': 'E-mail',
  'signIn.password': 'Password',
  'signIn.showPassword': 'Show the password',
  'signIn.with': 'Sign in with {name}',
  'signIn.or': 'or',
  'signIn.forgot': 'Forgot your password?',
  'again.title': 'Sign in again',
  'again.lead': 'Your session has ended. What you were writing is still here; sign in and go on.',
  'again.as': 'As {email}',
  'again.newTab': 'Sign in with {name} in a new tab',
  'again.back': 'I have signed in',
  'again.notYet': 'You are not signed in yet.',
  'again.other': 'Sign in as somebody else',
  'problem.refused': 'You were not signed in: the sign-in was declined or broken off at {name}. You can try again.',
  'problem.provider-away':
    '{name} does not answer right now, so nobody can sign in through it. Try again in a moment; whoever is signed in already can go on working.',
  'problem.no-workspace':
    'You are known to {name}, but nothing there gives you a role in a workspace here. Ask your administrator for one, then try again.',
  'problem.email-taken':
    'An account with your e-mail address exists here, and {name} does not say that the address was verified. Ask your administrator to have it verified there.',
  'problem.email-missing':
    '{name} tells us no e-mail address of yours, which an account here needs. Ask your administrator to share it.',
  'problem.sign-up-off':
    'You have no account here yet, and new ones are switched off for now by whoever operates this installation. Try again later.',
  'problem.expired': 'This sign-in was begun too long ago, in another browser, or has been used already. Begin again.',
  'problem.failed':
    'What {name} sent could not be verified, so you were not signed in. Try again; if it stays so, tell your administrator.',
} as const;

type Words = Record<keyof typeof english, string>;

const german: Words = {
  'signIn.title': 'Anmelden',
  'signIn.lead': 'Willkommen zur\u00fcck.',
  'signIn.submit': 'Anmelden',
  'signIn.refused': 'E-Mail-Adresse oder Passwort stimmen nicht.',
  'signIn.email': 'E-Mail',
  'signIn.password': 'Passwort',
  'signIn.showPassword': 'Passwort zeigen',
  'signIn.with': 'Mit {name} anmelden',
  'signIn.or': 'oder',
  'signIn.forgot': 'Passwort vergessen?',
  'again.title': 'Noch einmal anmelden',
  'again.lead':
    'Ihre Sitzung ist beendet. Was Sie gerade geschrieben haben, ist noch da; melden Sie sich an und machen Sie weiter.',
  'again.as': 'Als {email}',
  'again.newTab': 'In einem neuen Tab mit {name} anmelden',
  'again.back': 'Ich bin angemeldet',
  'again.notYet': 'Sie sind noch nicht angemeldet.',
  'again.other': 'Als jemand anderes anmelden',
  'problem.refused':
    'Sie sind nicht angemeldet: Bei {name} wurde die Anmeldung abgelehnt oder abgebrochen. Sie k\u00f6nnen es noch einmal versuchen.',
  'problem.provider-away':
    '{name} antwortet gerade nicht, dar\u00fcber kann sich im Moment niemand anmelden. Versuchen Sie es gleich noch einmal; wer schon angemeldet ist, kann weiterarbeiten.',
  'problem.no-workspace':
    '{name} kennt Sie, aber nichts dort gibt Ihnen hier eine Rolle in einem Arbeitsbereich. Bitten Sie Ihre Administration darum und versuchen Sie es dann noch einmal.',
  'problem.email-taken':
    'Hier gibt es schon ein Konto mit Ihrer E-Mail-Adresse, und {name} sagt nicht, dass die Adresse best\u00e4tigt ist. Bitten Sie Ihre Administration, sie dort zu best\u00e4tigen.',
  'problem.email-missing':
    '{name} nennt uns keine E-Mail-Adresse von Ihnen, die ein Konto hier braucht. Bitten Sie Ihre Administration, sie freizugeben.',
  'problem.sign-up-off':
    'Sie haben hier noch kein Konto, und neue sind im Moment vom Betreiber dieser Installation abgeschaltet. Versuchen Sie es sp\u00e4ter noch einmal.',
  'problem.expired':
    'Diese Anmeldung wurde vor zu langer Zeit oder in einem anderen Browser begonnen, oder sie ist schon verwendet. Beginnen Sie neu.',
  'problem.failed':
    'Was {name} geschickt hat, lie\u00df sich nicht pr\u00fcfen; Sie sind nicht angemeldet. Versuchen Sie es noch einmal, und sagen Sie es Ihrer Administration, wenn es so bleibt.',
};

/** The sign-in page speaks the browser's language before anybody has chosen one. */
export const language = navigator.language.startsWith('de') ? 'de' : 'en';

/** Texts of the sign-in page. */
export const t = translator<typeof english>(language === 'de' ? (german as typeof english) : english);

type Problem = Extract<keyof typeof english, `problem.${string}`>;

/** Why the way through the provider led back here; an unknown reason is a failure like any other. */
export function problemText(problem: string, name: string): string {
  const key = `problem.${problem}`;
  return t(key in english ? (key as Problem) : 'problem.failed', { name });
}
