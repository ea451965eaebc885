import { sql } from 'kysely'
import { longDate } from '../../kernel/dates.ts'
import { withInitials } from '../../kernel/names.ts'
import { counted } from '../../kernel/plural.ts'
import type { ApplicationId } from '../../kernel/types.ts'
import { type Asking, mostLookedFor, type Task, type TaskSource } from '../../kit/tasks.ts'
import { reviewRule } from '../../regulation/review/questions.ts'
import { hasStep } from '../../regulation/status/questions.ts'
import type { StoredRegulation } from '../../regulation/stored.ts'
import { regulationOfApplications } from '../applications/task-queries.ts'
import { leads } from './case.ts'
import { paths } from './paths.ts'
import { readingOf } from './reviewing.ts'
import { lateReviews, reviewsToWrite, type WantingApplication, wantingExperts } from './task-queries.ts'

/** More applications than this are counted call by call, not one by one. */
const mostWanting = 500

/** The clause of the review of each application. */
async function clauses({ tx, ctx }: Asking): Promise<ClauseOf> {
  const lives = await regulationOfApplications(tx, ctx)
  return (id) => {
    const stored = lives(id)
    return (stored && reviewRule(stored.regulation).basis?.clause) ?? null
  }
}
type ClauseOf = (id: ApplicationId) => string | null

/** Reviews to write: first the declaration, then the conclusion. */
const ownReviews: TaskSource = {
  serves: 'anyone',
  maybe: ({
    territory,
    actor,
  }) => sql`exists (select from reviews where territory_id = ${territory.id} and expert_person_id = ${actor.personId}
    and state in ('assigned', 'accepted'))`,
  find: async (asking) => {
    const { tx, ctx } = asking
    const [open, clauseOf] = await Promise.all([reviewsToWrite(tx, ctx, mostLookedFor), clauses(asking)])
    return open.map(({ id, applicationId, number, callTitle, state, dueOn }) => ({
      key: `review:${id}`,
      what:
        state === 'assigned'
          ? `Ответить, нет ли конфликта интересов: заявка № ${number}`
          : `Написать и отправить заключение: заявка № ${number}`,
      why: callTitle,
      clause: clauseOf(applicationId),
      who: 'Ждёт методист',
      due: dueOn,
      href: (state === 'assigned' ? paths.review : paths.reviewEdit)({ territory: ctx.territory.code, review: id }),
      action: state === 'assigned' ? 'Открыть' : 'Написать',
    }))
  },
}

/** Applications to be given to experts, experts who are late or have declined, totals that lie too far apart. */
const reviewsToLead: TaskSource = {
  serves: ['methodist', 'bodyMember'],
  maybe: ({
    territory,
  }) => sql`(exists (select from applications where territory_id = ${territory.id} and state in ('admitted', 'underReview'))
    or exists (select from reviews where territory_id = ${territory.id} and state in ('assigned', 'accepted')))`,
  find: async (asking) => {
    const { regulations, ctx } = asking
    const led = regulations.filter(({ paper }) => leads(ctx, paper))
    if (led.length === 0) return []
    const [clauseOf, ...found] = await Promise.all([
      clauses(asking),
      ...led.map((stored) => wantingUnder(asking, stored, regulations.length > 1)),
    ])
    const wanting = found.flat()
    const single = wanting.filter(({ callId, declined, spread }) => callId === null || declined > 0 || spread !== null)
    const fresh = Map.groupBy(
      wanting.filter((one) => !single.includes(one)),
      ({ callId }) => callId,
    )
    return [
      ...(await late(asking, clauseOf, led.length < regulations.length ? led : null)),
      ...[...fresh.values()].flatMap((applications) => toAssign(asking, clauseOf, applications)),
      ...single.map((one) => another(asking, clauseOf, one)),
    ]
  },
}

/** Applications of a line that want experts. */
async function wantingUnder({ tx, ctx }: Asking, { line, regulation }: StoredRegulation, several: boolean) {
  const outside = hasStep(regulation, 'expertReview') ? await readingOf(tx, ctx, null, regulation) : null
  return wantingExperts(tx, ctx, mostWanting, { outside, line: several ? line.id : null })
}

/** Of the lines one leads; null: of all. */
async function late({ tx, ctx }: Asking, clauseOf: ClauseOf, led: readonly StoredRegulation[] | null): Promise<Task[]> {
  const reviews = await lateReviews(
    tx,
    ctx,
    mostLookedFor,
    led?.map(({ line }) => line.id),
  )
  return reviews.map(({ id, applicationId, number, dueOn, ...name }) => ({
    key: `lateReview:${id}`,
    what: `Эксперт опаздывает, замените или напомните: заявка № ${number}`,
    why: `${withInitials(name)}, ждали до ${longDate(dueOn)}`,
    clause: clauseOf(applicationId),
    who: null,
    due: dueOn,
    href: paths.reviewReplacements({ territory: ctx.territory.code, review: id }),
    action: 'Заменить',
  }))
}

function toAssign(asking: Asking, clauseOf: ClauseOf, applications: readonly WantingApplication[]): Task[] {
  const [first] = applications
  if (!first?.callId) return []
  const { callId, callTitle, reviewDueOn } = first
  const task = {
    key: `assignExperts:${callId}`,
    what: `Назначить экспертов: ${counted(applications.length, 'заявка', 'заявки', 'заявок')}`,
    why: callTitle,
    clause: clauseOf(first.id),
    who: null,
    due: reviewDueOn,
    href: paths.callProposals({ territory: asking.ctx.territory.code, call: callId }),
    action: 'Распределить',
  }
  return [task]
}

function another(asking: Asking, clauseOf: ClauseOf, { id, number, theme, spread, declined }: WantingApplication): Task {
  const what =
    spread === null && declined === 0
      ? `Назначить экспертов: заявка № ${number}`
      : spread === null
        ? `Эксперт отказался, назначьте другого: заявка № ${number}`
        : `Оценки разошлись, назначьте ещё одного эксперта: заявка № ${number}`
  return {
    key: `reviewer:${id}`,
    what,
    why: theme,
    clause: clauseOf(id),
    who: null,
    due: null,
    href: paths.applicationReviews({ territory: asking.ctx.territory.code, application: id }),
    action: 'Назначить',
  }
}

export const tasks: readonly TaskSource[] = [ownReviews, reviewsToLead]
