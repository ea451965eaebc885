import { read } from '../db/transact.ts'
import type { PersonId } from '../kernel/types.ts'
import { appointHead, appointStaff } from '../modules/sites/commands/appoint.ts'
import { isStaff } from '../modules/sites/rules.ts'
import type { AppointmentFacts, TerritoryFacts } from '../regulation/territory-facts.ts'
import type { Keys } from './keys.ts'
import { asPerson, expectDone, type Loading } from './loading-ctx.ts'

/** Appoints the people of sites whom no order has named: heads by the operator on the word of the host, staff by the heads. */
export async function loadAppointments(loading: Loading, facts: TerritoryFacts, keys: Keys): Promise<void> {
  for (const given of facts.appointments) {
    if (await isThere(loading, given, keys)) continue
    const input = {
      siteId: keys.site(given.siteOf),
      personId: keys.person(given.person),
      startsOn: given.from,
      endsOn: given.to,
      ground: given.ground,
    }
    const what = `${loading.territory.code}, ${given.person}`
    const ctx = await asPerson(loading, byWhom(given, facts, keys), facts.territory.demoToday, '16:00:00')
    const done = isStaff(given.as) ? appointStaff(ctx, { ...input, kind: given.as }) : appointHead(ctx, input)
    expectDone(what, await done)
  }
}

/** The head of a site may appoint only once the site has begun; before that, and for heads, the office does it for them. */
function byWhom(given: AppointmentFacts, facts: TerritoryFacts, keys: Keys): PersonId {
  if (given.as !== 'head' && given.from <= facts.territory.demoToday) return keys.person(given.appointedBy)
  const office = facts.people.find((person) => person.grants?.includes('methodist') || person.grants?.includes('official'))
  return keys.person(office?.key ?? given.appointedBy)
}

function isThere({ db, territory }: Loading, given: AppointmentFacts, keys: Keys): Promise<boolean> {
  return read(db, { territoryId: territory.id }, async (tx) => {
    const row = await tx
      .selectFrom('appointments')
      .select('id')
      .where((is) =>
        is.and({
          territoryId: territory.id,
          siteId: keys.site(given.siteOf),
          personId: keys.person(given.person),
          kind: given.as,
        }),
      )
      .executeTakeFirst()
    return row !== undefined
  })
}
