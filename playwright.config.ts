import { defineConfig } from '@playwright/test'

/**
 * Each project lives on a demonstration of its own, so that a year lived with scripts does not meet the same year lived without, and the way
 * to a status does not meet the year of a site. Within a project the journeys of one territory lie in one file and follow each other; files run
 * side by side. Every journey makes what it needs, unless another has, and can be run alone (`-g`).
 */
const demonstrations = ['scripts', 'no-scripts', 'pages', 'cases', 'cases-no-scripts'] as const
type Demonstration = (typeof demonstrations)[number]
/** Ports from here on; another place for those who run two checks on one machine. */
const firstPort = Number(process.env.JOURNEYS_PORT ?? 4310)
const baseURL = (name: Demonstration) => `http://localhost:${firstPort + demonstrations.indexOf(name)}`
/** Those of the projects asked for on the command line, or all. */
const asked = demonstrations.filter((name) => process.argv.includes(`--project=${name}`))

const launchOptions = {
  executablePath: '/usr/bin/chromium',
  // No sandbox: the checks may run as root. The rest keeps the browser from calling home.
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}

export default defineConfig({
  testDir: 'test/journeys',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  // A journey waits for what it is to see, however slow the machine is. These only end what hangs.
  timeout: 60 * 60_000,
  expect: { timeout: 90_000 },
  reporter: [['list']],
  use: {
    actionTimeout: 90_000,
    navigationTimeout: 90_000,
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    viewport: { width: 1280, height: 900 },
    launchOptions,
    // Recording every step costs a third of the time; TRACE=1 turns it on to look at a failure.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'scripts', testMatch: '*.journey.spec.ts', use: { baseURL: baseURL('scripts') } },
    { name: 'no-scripts', testMatch: '*.journey.spec.ts', use: { baseURL: baseURL('no-scripts'), javaScriptEnabled: false } },
    {
      name: 'cases',
      testMatch: '*.case.spec.ts',
      // The longest are lived without scripts always, with them in the long suite.
      testIgnore: process.env.LONG_TESTS ? [] : 'invented-*',
      use: { baseURL: baseURL('cases') },
    },
    {
      name: 'cases-no-scripts',
      testMatch: '*.case.spec.ts',
      use: { baseURL: baseURL('cases-no-scripts'), javaScriptEnabled: false },
    },
    { name: 'pages', testMatch: '*.pages.spec.ts', use: { baseURL: baseURL('pages') } },
  ],
  webServer: (asked.length > 0 ? asked : demonstrations).map((name) => ({
    command: 'node test/journeys/server.ts',
    url: `${baseURL(name)}/health`,
    // A journey lives its year itself, from the first day; the pages are walked where people have lived before.
    env: { PORT: new URL(baseURL(name)).port, DEMO: name === 'pages' ? 'on' : 'first-day' },
    reuseExistingServer: false,
    timeout: 600_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  })),
})
