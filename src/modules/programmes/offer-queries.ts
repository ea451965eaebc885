import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import { stateOfWay } from '../procedures/procedure-queries.ts'

/** The site whose programme this column names, for a query of another module; null while it belongs to an application alone. */
export const siteOfProgramme = ({ territory }: Pick<Ctx, 'territory'>, programme: RawBuilder<unknown>) =>
  sql`(select sited.site_id from programmes sited where sited.territory_id = ${territory.id} and sited.id = ${programme})`

type Asked = {
  readonly programme: RawBuilder<unknown>
  readonly topic: RawBuilder<unknown>
  readonly unasked: RawBuilder<unknown>
}

/** The topic of the newest version by which a programme may be learnt, as a row `title`; `unasked` says whether nobody has to agree it. None where there is none such. */
export const topicToLearn = ({ territory }: Pick<Ctx, 'territory'>, { programme, topic, unasked }: Asked) => sql`(
  select t ->> 'title' as title from programme_versions v cross join lateral jsonb_array_elements(v.content -> 'topics') t
  where v.territory_id = ${territory.id} and v.programme_id = ${programme} and v.state = 'fixed' and t ->> 'id' = ${topic}::text
    and (${stateOfWay('v')} = 'passed' or ${unasked})
  order by v.number desc limit 1)`
