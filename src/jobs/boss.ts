import pg from 'pg'
import { type ConstructorOptions, fromKysely, PgBoss } from 'pg-boss'
import type { Tx } from '../db/pool.ts'
import { keysOf } from '../kernel/records.ts'
import { copyCron, dailyCron, forgottenWhenDone, type Jobs, type QueueName, queues } from './queues.ts'

const schema = 'pgboss'

const connection = (config: pg.PoolConfig): ConstructorOptions => config

/** Noted in the database when everything below is in place; raise the last number when queues or the version of pg-boss change. */
const installed = 'queues 12.35.0/3'

/** Installs the queues as the owner of the schema and gives the app's role what it needs to use them. Does nothing when that was done. */
export async function installQueues(owner: pg.PoolConfig, appRole: string): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(7239115)')
    const { rowCount } = await client.query('select 1 from schema_migrations where name = $1', [installed])
    if (rowCount) return
    await createQueues(owner)
    await grantUse(client, appRole)
    await client.query('insert into schema_migrations (name) values ($1)', [installed])
  } finally {
    await client.end()
  }
}

async function createQueues(owner: pg.PoolConfig): Promise<void> {
  const boss = new PgBoss({ ...connection(owner), schema, supervise: false, schedule: false, max: 2 })
  boss.on('error', () => {})
  await boss.start()
  try {
    for (const [name, options] of Object.entries(queues)) {
      if (await boss.getQueue(name)) await boss.updateQueue(name, options)
      else await boss.createQueue(name, options)
    }
    await boss.schedule('daily', dailyCron)
    await boss.schedule('copy', copyCron)
  } finally {
    await boss.stop({ graceful: false })
  }
}

async function grantUse(client: pg.Client, appRole: string): Promise<void> {
  const role = client.escapeIdentifier(appRole)
  await client.query(`grant usage on schema ${schema} to ${role}`)
  await client.query(`grant select, insert, update, delete on all tables in schema ${schema} to ${role}`)
  await client.query(`grant usage, select on all sequences in schema ${schema} to ${role}`)
  await client.query(`grant execute on all functions in schema ${schema} to ${role}`)
}

export type Queue = {
  /** Puts a job in the caller's transaction: without the deed there is no job. */
  readonly enqueue: <Name extends QueueName>(tx: Tx, name: Name, job: Jobs[Name]) => Promise<void>
  readonly stop: () => Promise<void>
}
/** What is done with a job; a job may put in further jobs. */
export type Handlers = { readonly [Name in QueueName]: (job: Jobs[Name], queue: Pick<Queue, 'enqueue'>) => Promise<void> }

/** Opens the queues for putting jobs in; with `handlers` this process also carries them out. Any number of processes may. */
export async function openQueue(
  app: pg.PoolConfig,
  options: { handlers?: Handlers; log: (line: string) => void },
): Promise<Queue> {
  const works = options.handlers !== undefined
  const boss = new PgBoss({
    ...connection(app),
    schema,
    migrate: false,
    createSchema: false,
    supervise: works,
    schedule: works,
    reindex: false,
    monitorVacuum: false,
    max: 4,
  })
  boss.on('error', (error) => options.log(`очередь: ${error.message}`))
  await boss.start()
  const enqueue: Queue['enqueue'] = async (tx, name, job) => void (await boss.send(name, job, { db: fromKysely(tx) }))
  if (options.handlers) await work(boss, options.handlers, { enqueue })
  return {
    enqueue,
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}

async function work(boss: PgBoss, handlers: Handlers, queue: Pick<Queue, 'enqueue'>): Promise<void> {
  for (const name of keysOf(handlers)) {
    const handle = handlers[name] as (job: Jobs[QueueName], given: typeof queue) => Promise<void>
    await boss.work<Jobs[QueueName]>(name, { pollingIntervalSeconds: 2 }, async (jobs) => {
      for (const job of jobs) {
        await handle(job.data, queue)
        if (forgottenWhenDone.has(name)) await boss.deleteJob(name, job.id)
      }
    })
  }
}
