import { defineConfig } from 'vitest/config'

const folders = ['src', 'territories', 'test']
const inFolders = (pattern: string) => folders.map((folder) => `${folder}/**/${pattern}`)
const skipped = ['test/journeys/**', 'test/long/**']

export default defineConfig({
  test: {
    maxWorkers: 2,
    // `run` must end with an error when a name on the command line matches nothing.
    passWithNoTests: false,
    env: { TZ: 'UTC' },
    setupFiles: ['test/addresses.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: inFolders('*.test.{ts,tsx}'),
          exclude: [...skipped, ...inFolders('*.pg.test.{ts,tsx}')],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'pg',
          include: inFolders('*.pg.test.{ts,tsx}'),
          exclude: skipped,
          globalSetup: 'test/cluster.ts',
          setupFiles: ['test/addresses.ts', 'test/installed.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'long',
          include: process.env.LONG_TESTS ? ['test/long/**/*.test.{ts,tsx}'] : [],
          globalSetup: 'test/cluster.ts',
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
