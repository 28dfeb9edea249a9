import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { screens } from './screens';

type Looked = { route: string; state: string; broken: number; looks: string[] };
type Effort = { journey: string; hand: 'keys' | 'clicks'; count: number; most: number };

type Fitted = { path: string; look: string; faults: number };
type Shot = { route: string; look: string; faults: string[] };

const states = ['loaded', 'empty', 'error', 'no permission'];
const routes = new URL('../../src/routes/', import.meta.url);
const table = new URL('../../../docs/screens.md', import.meta.url);

/**
 * Puts what the tests of one run saw into tables: what each journey took, on the terminal; every screen with its tests,
 * states and what axe found, in docs/screens.md when `CIQ_SCREENS=write`. What no test of the run tried is not in it.
 */
export default class ScreensReporter implements Reporter {
  private readonly looked: Looked[] = [];
  private readonly apart = new Set<string>();
  private readonly efforts: Effort[] = [];
  private readonly fitted: Fitted[] = [];
  private readonly shots: Shot[] = [];
  private readonly visits = new Map<string, Set<string>>();

  printsToStdio(): boolean {
    return false;
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const spec = basename(test.location.file);
    for (const { type, description = '' } of result.annotations) {
      if (type === 'looked') this.looked.push(JSON.parse(description));
      if (type === 'apart') this.apart.add(description);
      if (type === 'effort') this.efforts.push(JSON.parse(description));
      if (type === 'fitted') this.fitted.push(JSON.parse(description));
      if (type === 'shot') this.shots.push(JSON.parse(description));
      if (type === 'visited' && result.status === 'passed' && spec !== 'a11y.spec.ts') {
        for (const path of JSON.parse(description))
          this.visits.set(path, (this.visits.get(path) ?? new Set()).add(spec));
      }
    }
  }

  onEnd(): void {
    const rows = [...new Set(this.efforts.map(({ journey }) => journey))].map((journey) =>
      [journey.padEnd(32), ...(['keys', 'clicks'] as const).map((hand) => this.took(journey, hand))].join(' '),
    );
    if (rows.length > 0) process.stdout.write(`\n${rows.join('\n')}\n`);
    if (this.shots.length > 0) process.stdout.write(`\n${this.pictures()}\n`);
    if (process.env.CIQ_SCREENS === 'write') writeFileSync(table, this.screens());
  }

  private pictures(): string {
    const count = (of: (shot: Shot) => string) => new Set(this.shots.map(of)).size;
    const faulty = this.shots.filter(({ faults }) => faults.length > 0);
    const told = faulty.map(({ route, look, faults }) => `${route}, ${look}:\n  ${faults.join('\n  ')}`);
    const sum = faulty.reduce((all, { faults }) => all + faults.length, 0);
    return [
      ...told,
      `${count(({ route }) => route)} screens, ${count(({ look }) => look)} looks, ${this.shots.length} pictures in test-results/shots, ${sum} faults`,
    ].join('\n');
  }

  /** How many screens were tried at which widths, and what of them could not be read whole. */
  private fit(): string {
    const looks = [...new Set(this.fitted.map(({ look }) => look))];
    const screens = new Set(this.fitted.map(({ path }) => path)).size;
    const faults = this.fitted.reduce((sum, each) => sum + each.faults, 0);
    return `${screens} screens at ${looks.length} sizes (${looks.join(', ')}): ${faults} places where words are cut off, beyond an edge or under others.`;
  }

  private took(journey: string, hand: Effort['hand']): string {
    const found = this.efforts.find((each) => each.journey === journey && each.hand === hand);
    return (found ? `${found.count} ${hand} (at most ${found.most})` : '').padEnd(24);
  }

