// Proves that a plan in force is printed with the names of people and organisations of the day on which it was approved.
import { expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { anApprovedPlan, aPlanningSite, aRow } from '../../../test/factories/plans.ts'
import { inScope } from '../../../test/factory.ts'
import { chebula, luga } from '../../../test/regulations.ts'
import { planDocument } from './document.ts'
import { asOnItsDay, headOf, planSheet } from './sheet.ts'
import { openPlan } from './store.ts'

const base = ownDatabase()

test('who has married and what was renamed since stand on the paper as they were', async () => {
  const site = await aPlanningSite(base.db, luga)
  const { territory, people } = site
  const planId = await anApprovedPlan(site, luga, [aRow(site, luga, { personIds: [people.head] })])
  const ctx = await site.as('head')
  const printed = () =>
    inScope(base.db, territory.id, async (tx) => {
      const sheet = (await planSheet(tx, ctx, (await openPlan(tx, ctx, planId))!))!
      const head = await headOf(tx, ctx, sheet.plan.siteId, sheet.version!.approvedOn!)
      return JSON.stringify(planDocument(await asOnItsDay(tx, ctx, sheet), { head, today: ctx.today }).sections)
    })
  const before = await printed()
  await inScope(base.db, territory.id, async (tx) => {
    const { familyName, givenName, patronymic } = await tx
      .selectFrom('people')
      .selectAll()
      .where('id', '=', people.head)
      .executeTakeFirstOrThrow()
    const own = { territoryId: territory.id, endsOn: '2030-01-01' }
    await tx
      .insertInto('formerNamesOfPeople')
      .values({ ...own, personId: people.head, familyName, givenName, patronymic })
      .execute()
    await tx.updateTable('people').set({ familyName: 'Новобрачная' }).where('id', '=', people.head).execute()
    const hosts = await tx.selectFrom('siteOrganisations').select('organisationId').where('siteId', '=', site.siteId).execute()
    for (const { organisationId } of hosts) {
      const { fullName, shortName, documentName } = await tx
        .selectFrom('organisations')
        .selectAll()
        .where('id', '=', organisationId)
        .executeTakeFirstOrThrow()
      await tx
        .insertInto('formerNamesOfOrganisations')
        .values({ ...own, organisationId, fullName, shortName, documentName })
        .execute()
      await tx
        .updateTable('organisations')
        .set({ fullName: 'Переименованная школа', shortName: 'Переименованная' })
        .where('id', '=', organisationId)
        .execute()
    }
  })
  expect(await printed()).toBe(before)
})

test('under an activity its direction is said to be one', async () => {
  const site = await aPlanningSite(base.db, chebula)
  const [direction] = chebula.directions?.list ?? []
  const planId = await anApprovedPlan(site, chebula, [aRow(site, chebula, { direction: direction!.code })])
  const ctx = await site.as('head')
  const printed = await inScope(base.db, site.territory.id, async (tx) => {
    const sheet = (await planSheet(tx, ctx, (await openPlan(tx, ctx, planId))!))!
    return JSON.stringify(planDocument(sheet, { head: null, today: ctx.today }).sections)
  })
  expect(printed).toContain(`Направление: ${direction!.label}`)
})
