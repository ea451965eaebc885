import { sql } from 'kysely'
import { localTime } from '../../kernel/clock.ts'
import { counted } from '../../kernel/plural.ts'
import { clauseBy, mostLookedFor, type TaskSource } from '../../kit/tasks.ts'
import { headChosenTogether, initiatorWord, mayShareSite } from '../../regulation/hosts/questions.ts'
import { applyingClause } from '../../regulation/intake/questions.ts'
import { takesApplications } from '../../regulation/status/questions.ts'
import { paths } from '../../web/paths.ts'
import { clockWords } from '../calls/rules.ts'
import { intakeSaid, openingsFor } from './openings.ts'
import { applicationsToCheck, requestsToAnswer } from './operator/tasks.ts'
import { type AskedOfHead, participationAsked, regulationOfApplications, unfinishedOf, votesAsked } from './task-queries.ts'

/** Whether anybody writes an application at all. */
const anyInHand: TaskSource['maybe'] = ({ territory }) =>
  sql`exists (select from applications where territory_id = ${territory.id} and state in ('draft', 'returned'))`

/** Applications to finish before the call ends, or to mend after they came back. (R-33, R-34) */
const applicationsToFinish: TaskSource = {
  serves: 'anyone',
  maybe: anyInHand,
  find: async ({ tx, ctx }) => {
    const [unfinished, lives] = await Promise.all([unfinishedOf(tx, ctx, mostLookedFor), regulationOfApplications(tx, ctx)])
    return unfinished.map(({ id, theme, lead, state, number, closesAt, remarks }) => ({
      key: `application:${id}`,
      what:
        state === 'returned'
          ? `Исправить и снова отправить заявку № ${number}: ${lead}`
          : `Закончить и отправить заявку: ${lead}`,
      why:
        state === 'returned' && remarks > 0
          ? `Возвращена: ${counted(remarks, 'замечание', 'замечания', 'замечаний')}`
          : theme || 'Тема ещё не написана',
      clause: clauseBy(lives(id), applyingClause),
      who: null,
      due: closesAt && localTime(closesAt, ctx.territory.timeZone).day,
      href: paths.application({ territory: ctx.territory.code, application: id }),
      action: 'Открыть',
    }))
  },
}

/** Whether the person is among those a paper may name as whoever begins. */
const mayBegin: TaskSource['maybe'] = ({ actor: { headsOrganisations, holds, roles } }) =>
  sql`${headsOrganisations.length + holds.length > 0 || roles.some((one) => one === 'methodist' || one === 'official')}::boolean`

/** Applications the heads of schools may begin, and whoever else the paper names: in a call by its last day; where no calls are needed, when the paper takes them. (C-32, R-34) */
const applicationsToBegin: TaskSource = {
  serves: 'anyone',
  maybe: mayBegin,
  find: async ({ tx, ctx, regulations }) => {
    const openings = await openingsFor(tx, ctx, regulations)
    const several = regulations.length > 1
    return openings.map(({ call, schools, parties, stored: { line, regulation } }) => {
      const intake = intakeSaid(regulation, ctx.today)
      const whose =
        schools.length > 0
          ? schools.map(({ name }) => name).join(', ')
          : `заявитель — ${parties.map((one) => initiatorWord(regulation, one)).join(', ')}`
      return {
        key: `begin:${call?.id ?? line.id}`,
        what: `Подать заявку на статус площадки: ${whose}`,
        why: call ? `${call.title}: до ${clockWords(call.closesAt, call)}` : `${intake.why}${several ? `: ${line.name}` : ''}`,
        clause: call ? takesApplications(regulation).basis?.clause : intake.clause,
        ...(call ? { due: localTime(call.closesAt, call.timeZone).day } : {}),
        // Nobody waits for a party that may apply for any organisation.
        ...(call && schools.length > 0 ? {} : { offers: true as const }),
        href: paths.newApplication(
          { territory: ctx.territory.code },
          call ? { call: call.id } : several ? { line: line.code } : {},
        ),
        action: 'Начать заявку',
      }
    })
  },
}

/** Invitations into a common application that wait for the answer of a head. (R-41, C-32) */
const participationToConfirm: TaskSource = {
  serves: ['schoolHead'],
  maybe: anyInHand,
  find: async ({ tx, ctx }) => {
    const [asked, lives] = await Promise.all([participationAsked(tx, ctx, mostLookedFor), regulationOfApplications(tx, ctx)])
    return asked.map((one) => ({
      ...askedTask(ctx.territory.code, one),
      key: `confirm:${one.id}:${one.organisation}`,
      what: `Решить, участвует ли ${one.organisation} в заявке`,
      why: `Заявку начинает ${one.by}${one.theme ? `: «${one.theme}»` : ''}`,
      clause: clauseBy(lives(one.id), (regulation) => mayShareSite(regulation, 2).basis?.clause),
      action: 'Ответить',
    }))
  },
}

/** Votes for the head of a common site that have not been cast. (R-41) */
const votesToCast: TaskSource = {
  serves: ['schoolHead'],
  maybe: anyInHand,
  find: async ({ tx, ctx }) => {
    const [asked, lives] = await Promise.all([votesAsked(tx, ctx, mostLookedFor), regulationOfApplications(tx, ctx)])
    return asked.map((one) => ({
      ...askedTask(ctx.territory.code, one),
      key: `vote:${one.id}:${one.organisation}`,
      what: `Проголосовать за руководителя общей площадки: ${one.candidate}`,
      why: `Голос организации: ${one.organisation}`,
      clause: clauseBy(lives(one.id), (regulation) => headChosenTogether(regulation, 2).basis?.clause),
      action: 'Проголосовать',
    }))
  },
}

const askedTask = (territory: string, { id, lead }: AskedOfHead) => ({
  decides: true as const,
  who: `Ждёт ${lead}`,
  due: null,
  href: paths.application({ territory, application: id }),
})

export const tasks: readonly TaskSource[] = [
  applicationsToFinish,
  applicationsToBegin,
  participationToConfirm,
  votesToCast,
  applicationsToCheck,
  requestsToAnswer,
]
