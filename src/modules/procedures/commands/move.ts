import { sql } from 'kysely'
import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { newId } from '../../../kernel/ids.ts'
import type { PersonId } from '../../../kernel/types.ts'
import type { When } from '../../../kit/told.ts'
import { type Decision, dueOn, outcomeOf } from '../../../regulation/procedure.ts'
import { decidersOf } from '../../sites/decider-queries.ts'
import { type Heard, heardAt, type Procedure, type ProcedureState, type Stands, stepNow } from '../model.ts'

type Where = Pick<Ctx, 'territory'>

/** Comes to a step: sent, passed on, or given back to it. */
async function arrive(tx: Tx, ctx: When, { steps, stands, ...of }: Procedure, step: number): Promise<void> {
  const at = steps[step]
  if (!at) throw new Error('there is no such step to come to')
  const { kind, subjectId, caseId, report, name } = of
  const its = { territoryId: ctx.territory.id, subjectId }
  const place = { state: 'going' as const, step, arrivedOn: ctx.today, dueOn: dueOn(at, ctx.today) }
  await tx
    .insertInto('procedures')
    .values({ ...its, ...place, kind, caseId, report: report ?? null, name, siteId: of.at.siteId })
    .onConflict((is) =>
      is
        .columns(['territoryId', 'subjectId'])
        .doUpdateSet((was) => ({ ...place, name, round: sql`${was.ref('procedures.round')} + 1` })),
    )
    .execute()
}

/** Sends it along its way from the first step. */
export const beginProcedure = (tx: Tx, ctx: When, procedure: Procedure): Promise<void> => arrive(tx, ctx, procedure, 0)

/** Nobody has to decide about it any more. */
export async function endProcedure(
  tx: Tx,
  { territory }: { readonly territory: Pick<Ctx['territory'], 'id'> },
  { subjectId, steps }: Pick<Procedure, 'subjectId' | 'steps'>,
  state: Exclude<ProcedureState, 'going'>,
): Promise<void> {
  await tx
    .updateTable('procedures')
    .set({ state, step: state === 'passed' ? steps.length : 0, dueOn: null })
    .where((is) => is.and({ territoryId: territory.id, subjectId }))
    .execute()
}

/** Forgets a subject that is not there any more, with what was said of it. */
export const forgetProcedure = (tx: Tx, { territory }: Where, subjectId: string) =>
  tx
    .deleteFrom('procedures')
    .where((is) => is.and({ territoryId: territory.id, subjectId }))
    .execute()

export type Voice = {
  readonly outcome: Decision
  /** Null: nobody has answered in time, and the regulation says what that means. */
  readonly personId: PersonId | null
  readonly remark: string | null
  readonly meeting?: { readonly present: number | null; readonly inFavour: number | null; readonly protocol: string | null }
}

/** Writes down a voice at the step a procedure stands at, and moves it on when it has been decided by it. */
export async function hear(
  tx: Tx,
  ctx: When & Pick<Ctx, 'now'>,
  procedure: Procedure,
  { meeting, ...voice }: Voice,
): Promise<Heard> {
  const { stands } = procedure
  const step = stepNow(procedure)
  if (!step || !stands) throw new Error('nobody has to decide about it')
  const { territory, now, today } = ctx
  const place = { subjectId: procedure.subjectId, round: stands.round, step: stands.step, act: step.act }
  await tx
    .insertInto('procedureVoices')
    .values({ territoryId: territory.id, id: newId(), ...place, ...voice, ...meeting, at: now, onDay: today })
    .execute()
  if (voice.personId === null || meeting !== undefined || step.how === 'one') return goOn(tx, ctx, procedure, voice.outcome)
  const said = { spoken: [...stands.spoken, voice.personId], yes: stands.yes, no: stands.no }
  said[voice.outcome === 'passed' ? 'yes' : 'no'] += 1
  return goOn(tx, ctx, procedure, await countedAt(tx, ctx, procedure, said))
}

/** What the voices have come to without a further one, for whoever was still to speak may have left since; with the remark of the last refusal. */
export async function recounted(tx: Tx, ctx: When, procedure: Procedure): Promise<Pick<Voice, 'outcome' | 'remark'> | null> {
  const { stands, subjectId } = procedure
  const outcome = stands && stands.spoken.length > 0 ? await countedAt(tx, ctx, procedure, stands) : null
  if (!stands || outcome === null) return null
  const refusal = await tx
    .selectFrom('procedureVoices')
    .select('remark')
    .where((is) => is.and({ territoryId: ctx.territory.id, subjectId, round: stands.round, outcome: 'returned' }))
    .orderBy('at', 'desc')
    .executeTakeFirst()
  return { outcome, remark: outcome === 'returned' ? (refusal?.remark ?? null) : null }
}

/** Moves a procedure on by what has been decided at its step. */
export async function goOn(tx: Tx, ctx: When, procedure: Procedure, decision: Decision | null): Promise<Heard> {
  const heard = heardAt(procedure, decision)
  if (heard.next !== null) await arrive(tx, ctx, procedure, heard.next)
  else if (heard.what !== 'voiced') await endProcedure(tx, ctx, procedure, heard.what === 'finished' ? 'passed' : 'returned')
  return heard
}

/** Asked are those who have spoken and those who are still to speak, as of today. */
async function countedAt(
  tx: Tx,
  ctx: When,
  procedure: Procedure,
  { spoken, yes, no }: Pick<Stands, 'spoken' | 'yes' | 'no'>,
): Promise<Decision | null> {
  const step = stepNow(procedure)
  if (!step) return null
  const deciders = await decidersOf(tx, ctx, procedure.regulation, procedure.at, step.by)
  return outcomeOf(step.how, { asked: new Set([...deciders, ...spoken]).size, yes, no })
}
