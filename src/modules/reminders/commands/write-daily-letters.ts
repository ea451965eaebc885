import type { Tx } from '../../../db/pool.ts'
import { markOf } from '../../../history/mark.ts'
import type { Day } from '../../../kernel/types.ts'
import { addressesOf, dailyLetter, markMailed } from '../../../notices/letters.ts'
import type { Telling } from '../../../notices/tell.ts'
import { holdersOf } from '../../people/role-queries.ts'

const most = 20_000
/** Their letters carry the head of history out of the database, where it can be printed. */
const answerForIt = ['official', 'signatory', 'administrator'] as const

/**
 * Writes one letter to each person with an account: all they have been told since a day and have neither read nor been written about.
 * A demonstration writes no letters.
 */
export async function writeDailyLetters(tx: Tx, telling: Telling, since: Day): Promise<void> {
  const { territory, services } = telling
  if (territory.demoToday !== null) return
  const notices = await tx
    .selectFrom('notices')
    .select(['id', 'personId', 'kind', 'subjectId', 'params'])
    .where('territoryId', '=', territory.id)
    .where('mailedAt', 'is', null)
    .where('readAt', 'is', null)
    .where('onDay', '>=', since)
    .orderBy('onDay')
    .orderBy('id')
    .limit(most)
    .execute()
  const byPerson = Map.groupBy(notices, (notice) => notice.personId)
  const addresses = await addressesOf(tx, territory.id, [...byPerson.keys()])
  const answering = new Set((await holdersOf(tx, territory.id, answerForIt, telling.today)).map(({ personId }) => personId))
  const mark = await markOf(tx, territory)
  for (const [personId, own] of byPerson) {
    const to = addresses.get(personId)
    if (to) await services.mail(tx, { to, ...dailyLetter(telling, own, answering.has(personId) ? mark : null) })
  }
  await markMailed(
    tx,
    telling,
    notices.map(({ id }) => id),
  )
}
