import { read } from '../db/transact.ts'
import { addExpert } from '../modules/reviews/deeds/add-expert.ts'
import type { ExpertFacts, TerritoryFacts } from '../regulation/territory-facts.ts'
import type { Keys } from './keys.ts'
import { asPerson, expectDone, type Loading } from './loading-ctx.ts'

/** Takes the experts of the facts into the pool, by somebody of the office. */
export async function loadExperts(loading: Loading, facts: TerritoryFacts, keys: Keys): Promise<void> {
  const office = facts.people.find(({ grants }) => grants?.includes('methodist') || grants?.includes('official'))
  for (const given of facts.experts ?? []) {
    if (!office) throw new Error(`${loading.territory.code}: nobody may add experts`)
    if (await isThere(loading, given, keys)) continue
    const ctx = await asPerson(loading, keys.person(office.key), facts.territory.demoToday, '16:30:00')
    const { employer } = given
    const added = await addExpert(ctx, {
      personId: keys.person(given.person),
      employerOrganisationId: 'organisation' in employer ? keys.organisation(employer.organisation) : null,
      employer: 'name' in employer ? employer.name : null,
      directions: given.directions,
      startsOn: given.from,
    })
    expectDone(`${loading.territory.code}, ${given.person}`, added)
  }
}

function isThere({ db, territory }: Loading, { person }: ExpertFacts, keys: Keys): Promise<boolean> {
  return read(db, { territoryId: territory.id }, async (tx) => {
    const row = await tx
      .selectFrom('experts')
      .select('id')
      .where((is) => is.and({ territoryId: territory.id, personId: keys.person(person) }))
      .executeTakeFirst()
    return row !== undefined
  })
}
