import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownDatabase } from '../../test/database.ts'
import { installQueues, openQueue, type Queue } from './boss.ts'
import type { Jobs } from './queues.ts'

const base = ownDatabase()
let sender: Queue
beforeAll(async () => {
  await installQueues(base.owner, 'ploshchadka_app')
  sender = await openQueue(base.app, { log: () => {} })
})
afterAll(async () => {
  await sender.stop()
})

const letter = (subject: string): Jobs['mail'] => ({ to: 'a@example.ru', subject, text: 'Текст' })

test('a letter leaves with the deed and only with it', async () => {
  const sent: string[] = []
  const rolledBack = base.db.transaction().execute(async (tx) => {
    await sender.enqueue(tx, 'mail', letter('никогда'))
    throw new Error('refused')
  })
  await expect(rolledBack).rejects.toThrow('refused')
  await base.db.transaction().execute((tx) => sender.enqueue(tx, 'mail', letter('приказ подписан')))

  const { promise: done, resolve } = Promise.withResolvers<void>()
  const worker = await openQueue(base.app, {
    handlers: {
      daily: async () => {},
      copy: async () => {},
      papers: async () => {},
      mail: async (job) => {
        sent.push(job.subject)
        resolve()
      },
    },
    log: () => {},
  })
  await done
  await worker.stop()
  expect(sent).toEqual(['приказ подписан'])
  const { rows } = await base.ownerPool.query(`select data from pgboss.job where name = 'mail'`)
  expect(rows).toEqual([])
})

test('installing twice changes nothing', async () => {
  await installQueues(base.owner, 'ploshchadka_app')
  const { rows } = await base.ownerPool.query(`select count(*)::int as n from schema_migrations where name like 'queues%'`)
  expect(rows).toEqual([{ n: 1 }])
})
