import { openDatabase } from './open-database.ts'
import type { Command } from './program.ts'

/** Jobs only; any number of such processes share them. */
export const worker: Command = async ({ config, lifecycle, parts, say, log }) => {
  const database = await openDatabase(config, lifecycle, say)
  const running = await parts.startWorker({ config, database, log })
  lifecycle.onStop('задания', () => running.stop())
  say('Задания выполняются.')
  return 'stays'
}
