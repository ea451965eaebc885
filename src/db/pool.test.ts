import net, { type AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { steadyMs } from '../kernel/clock.ts'
import { createDb, createPool } from './pool.ts'

/** Takes connections and says nothing, as a server that is frozen. */
const frozen = net.createServer()
beforeAll(() => new Promise<void>((resolve) => frozen.listen(0, '127.0.0.1', resolve)))
afterAll(() => frozen.close())

test('whoever comes while the server is silent is told within two seconds, in the line as well, whatever the address allows', async () => {
  const { port } = frozen.address() as AddressInfo
  const pool = createPool({ host: '127.0.0.1', port, user: 'app', database: 'none', max: 2, connectionTimeoutMillis: 9000 })
  const db = createDb(pool)
  const asked = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const began = steadyMs()
      const told = await sql`select 1`.execute(db).then(
        () => 'answered',
        () => 'told',
      )
      return [told, steadyMs() - began < 2000]
    }),
  )
  expect(asked).toEqual(Array(6).fill(['told', true]))
  await pool.end()
})
