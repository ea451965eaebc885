import { sql } from 'kysely'
import { addDays, longDate } from '../../../kernel/dates.ts'
import { clauseBy, mostLookedFor, type TaskSource } from '../../../kit/tasks.ts'
import { applyingClause } from '../../../regulation/intake/questions.ts'
import { paths } from '../../../web/paths.ts'
import { settings } from '../../settings/model.ts'
import { settingOf } from '../../settings/queries.ts'
import { regulationOfApplications } from '../task-queries.ts'
import { waitingForCheck } from './queue-queries.ts'
import { requestsFor } from './request-queries.ts'

/** Submitted applications that wait for the operator's check. */
export const applicationsToCheck: TaskSource = {
  serves: 'application.check',
  maybe: ({ territory }) => sql`exists (select from applications where territory_id = ${territory.id} and state = 'submitted')`,
  find: async ({ tx, ctx }) => {
    const [rows, days, lives] = await Promise.all([
      waitingForCheck(tx, ctx).page(mostLookedFor, 0),
      settingOf(tx, ctx, settings.checkDays),
      regulationOfApplications(tx, ctx),
    ])
    return rows.map((row) => ({
      key: `check:${row.id}:${row.round}`,
      what: `Проверить заявку № ${row.number}: ${row.organisation}`,
      why: `${row.round > 1 ? 'Исправлена и отправлена снова' : 'Отправлена'} ${longDate(row.submittedOn)} Без проверки её не читают`,
      clause: clauseBy(lives(row.id), applyingClause),
      who: 'Ждёт заявитель',
      due: addDays(row.submittedOn, days),
      href: paths.applicationChecks({ territory: ctx.territory.code, application: row.id }),
      action: 'Проверить',
    }))
  },
}

/** Questions about the person's own applications. */
export const requestsToAnswer: TaskSource = {
  serves: 'anyone',
  maybe: ({ territory }) =>
    sql`exists (select from information_requests where territory_id = ${territory.id} and state = 'asked')`,
  find: async ({ tx, ctx }) => {
    const requests = await requestsFor(tx, ctx, mostLookedFor)
    return requests.map(({ id, applicationId, number, question, dueOn }) => ({
      key: `answer:${id}`,
      decides: true,
      what: `Ответить на вопрос по заявке № ${number}`,
      why: question,
      clause: null,
      who: 'Ждут те, кто ведёт дело',
      due: dueOn,
      href: paths.applicationAnswer({ territory: ctx.territory.code, application: applicationId, request: id }),
      action: 'Ответить',
    }))
  },
}
