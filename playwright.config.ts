import { defineConfig } from '@playwright/test'

/**
 * Each project lives on a demonstration of its own, so that a year lived with scripts does not meet the same year lived without, and the way
 * to a status does not meet the year of a site.
 */
const ports = { scripts: 4310, 'no-scripts': 4311, pages: 4312, cases: 4313, 'cases-no-scripts': 4314 } as const
const baseURL = (name: keyof typeof ports) => `http://localhost:${ports[name]}`

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
  timeout: 180_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    actionTimeout: 15_000,
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
    { name: 'cases', testMatch: '*.case.spec.ts', use: { baseURL: baseURL('cases') } },
    {
      name: 'cases-no-scripts',
      testMatch: '*.case.spec.ts',
      use: { baseURL: baseURL('cases-no-scripts'), javaScriptEnabled: false },
    },
    { name: 'pages', testMatch: '*.pages.spec.ts', use: { baseURL: baseURL('pages') } },
  ],
  webServer: Object.values(ports).map((port) => ({
    command: 'node test/journeys/server.ts',
    url: `http://localhost:${port}/health`,
    env: { PORT: String(port) },
    reuseExistingServer: false,
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  })),
})
