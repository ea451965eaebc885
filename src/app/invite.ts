import { contextOf, noServices, timeOf } from '../authz/ctx.ts'
import { asPool, type Db } from '../db/pool.ts'
import { read } from '../db/transact.ts'
import { systemNow } from '../kernel/clock.ts'
import type { PersonId } from '../kernel/types.ts'
import { ruleTexts } from '../kit/install.ts'
import { invitePerson } from '../modules/accounts/commands/invite-person.ts'
import { ruleText } from '../web/refusals.ts'
import { territoryByCode } from '../web/territories.ts'

/**
 * Lets the first person of a territory in, from the command line: afterwards people invite each other in the browser. The person is found by
 * family name among those who may manage accounts. Gives the way in, or a Russian sentence of what is wrong.
 */
export async function inviteFirst(
  db: Db,
  origin: string,
  given: { territory: string; email: string; familyName: string },
): Promise<{ done: boolean; text: string }> {
  const territory = await territoryByCode(db, given.territory)
  if (!territory) return { done: false, text: `Территории «${given.territory}» нет: проверьте её код.` }
  const { now, today } = timeOf(territory, systemNow())

  const services = { ...noServices, origin }
  const ctx = await read(db, { territoryId: territory.id }, async (tx) => {
    const person = await tx
      .selectFrom('people as p')
      .innerJoin('roleGrants as g', (join) => join.onRef('g.territoryId', '=', 'p.territoryId').onRef('g.personId', '=', 'p.id'))
      .select('p.id')
      .where('p.territoryId', '=', territory.id)
      .where('p.familyName', '=', given.familyName)
      .where('g.role', 'in', ['administrator', 'official'])
      .executeTakeFirst()
    return person && contextOf(tx, { territory, personId: person.id as PersonId, accountId: null, now, today, services })
  })
  if (!ctx)
    return { done: false, text: `Среди тех, кто ведёт учётные записи территории, нет человека с фамилией «${given.familyName}».` }

  const invited = await invitePerson({ ...ctx, pool: asPool(db) }, { personId: ctx.actor.personId, email: given.email }, services)
  if (invited.ok) return { done: true, text: `Передайте человеку адрес, он действует семь дней: ${invited.value.handOver}` }
  return {
    done: false,
    text: invited.refusal.code === 'rule' ? ruleText(ruleTexts(), invited.refusal) : 'Пригласить не удалось.',
  }
}
