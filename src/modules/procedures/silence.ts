import { sql } from 'kysely'
import type { Pool } from '../../db/pool.ts'
import { transact } from '../../db/transact.ts'
import { addDays } from '../../kernel/dates.ts'
import { ok } from '../../kernel/result.ts'
import type { Day } from '../../kernel/types.ts'
import type { ClockDeed } from '../../kit/reminders.ts'
import type { ByClock } from '../../kit/told.ts'
import type { ProcedureKind } from '../../regulation/work/steps.ts'
import { silences } from './ports.ts'

/** More steps than any procedure has. */
const mostSteps = 30

/** Where a step has waited in vain and the regulation says what silence means, that is done, as of the day after the last one. */
export const applySilence: ClockDeed = async (pool, at) => {
  for (let step = 0; step < mostSteps; step++) {
    let moved = false
    for (const late of await lateOnes(pool, at)) moved = (await applyOne(pool, at, late)) || moved
    if (!moved) return
  }
}

type Late = { readonly kind: ProcedureKind; readonly caseId: string; readonly dueOn: Day }

async function lateOnes(pool: Pool, { territory, today, now }: ByClock): Promise<readonly Late[]> {
  const found = await transact({ pool, scope: { territoryId: territory.id }, now, submission: null }, async (tx) => {
    const { rows } = await sql<Late>`select kind, case_id, due_on from procedures
      where territory_id = ${territory.id} and state = 'going' and due_on < ${today} order by due_on, subject_id`.execute(tx)
    return ok(rows)
  })
  return found.ok ? found.value : []
}

async function applyOne(pool: Pool, at: ByClock, { kind, caseId, dueOn }: Late): Promise<boolean> {
  const silence = silences.parts().find((one) => one.kind === kind)
  if (!silence) return false
  const scope = { territoryId: at.territory.id }
  const done = await transact({ pool, scope, now: at.now, submission: null }, async (tx) =>
    ok(await silence.apply(tx, { ...at, today: addDays(dueOn, 1) }, caseId)),
  )
  return done.ok && done.value
}
