import { listen } from './listen.ts'
import { openDatabase } from './open-database.ts'
import type { Command } from './program.ts'

/** Pages only; jobs are left to `worker` processes. */
export const web: Command = async ({ config, lifecycle, parts, say, log }) => {
  const listening = await listen(config)
  const database = await openDatabase(config, lifecycle, say)
  const app = await parts.createApp({ config, database, log })
  lifecycle.onStop('приём запросов', () => listening.close({ noticeMs: config.stopNoticeMs }))
  listening.serve(app.fetch)
  say(`Страницы открыты: ${config.publicOrigin}`)
  return 'stays'
}
