import { sql } from 'kysely'
import { type Ctx, may } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { ProgrammeId } from '../../kernel/types.ts'
import { type Counted, firstFound, foundIn, type Searched } from '../../kit/searched.ts'
import { nameOfSite, sitesOfOrganisations } from '../sites/site-queries.ts'
import { paths } from './paths.ts'
import { ownerApplication } from './ports.ts'
import { topicAnchor } from './wording.ts'

type Row = Counted & {
  readonly id: ProgrammeId
  readonly title: string
  readonly topic: string | null
  readonly topicId: string
  readonly site: string | null
}

/** The programmes a person may read, where it is not all of them: what the policy says of `programme.view`, as a list of ids. */
async function readable(tx: Tx, ctx: Ctx) {
  if (may(ctx, 'programme.view')) return sql`null`
  const { headsSites, staffOfSites, coordinatesSites, headsOrganisations } = ctx.actor
  const applications = await ownerApplication.only().readBy(tx, ctx)
  return sql`array(select p.id from programmes p where p.territory_id = ${ctx.territory.id} and (
    p.site_id = any(${[...headsSites, ...staffOfSites, ...coordinatesSites]}::uuid[])
    or p.site_id is null and p.application_id = any(${applications.map(({ id }) => id)}::uuid[])
    or p.site_id is not null and p.application_id = any(${applications.filter(({ isPersonal }) => isPersonal).map(({ id }) => id)}::uuid[])
    or p.site_id in ${sitesOfOrganisations(ctx, headsOrganisations)}))`
}

/** Programmes and their topics, of those that who asks may read. */
export const searched: Searched = {
  place: 60,
  title: 'Программы и темы',
  async find(tx, ctx, asking) {
    const { rows } = await sql<Row>`
      select p.id, p.title, found.part as topic_id, ${nameOfSite(ctx, sql`p.site_id`)} as site, found.total,
        case when found.part <> '' then (select topic ->> 'title' from (select content from programme_versions v
            where v.territory_id = p.territory_id and v.programme_id = p.id order by v.number desc limit 1) v,
          jsonb_array_elements(v.content -> 'topics') topic where topic ->> 'id' = found.part) end as topic
      from ${firstFound('programme', asking, await readable(tx, ctx))}
        join programmes p on p.territory_id = ${ctx.territory.id} and p.id = found.thing_id
      order by found.rank`.execute(tx)
    return foundIn(rows, ({ id, title, topic, topicId, site }) => {
      const href = paths.programme({ territory: ctx.territory.code, programme: id })
      if (topic === null) return { href, name: title, more: site }
      return {
        href: `${href}#${topicAnchor(topicId)}`,
        name: `Тема «${topic || 'без названия'}»`,
        more: [`Программа «${title}»`, site].filter(Boolean).join(', '),
      }
    })
  },
}
