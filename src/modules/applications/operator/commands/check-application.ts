import { type Acting, type Ctx, may } from '../../../../authz/ctx.ts'
import type { Tx } from '../../../../db/pool.ts'
import { transact } from '../../../../db/transact.ts'
import { record } from '../../../../history/record.ts'
import { newId } from '../../../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ApplicationId } from '../../../../kernel/types.ts'
import { tellAll } from '../../../../notices/tell.ts'
import { hasStep } from '../../../../regulation/application-questions.ts'
import type { Regulation } from '../../../../regulation/schema.ts'
import { applicantsOfOne } from '../../applicant-queries.ts'
import { lockApplication, moveApplication } from '../../commands/move-application.ts'
import type { Application } from '../../model.ts'
import { numberOf } from '../../model.ts'
import { checkedApplication } from '../check-queries.ts'
import { type CheckDecision, type CheckOutcome, checklistOf, decideCheck } from '../checklist-rules.ts'
import type { Remark } from '../model.ts'
import { remarkPlaces } from '../rules.ts'
import { sendBack } from './send-back.ts'
import { settleRemarks } from './store-remarks.ts'

export type CheckInput = CheckDecision & {
  readonly applicationId: ApplicationId
  readonly version: number
  readonly note: string | null
}

/** The technical check of a submitted application: admits it, or returns it with a list. Before that nobody reads the content. (R-33, C-31, C-41) */
export function checkApplication(ctx: Acting, input: CheckInput): Promise<Result<'admitted' | 'returned'>> {
  return transact(ctx, async (tx) => {
    const app = await lockApplication(tx, ctx, input.applicationId)
    if (!app) return refuse({ code: 'notFound' })
    if (!may(ctx, 'application.check')) return refuse({ code: 'forbidden', permission: 'application.check' })
    if (app.version !== input.version) return refuse({ code: 'changedMeanwhile' })
    const action = input.intent === 'admit' ? 'admit' : 'return'
    if (app.state !== 'submitted') return refuse({ code: 'illegalMove', from: app.state, action })
    const checked = await checkedApplication(tx, ctx, app)
    const outcome = decideCheck(checklistOf(checked), checked.open, input)
    if (!outcome.ok) return outcome

    await storeCheck(tx, ctx, app, outcome.value, input)
    await settleRemarks(tx, ctx, app, settledOf(checked.open, outcome.value))
    if (input.intent === 'admit') return admit(tx, ctx, app, checked.regulation, input.note)
    const back = await sendBack(tx, ctx, app, {
      remarks: remarksOfCheck(outcome.value),
      places: remarkPlaces(checked.regulation, checked.view),
      reviews: 0,
    })
    if (!back.ok) return back
    await record(tx, ctx, back.value)
    return ok('returned')
  })
}

async function admit(
  tx: Tx,
  ctx: Ctx,
  app: Application,
  regulation: Regulation,
  note: string | null,
): Promise<Result<'admitted'>> {
  const moved = await moveApplication(tx, ctx, app, 'admit')
  if (!moved.ok) return moved
  const params = { number: numberOf(app), theme: app.theme, next: nextStep(regulation) }
  const to = await applicantsOfOne(tx, ctx, app.id)
  await tellAll(tx, ctx, to, { kind: 'application.admitted', subjectId: app.id, params })
  await record(tx, ctx, {
    kind: 'application.admitted',
    subjectId: app.id,
    facts: { number: app.number, round: app.round, note },
  })
  return ok('admitted')
}

/** What follows the check here, in words for the applicant. */
function nextStep(regulation: Regulation): string {
  if (hasStep(regulation, 'expertReview')) return 'Дальше заявку читают эксперты'
  if (hasStep(regulation, 'submission')) return 'Дальше её представят тому, кто решает'
  return `Дальше решение: ${regulation.status.act} о статусе`
}

function storeCheck(tx: Tx, ctx: Ctx, app: Application, { items }: CheckOutcome, { intent, note }: CheckInput): Promise<unknown> {
  return tx
    .insertInto('applicationChecks')
    .values({
      territoryId: ctx.territory.id,
      id: newId(),
      applicationId: app.id,
      round: app.round,
      outcome: intent === 'admit' ? 'passed' : 'returned',
      items: JSON.stringify(items),
      note,
      checkedBy: ctx.actor.personId,
      checkedAt: ctx.now,
    })
    .execute()
}

const settledOf = (open: readonly Remark[], { unsettled }: CheckOutcome): string[] =>
  open.filter((remark) => !unsettled.includes(remark)).map(({ id }) => id)

/**
 * What does not pass becomes a remark, with the name of its line where the section has several; earlier ones that were not put right are made
 * again at the new round.
 */
function remarksOfCheck({ items, unsettled }: CheckOutcome): Pick<Remark, 'section' | 'text'>[] {
  const isOneOfSeveral = (section: string) => items.filter((item) => item.section === section).length > 1
  return [
    ...items
      .filter(({ passed }) => !passed)
      .map(({ section, title, remark }) => ({ section, text: isOneOfSeveral(section) ? `${title}. ${remark}` : remark })),
    ...unsettled.map(({ section, text }) => ({ section, text })),
  ]
}
