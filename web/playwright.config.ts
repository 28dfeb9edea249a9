import { defineConfig } from '@playwright/test';

/** The journeys run against a real stack: `CIQ_URL`, with the demo market reachable by its crawlers. */
export default defineConfig({
  testDir: './e2e',
  workers: 2,
  fullyParallel: false,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['list'], ['html', { open: 'never' }], ['./e2e/support/screens-reporter.ts']],
  use: {
    baseURL: process.env.CIQ_URL ?? 'http://127.0.0.1:8080',
    // Without its film, which took a quarter of the run; what the page was at each step stays.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] },
  },
  projects: [
    // Sets the workspace up and tracks the company that the others watch.
    { name: 'first-run', testMatch: /journeys\/first-run\.spec\.ts/ },
    { name: 'journeys', testMatch: /journeys\/(cards|watching)\.spec\.ts/, dependencies: ['first-run'] },
    { name: 'people', testMatch: /journeys\/(flags|keys|members|pricing)\.spec\.ts/, dependencies: ['journeys'] },
    // Of any installation that is set up; after a deployment it runs alone (--no-deps).
    { name: 'installed', testMatch: /installed\.spec\.ts/, dependencies: ['journeys'] },
    // It changes the settings of a queue for a moment, which no other journey may meet.
    { name: 'operators', testMatch: /journeys\/operations\.spec\.ts/, dependencies: ['journeys', 'people'] },
    // The same work once by keyboard and once by mouse: one after the other, as both take the same things. Counted when
    // docs/screens.md is written.
    ...(process.env.CIQ_SCREENS === 'write'
      ? [
          { name: 'keyboard', testMatch: /journeys\/keyboard\.spec\.ts/, dependencies: ['operators'] },
          { name: 'mouse', testMatch: /journeys\/mouse\.spec\.ts/, dependencies: ['keyboard'] },
        ]
      : []),
    // Pictures of every screen in every look, when somebody wants to look at them.
    ...(process.env.CIQ_SCREENS === 'shots'
      ? [{ name: 'shots', testMatch: /shots\.spec\.ts/, fullyParallel: true }]
      : []),
    // Of the built pages alone, without a stack: npm run pictures.
    {
      name: 'pictures',
      testMatch: /pictures\.spec\.ts/,
      fullyParallel: true,
      snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
      use: {
        viewport: { width: 1280, height: 900 },
        contextOptions: { reducedMotion: 'reduce' },
        locale: 'en-GB',
        timezoneId: 'UTC',
        launchOptions: {
          executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
          // Letters are drawn the same whatever the machine's settings of fonts are.
          args: ['--no-sandbox', '--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb'],
        },
      },
      // Rounding at the edges of letters; a line that moves by one pixel is more.
      expect: { toHaveScreenshot: { maxDiffPixels: 20, threshold: 0.15 } },
    },
    {
      name: 'accessibility',
      testMatch: /(a11y|reflow)\.spec\.ts/,
      dependencies: ['journeys'],
      fullyParallel: true,
    },
  ],
});
