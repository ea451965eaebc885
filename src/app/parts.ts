import type { PartDeps, Parts } from '../cli/program.ts'
import { openQueue } from '../jobs/boss.ts'
import { createSender } from '../mail/send.ts'
import { demoChoices } from '../modules/accounts/queries.ts'
import { createApp } from './create-app.ts'

const queueLog =
  ({ log }: PartDeps) =>
  (line: string) =>
    log({ event: 'queue', line })

/** The parts of the program, as its commands put them to work. */
export const parts: Parts = {
  async createApp(deps) {
    const { config, database, log } = deps
    const queue = await openQueue(database.app, { log: queueLog(deps) })
    const services = {
      mail: (tx: Parameters<typeof queue.enqueue>[0], letter: Parameters<typeof queue.enqueue<'mail'>>[2]) =>
        queue.enqueue(tx, 'mail', letter),
      origin: config.publicOrigin,
    }
    return createApp({ config, db: database.db, services, log })
  },

  startWorker(deps) {
    const { config, database } = deps
    const send = createSender(config.smtpUrl, config.mailFrom)
    return openQueue(database.app, { handlers: { mail: send, daily: async () => {} }, log: queueLog(deps) })
  },

  loadTerritories: async () => {},

  async demoSignIns({ config, database }) {
    const territories = await demoChoices(database.db)
    return [
      `Вход для знакомства: ${config.publicOrigin}/sign-in`,
      ...territories.map(({ shortName, people }) => `  ${shortName}: ${people.map(({ roleLabel }) => roleLabel).join(', ')}`),
    ]
  },
}
