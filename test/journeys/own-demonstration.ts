import { spawn } from 'node:child_process'
import path from 'node:path'
import { test as base, expect } from '@playwright/test'

/** Beside the ports of the projects, each of which has a demonstration of its own; workers that run side by side have one each. */
const apart = 10

/**
 * A demonstration already lived in, for the files of journeys that one worker runs: each of another territory, for two of one territory would
 * move one clock.
 */
export const test = base.extend<object, { readonly ownDemonstration: string }>({
  ownDemonstration: [
    async ({ browserName: _ }, use, { project, parallelIndex }) => {
      const port = Number(new URL(project.use.baseURL ?? '').port) + apart * (1 + parallelIndex)
      const address = `http://localhost:${port}`
      const env = { ...process.env, PORT: String(port), DEMO: 'on' }
      const server = spawn(process.execPath, [path.join(import.meta.dirname, 'server.ts')], { env, stdio: 'ignore' })
      const gone = new Promise((resolve) => server.on('exit', resolve))
      const answers = () => fetch(`${address}/health`).then(({ ok }) => ok, () => false) // biome-ignore format: one question
      await expect.poll(answers, { timeout: 600_000 }).toBe(true)
      await use(address)
      server.kill('SIGTERM')
      await gone
    },
    { scope: 'worker', timeout: 600_000 },
  ],
  baseURL: async ({ ownDemonstration }, use) => use(ownDemonstration),
})
