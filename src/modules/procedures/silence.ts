import { sql } from 'kysely'
import type { Pool } from '../../db/pool.ts'
import { transact } from '../../db/transact.ts'
import { ok } from '../../kernel/result.ts'
import { triedEach } from '../../kernel/tried.ts'
import type { ClockDeed } from '../../kit/reminders.ts'
import type { ByClock } from '../../kit/told.ts'
import type { ProcedureKind } from '../../regulation/work/steps.ts'
import { silences } from './ports.ts'

/** More steps than any procedure has. */
const mostSteps = 30

/**
 * Where a step has waited in vain and the regulation says what silence means, that is done, as of the day after the last one; and where
 * everybody who is left has spoken, what they have come to.
 */
export const applySilence: ClockDeed = async (pool, at) => {
  const due = await waitingOnes(pool, at)
  await triedEach(due, async (one) => {
    for (let step = 0; step < mostSteps && (await applyOne(pool, at, one)); step++);
  })
}

type Waits = { readonly kind: ProcedureKind; readonly caseId: string }

async function waitingOnes(pool: Pool, { territory, today, now }: ByClock): Promise<readonly Waits[]> {
  const found = await transact({ pool, scope: { territoryId: territory.id }, now, submission: null }, async (tx) => {
    const { rows } =
      await sql<Waits>`select p.kind, p.case_id from procedures p where p.territory_id = ${territory.id} and p.state = 'going'
      and (p.due_on < ${today} or exists (select from procedure_voices v
        where v.territory_id = p.territory_id and v.subject_id = p.subject_id and v.round = p.round)) order by p.due_on, p.subject_id`.execute(
        tx,
      )
    return ok(rows)
  })
  return found.ok ? found.value : []
}

async function applyOne(pool: Pool, at: ByClock, { kind, caseId }: Waits): Promise<boolean> {
  const silence = silences.parts().find((one) => one.kind === kind)
  if (!silence) return false
  const scope = { territoryId: at.territory.id }
  const done = await transact({ pool, scope, now: at.now, submission: null }, async (tx) =>
    ok(await silence.apply(tx, at, caseId)),
  )
  return done.ok && done.value
}
