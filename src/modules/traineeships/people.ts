import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { shortPeriod } from '../../kernel/dates.ts'
import type { PersonId, SiteId } from '../../kernel/types.ts'
import { peopleOfSite } from '../sites/people-queries.ts'
import type { OpenTraineeship } from './case-queries.ts'
import { titleOf } from './queries.ts'

/** Those of a site who answer for its trainees. */
export const runnersOf = (tx: Tx, ctx: Ctx, siteId: SiteId): Promise<PersonId[]> => peopleOfSite(tx, ctx, siteId)

type Given = OpenTraineeship & { readonly ctx: Ctx }

/** What people are told of a traineeship: which, where, whose, when. */
export async function wordsOf(tx: Tx, { one, site, ctx }: Given) {
  const { title, person } = await titleOf(tx, ctx, one.id)
  return { title, person, site: site.name, when: shortPeriod({ from: one.startsOn, to: one.endsOn }) }
}
