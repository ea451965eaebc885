import { sql } from 'kysely'
import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { longDate, longPeriod, shortDate } from '../../../kernel/dates.ts'
import { type NameParts, withInitials } from '../../../kernel/names.ts'
import { counted } from '../../../kernel/plural.ts'
import type { ApplicationId, Day } from '../../../kernel/types.ts'
import { type ActKind, act } from '../../../regulation/acts.ts'
import { type Category, kindName } from '../../../regulation/dictionary.ts'
import type { RegisterFact, RegisterGroup } from './model.ts'

/**
 * What the registers know of the organisations of an application and of their people: statuses they have or had with the order, schools
 * attached to their sites (only how many), categories, achievements, places in the methodical active. (C-31, T-2)
 */
export async function registerFacts(
  tx: Tx,
  ctx: Pick<Ctx, 'territory' | 'today'>,
  applicationId: ApplicationId,
): Promise<RegisterFact[]> {
  const organisations = sql`select organisation_id from application_organisations
    where territory_id = ${ctx.territory.id} and application_id = ${applicationId} and state <> 'declined'`
  const asked = { tx, ctx, organisations }
  return [...(await statuses(asked)), ...(await categories(asked)), ...(await achievements(asked)), ...(await active(asked))]
}

type Asked = { tx: Tx; ctx: Pick<Ctx, 'territory' | 'today'>; organisations: ReturnType<typeof sql> }

const fact = (group: RegisterGroup, id: string, text: string): RegisterFact => ({ key: `${group}.${id}`, id, group, text })

async function statuses({ tx, ctx, organisations }: Asked): Promise<RegisterFact[]> {
  const { rows } = await sql<{
    id: string
    theme: string
    startsOn: Day
    endsOn: Day | null
    act: ActKind
    number: string
    signedOn: Day
    attached: number
  }>`
    select s.id, s.theme, s.starts_on, s.ends_on, o.kind as act, o.number_text as number, o.signed_on,
      (select count(distinct a.organisation_id)::int from attachments a where a.territory_id = s.territory_id and a.site_id = s.id
        and a.starts_on <= ${ctx.today}) as attached
    from sites s join orders o on o.territory_id = s.territory_id and o.id = s.order_id
    where s.territory_id = ${ctx.territory.id} and exists (select from site_organisations so where so.territory_id = s.territory_id
      and so.site_id = s.id and so.organisation_id in (${organisations}))
    order by s.starts_on desc, s.id`.execute(tx)
  return rows.flatMap((row) => {
    const term = row.endsOn === null ? `с ${longDate(row.startsOn)}` : longPeriod({ from: row.startsOn, to: row.endsOn })
    const ground = `${act(row.act).nominative} № ${row.number} от ${shortDate(row.signedOn)}`
    const status = fact('status', row.id, `Статус стажировочной площадки «${row.theme}» ${term}: ${ground}`)
    if (row.attached === 0) return [status]
    const schools = counted(row.attached, 'закреплённая организация', 'закреплённые организации', 'закреплённых организаций')
    return [status, fact('network', row.id, `Сетевая работа площадки «${row.theme}»: ${schools}`)]
  })
}

/** People who work in the organisations now. */
const staff = ({ ctx, organisations }: Asked) => sql`select p.id, p.family_name, p.given_name, p.patronymic from people p
  where p.territory_id = ${ctx.territory.id} and exists (select from posts t where t.territory_id = p.territory_id and t.person_id = p.id
    and t.organisation_id in (${organisations}) and t.starts_on <= ${ctx.today} and (t.ends_on is null or t.ends_on >= ${ctx.today}))`

async function categories(asked: Asked): Promise<RegisterFact[]> {
  const { tx, ctx } = asked
  const { rows } = await sql<NameParts & { id: string; category: Category; startsOn: Day }>`
    select q.id, q.category, q.starts_on, who.family_name, who.given_name, who.patronymic
    from qualifications q join (${staff(asked)}) who on who.id = q.person_id
    where q.territory_id = ${ctx.territory.id} and q.starts_on <= ${ctx.today} and (q.ends_on is null or q.ends_on >= ${ctx.today})
    order by q.category = 'highest' desc, who.family_name collate "ru-kn", q.id`.execute(tx)
  return rows.map((row) =>
    fact(
      'category',
      row.id,
      `${withInitials(row)}: ${kindName(ctx.territory, 'category', row.category)} категория с ${longDate(row.startsOn)}`,
    ),
  )
}

async function achievements(asked: Asked): Promise<RegisterFact[]> {
  const { tx, ctx } = asked
  const { rows } = await sql<NameParts & { id: string; title: string; achievedOn: Day | null }>`
    select a.id, a.title, a.achieved_on, who.family_name, who.given_name, who.patronymic
    from achievements a join (${staff(asked)}) who on who.id = a.person_id
    where a.territory_id = ${ctx.territory.id} and (a.achieved_on is null or a.achieved_on <= ${ctx.today})
    order by a.achieved_on desc nulls last, a.id`.execute(tx)
  return rows.map((row) =>
    fact('achievement', row.id, `${withInitials(row)}: ${row.title}${row.achievedOn ? `, ${longDate(row.achievedOn)}` : ''}`),
  )
}

async function active(asked: Asked): Promise<RegisterFact[]> {
  const { tx, ctx } = asked
  const { rows } = await sql<NameParts & { id: string; title: string; startsOn: Day }>`
    select t.id, t.title, t.starts_on, who.family_name, who.given_name, who.patronymic
    from posts t join (${staff(asked)}) who on who.id = t.person_id
    where t.territory_id = ${ctx.territory.id} and t.kind = 'methodicalActive' and t.starts_on <= ${ctx.today}
      and (t.ends_on is null or t.ends_on >= ${ctx.today})
    order by who.family_name collate "ru-kn", t.id`.execute(tx)
  return rows.map((row) => fact('active', row.id, `${withInitials(row)}: ${row.title} с ${longDate(row.startsOn)}`))
}