  private screens(): string {
    const files = readdirSync(routes)
      .map((file) => file.replace(/\.tsx$/, ''))
      .sort();
    const frames = files.filter((file) => file === '__root' || files.some((other) => other.startsWith(`${file}.`)));
    const elsewhere = files.filter((file) => !frames.includes(file) && isRedirect(file));
    const shown = files.filter((file) => !frames.includes(file) && !elsewhere.includes(file));
    const rows = shown.map((file) => {
      const about = screens.find(({ route }) => route === file)?.about ?? 'not told';
      const cells = [`\`${file}.tsx\``, `\`${addressOf(file)}\``, about, this.testsOf(file, shown)];
      return `| ${[...cells, ...states.map((state) => this.outcome(file, state))].join(' | ')} |`;
    });
    const broken = this.looked.filter((each) => each.broken > 0).length;
    return [
      '# Screens',
      '',
      'Written by the browser tests (`CIQ_SCREENS=write npm run e2e` in `web/`), not by hand: one row for each route, the tests of',
      'that run that opened it and passed, and what axe found in each state: every rule of WCAG 2.0 to 2.2, A and AA, at 1440 px in',
      'the light theme and again at 390 px in the dark one. What was not tried says so.',
      '`npm run policy` fails when a route is missing here.',
      '',
      'Empty: nothing matches, or every list the gateway answers is empty. Error: every answer but the session is 503. No',
      'permission: a viewer. A dash: it cannot happen there (a screen that needs no session, or asks for nothing).',
      '',
      `${shown.length} screens, ${this.looked.length} states looked at, ${broken} with a violation.`,
      '',
      'Words that are two fifths longer (the pseudo-locale `en-XA`), 320 px, and 640 px, which is a screen of 1280 px at a zoom of 200 %',
      '(WCAG 1.4.10 and 1.4.4; zoom and not a larger root font, as sizes are in px and zoom is how browsers make them larger):',
      this.fit(),
      '',
      'Pictures of every screen in every look, to be looked at: `CIQ_SCREENS=shots npm run e2e -- --project=shots` on a stack that has run',
      'the journeys; they are put into `web/test-results/shots`, and what a program can see of them is told at the end.',
      '',
      `| Route file | Address | What it is | Opened by | ${states.map((state) => state[0]?.toUpperCase() + state.slice(1)).join(' | ')} |`,
      `|${'---|'.repeat(4 + states.length)}`,
      ...rows,
      '',
      `Frames around other screens, without content of their own: ${listed(frames)}.`,
      '',
      `Addresses that lead elsewhere: ${listed(elsewhere)}.`,
      '',
    ].join('\n');
  }

  private outcome(route: string, state: string): string {
    const found = this.looked.filter((each) => each.route === route && each.state === state);
    if (found.length === 0) return this.apart.has(`${route} ${state}`) ? '\u2013' : 'not tried';
    const broken = found.reduce((sum, each) => sum + each.broken, 0);
    return broken === 0 ? 'clean' : `${broken} violations`;
  }

  /** The most literal address wins, as in the router: `/competitors/new` is no competitor. */
  private testsOf(route: string, all: string[]): string {
    const byPrecision = [...all].sort((a, b) => a.split('$').length - b.split('$').length);
    const specs = [...this.visits].flatMap(([path, visitors]) =>
      byPrecision.find((file) => patternOf(file).test(path)) === route ? [...visitors] : [],
    );
    const names = [...new Set(specs)].map((spec) => spec.replace(/\.spec\.ts$/, '')).sort();
    return names.length === 0 ? 'none' : names.join(', ');
  }
}

function isRedirect(file: string): boolean {
  const source = readFileSync(new URL(`${file}.tsx`, routes), 'utf8');
  return source.includes('redirect(') && !source.includes('component:');
}

function addressOf(file: string): string {
  const parts = file.split('.').filter((part) => part !== '_member' && part !== 'index');
  return `/${parts.map((part) => part.replace(/_$/, '')).join('/')}`;
}

function patternOf(file: string): RegExp {
  return new RegExp(`^${addressOf(file).replace(/\$\w+/g, '[^/]+')}/?$`);
}

function listed(files: string[]): string {
  return files.map((file) => `\`${file}.tsx\``).join(', ');
}
