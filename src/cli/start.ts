import { listen } from './listen.ts'
import { openDatabase } from './open-database.ts'
import type { Command } from './program.ts'

/** Everything in one process: the database, the territories on the first run, pages and jobs. */
export const start: Command = async (program) => {
  const { config, lifecycle, parts, say, log } = program
  const listening = await listen(config) // first of all: a port in use must be known before anything is begun
  const database = await openDatabase(config, lifecycle, say)
  const deps = { config, database, log }
  if (config.database.kind === 'embedded') await parts.loadTerritories(deps, say)

  const app = await parts.createApp(deps)
  const worker = await parts.startWorker(deps)
  lifecycle.onStop('задания', () => worker.stop())
  lifecycle.onStop('приём запросов', () => listening.close({ noticeMs: config.stopNoticeMs }))
  listening.serve(app.fetch)

  say(`Площадка работает: ${config.publicOrigin}`)
  if (config.demo) for (const line of await parts.demoSignIns(deps)) say(line)
  say('Остановить: Ctrl-C.')
  return 'stays'
}
