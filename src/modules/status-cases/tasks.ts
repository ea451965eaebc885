import { sql } from 'kysely'
import { may } from '../../authz/ctx.ts'
import type { Role } from '../../authz/roles.ts'
import { addDays, longDate } from '../../kernel/dates.ts'
import type { Day, OrganisationId, SiteId } from '../../kernel/types.ts'
import { clauseBy, type Task, type TaskSource } from '../../kit/tasks.ts'
import { changeBasis, changedOnSubmission, termBasis, whoChanges } from '../../regulation/status/questions.ts'
import { writesFor } from '../orders/office-queries.ts'
import { expiringDays } from '../sites/rules.ts'
import { regulationOfSites } from '../sites/standing-queries.ts'
import { paths } from './paths.ts'
import { proposalsNow } from './proposals.ts'
import { type CaseRow, openCases } from './queries.ts'
import { needsSubmission } from './rules.ts'
import { kindNames } from './texts.ts'

/** Whoever may have to do with a status at all. */
const concerned: readonly Role[] = ['methodist', 'official', 'signatory', 'siteHead', 'schoolHead']

type Ending = { id: SiteId; name: string; endsOn: Day; organisations: OrganisationId[]; hasCase: boolean }

/** A status that runs out: whoever runs the site and whoever guides it decide to prolong it or to let it end. (C-33) */
const statusesEnding: TaskSource = {
  serves: concerned,
  find: async ({ tx, ctx }) => {
    const asked = sql<Ending>`
      select s.id, e.short_name as name, s.ends_on,
        (select array_agg(o.organisation_id::text) from site_organisations o where o.territory_id = s.territory_id and o.site_id = s.id) as organisations,
        exists (select from status_cases c where c.territory_id = s.territory_id and c.site_id = s.id and c.kind in ('extension', 'termination')
          and c.state not in ('decided', 'dropped')) as has_case
      from sites s join register_entries e on e.territory_id = s.territory_id and e.site_id = s.id
      where s.territory_id = ${ctx.territory.id} and s.ends_on between ${ctx.today} and ${addDays(ctx.today, expiringDays)}
        and s.ended_by_order_id is null order by s.ends_on, e.short_name collate "ru-kn"`.execute(tx)
    const [{ rows }, lives] = await Promise.all([asked, regulationOfSites(tx, ctx)])
    return rows
      .filter(
        (row) =>
          !row.hasCase &&
          may(ctx, 'statusCase.start', { territoryId: ctx.territory.id, siteId: row.id, organisationIds: row.organisations }),
      )
      .map((row) => ({
        key: `expiry:${row.id}`,
        what: `Статус площадки ${row.name} кончается ${longDate(row.endsOn)}: продлите или дайте закончиться`,
        why: 'После этого дня площадка работать не сможет',
        clause: clauseBy(lives(row.id), (regulation) => termBasis(regulation)?.clause),
        due: row.endsOn,
        href: paths.siteStatus({ territory: ctx.territory.code, site: row.id }),
        action: 'Открыть статус',
      }))
  },
}

/** Cases about a status that wait for this person: an explanation, a submission, a decision. */
const statusCasesInHand: TaskSource = {
  serves: concerned,
  maybe: ({ territory }) =>
    sql`exists (select from status_cases where territory_id = ${territory.id} and state not in ('decided', 'dropped'))`,
  find: async ({ tx, ctx }) => {
    const [cases, lives] = await Promise.all([openCases(tx, ctx), regulationOfSites(tx, ctx)])
    return cases.flatMap((one): Task[] => {
      const stored = lives(one.siteId)
      const task = nextOf(one, {
        explains: may(ctx, 'statusCase.explain', { territoryId: ctx.territory.id, ...one }),
        proposes: may(ctx, 'statusCase.propose'),
        decides: may(ctx, 'submission.decide'),
        submits: stored !== null && needsSubmission(stored.regulation, one.kind).value,
        today: ctx.today,
      })
      const href = paths.statusCase({ territory: ctx.territory.code, case: one.id })
      const clause = clauseBy(stored, (regulation) => changeBasis(regulation, one.kind)?.clause)
      return task === null ? [] : [{ ...task, key: `statusCase:${one.id}:${one.state}`, clause, href, action: 'Открыть дело' }]
    })
  },
}

type Rights = { explains: boolean; proposes: boolean; decides: boolean; submits: boolean; today: Day }

/** Whose move it is in a case, and what the move is. */
function nextOf(
  one: CaseRow,
  { explains, proposes, decides, submits, today }: Rights,
): Omit<Task, 'key' | 'clause' | 'href' | 'action'> | null {
  const about = `${kindNames[one.kind].toLowerCase()}, ${one.siteName}`
  // A status is prolonged before it ends.
  const due = one.kind === 'extension' ? one.siteEndsOn : one.onDay
  const isLate = one.explanationDueOn !== null && today > one.explanationDueOn
  if (one.state === 'explanationAsked' && explains)
    return { what: `Дать объяснение: ${about}`, why: one.reason, who: 'Ждёт оператор', due: one.explanationDueOn }
  if (one.state === 'explanationAsked' && proposes && isLate)
    return { what: `Решить без объяснения: ${about}`, why: 'Площадка не ответила в срок', decides: true }
  if (one.state === 'open' && proposes)
    return {
      ...(submits ? { what: `Подготовить представление: ${about}` } : { what: `Решить дело: ${about}`, decides: true }),
      why: one.explainedAt === null ? one.reason : 'Площадка дала объяснение',
      due,
    }
  if (one.state === 'open' && decides && !submits) return { what: `Решить дело: ${about}`, why: one.reason, due, decides: true }
  if (one.state === 'proposed' && decides)
    return { what: `Решить по представлению: ${about}`, why: one.reason, who: 'Ждёт оператор', due, decides: true }
  return null
}

/** What a paper says should be proposed because a day was missed: to whoever decides it, or writes the submission; nobody else does it. */
const casesToPropose: TaskSource = {
  serves: 'anyone',
  find: async ({ tx, ctx }) => {
    if (!may(ctx, 'statusCase.start')) return []
    return (await proposalsNow(tx, ctx))
      .filter(({ follows, site: { regulation } }) =>
        writesFor(ctx, changedOnSubmission(regulation, follows) ? 'operator' : whoChanges(regulation, follows).value),
      )
      .map(({ follows, reason, basis, site }) => ({
        key: `propose:${site.id}:${follows}`,
        what: `Решить, начать ли дело: ${kindNames[follows].toLowerCase()}, ${site.name}`,
        why: reason,
        clause: basis.clause,
        due: null,
        decides: true,
        href: paths.siteStatusCases({ territory: ctx.territory.code, site: site.id }, { kind: follows }),
        action: 'Начать дело',
      }))
  },
}

export const tasks: readonly TaskSource[] = [statusesEnding, statusCasesInHand, casesToPropose]
