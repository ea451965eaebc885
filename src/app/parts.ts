import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { territoryFiles } from '../../territories/all.ts'
import { createSecondFactor } from '../accounts/second-factor.ts'
import type { Services } from '../authz/ctx.ts'
import { embeddedOf } from '../backup/embedded.ts'
import { copyWhenDue, forgetLogs, keepLogsRunning } from '../backup/schedule.ts'
import type { PartDeps, Parts } from '../cli/program.ts'
import { ConfigError } from '../config.ts'
import { openFiles } from '../files/open-files.ts'
import { witnessOf } from '../history/witness.ts'
import { type Handlers, openQueue, type Queue } from '../jobs/boss.ts'
import { repeating } from '../jobs/repeating.ts'
import { systemNow } from '../kernel/clock.ts'
import { loadTerritories } from '../loading/load-territories.ts'
import { createSender } from '../mail/send.ts'
import { demoAdministrators, demoChoices } from '../modules/accounts/queries.ts'
import { issueRest } from '../modules/certificates/issuing.ts'
import { runDaily } from '../modules/reminders/commands/run-daily.ts'
import { installCalendar } from '../regulation/calendar/working-days.ts'
import { demoAdministrator, makeAdministrator, removeAdministrator } from './administrators.ts'
import { createApp } from './create-app.ts'
import { inviteFromCommandLine, resetFromCommandLine, takeFactorFromCommandLine } from './invite.ts'

const queueLog =
  ({ log }: PartDeps) =>
  (line: string) =>
    log({ event: 'queue', line })

/** What deeds may reach beyond the database: letters leave through the queue, in the transaction of the deed. */
const servicesOf = ({ config, database: { db } }: PartDeps, queue: Pick<Queue, 'enqueue'>): Services => ({
  mail: (tx, letter) => queue.enqueue(tx, 'mail', letter),
  issueRest: (tx, press) => queue.enqueue(tx, 'papers', press),
  origin: config.publicOrigin,
  sendsMail: config.smtpUrl !== null,
  secondFactor: createSecondFactor({ db, secret: config.secret, systemNow, isDemanded: config.secondFactor === 'required' }),
})

/** Years of the production calendar that the installation has in a file of its own. */
async function openCalendar({ productionCalendarFile: file }: PartDeps['config']): Promise<void> {
  if (file === null) return
  try {
    installCalendar(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    throw new ConfigError(
      `PRODUCTION_CALENDAR_FILE: в файле ${file} нет производственного календаря. Образец — src/regulation/calendar/production-calendar.json.`,
    )
  }
}

/** The parts of the program, as its commands put them to work. */
export const parts: Parts = {
  async createApp(deps) {
    const { config, database, log } = deps
    await Promise.all([openFiles(config), openCalendar(config)])
    const queue = await openQueue(database.app, { log: queueLog(deps) })
    return createApp({ config, ...database, services: servicesOf(deps, queue), log })
  },

  async startWorker(deps) {
    const { config, database } = deps
    await Promise.all([openFiles(config), openCalendar(config)])
    const send = createSender(config.smtpUrl, config.mailFrom)
    const daily: Handlers['daily'] = (_job, queue) => runDaily(database.db, servicesOf(deps, queue), systemNow())
    const papers: Handlers['papers'] = (press, queue) => issueRest(database.db, servicesOf(deps, queue), press, systemNow())
    const { copy, stop } = await copying(deps)
    const queue = await openQueue(database.app, { handlers: { mail: send, papers, daily, copy }, log: queueLog(deps) })
    const witness = witnessing(deps)
    return { stop: () => Promise.all([queue.stop(), stop(), witness.stop()]) }
  },

  async loadTerritories({ config, database }, say) {
    await openFiles(config)
    await noteInstallation(database.owner!, config.demo)
    if (config.demo) await demoAdministrator({ ...database, owner: database.owner! })
    const lived = config.demoOpens === 'amidYear'
    return loadTerritories({ db: database.db, files: territoryFiles, demo: config.demo, lived, say })
  },

  invite: (deps, given) => withServices(deps, (services) => inviteFromCommandLine(deps.database.db, services, given)),

  resetPassword: (deps, email) => withServices(deps, (services) => resetFromCommandLine(deps.database.db, services, email)),

  takeSecondFactor: (deps, email) =>
    withServices(deps, (services) => takeFactorFromCommandLine(deps.database.db, services, email)),

  makeAdministrator: ({ database, ...deps }, email) =>
    withServices({ database, ...deps }, (services) =>
      makeAdministrator({ ...database, owner: database.owner!, services }, email),
    ),

  removeAdministrator: ({ database, ...deps }, email) =>
    withServices({ database, ...deps }, (services) =>
      removeAdministrator({ ...database, owner: database.owner!, services }, email),
    ),

  async demoSignIns({ config, database }) {
    const territories = [...(await demoChoices(database.db)), ...(await demoAdministrators(database.db))]
    return [
      `Вход для знакомства: ${config.publicOrigin}/sign-in`,
      ...territories.map(({ shortName, people }) => `  ${shortName}: ${people.map(({ roleLabel }) => roleLabel).join(', ')}`),
    ]
  },
}

/** Copies of the program's own database, where they are asked for. A server's are taken by its own tools. */
async function copying({ config, database, log }: PartDeps): Promise<{ copy: Handlers['copy']; stop: () => Promise<void> }> {
  const embedded = embeddedOf(config, database.admin)
  const settings = config.backup
  if (embedded && settings) {
    const { stop } = keepLogsRunning(settings, embedded, log)
    return { copy: () => copyWhenDue(config, settings, embedded, log), stop }
  }
  if (embedded) await forgetLogs(embedded)
  return { copy: async () => {}, stop: async () => {} }
}

/** Heads of history are written down outside of the database that often, and once more at the end. */
const witnessSeconds = 60

function witnessing({ config, database: { db }, log }: PartDeps): { stop: () => Promise<unknown> } {
  const witness = witnessOf(db, config.historyWitnessFile)
  const look = () => witness.look(systemNow())
  const onFault = (fault: Error) => log({ event: 'witness', fault: fault.message })
  const { stop } = repeating(witnessSeconds, look, onFault)
  return { stop: () => stop().then(look).catch(onFault) }
}

/** For a deed of the command line, whose letters go the same way as those of pages. */
async function withServices<T>(deps: PartDeps, work: (services: Services) => Promise<T>): Promise<T> {
  const queue = await openQueue(deps.database.app, { log: queueLog(deps) })
  try {
    return await work(servicesOf(deps, queue))
  } finally {
    await queue.stop()
  }
}

/** Notes once, as the owner, whether this is a demonstration: the program's own role cannot write it, so it can never turn it on. */
async function noteInstallation(owner: pg.PoolConfig, demo: boolean): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query('insert into installation (demo, created_at) values ($1, $2) on conflict do nothing', [demo, systemNow()])
  } finally {
    await client.end()
  }
}
