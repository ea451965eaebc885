import { lenobl } from '../regulations.ts'
// Proves R-34.

import { expect, test } from 'vitest'
import type { ApplicationId } from '../../src/kernel/types.ts'
import { callById } from '../../src/modules/calls/queries.ts'
import { aClient } from '../client.ts'
import { ownDatabase } from '../database.ts'
import { anApplication, anApplyingTerritory } from '../factories/applications.ts'
import { applicationNow } from '../factories/submissions.ts'
import { inScope } from '../factory.ts'

const base = ownDatabase()

test('through the web: the last second of a call is in time, the next one is late and says when it ended', async () => {
  const there = await anApplyingTerritory(base.db, lenobl)
  const [first, second] = [
    await anApplication(there, { state: 'complete', theme: 'Тема вовремя' }),
    await anApplication(there, { state: 'complete', theme: 'Тема опоздавшая' }),
  ]
  const call = (await inScope(base.db, there.territory.id, (tx) => callById(tx, there, there.callId!)))!
  // The territory lives by the real clock, and the clock stands where the test puts it.
  await base.adminPool.query('update territories set demo_today = null where id = $1', [there.territory.id])
  let now = call.closesAt
  const head = aClient(base, { systemNow: () => now }).as(there.people.head)
  const sends = async (id: ApplicationId) =>
    head.post(`/applications/${id}/submissions`, { _version: String((await applicationNow(there, id)).editVersion) })

  expect((await sends(first)).status).toBe(303)
  now = new Date(call.closesAt.getTime() + 1000)
  const late = await sends(second)
  expect(late.status).toBe(422)
  expect(late.text).toMatch(/18:00 \d+ октября 2021 г\./)
  expect((await applicationNow(there, second)).state).toBe('draft')
  // What was written is still there to read.
  expect((await head.get(`/applications/${second}`)).text).toContain('Тема опоздавшая')
})
