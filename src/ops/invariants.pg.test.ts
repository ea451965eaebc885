import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { ownDatabase } from '../../test/database.ts'
import { demonstration } from '../../test/trust/world.ts'
import { createDb } from '../db/pool.ts'
import { appRole } from '../db/supervisor-roles.ts'
import { invariants } from '../kit/install.ts'
import { checkInvariants, violationsIn } from './invariants.ts'

const base = ownDatabase(demonstration)

test('the loaded territories break none of the invariants; each has a name and a sentence of its own', async () => {
  expect(invariants().length).toBeGreaterThan(40)
  expect(new Set(invariants().map((one) => one.name)).size).toBe(invariants().length)
  expect(await checkInvariants(base.db)).toEqual([])
})

const luga = `(select id from territories where code = 'luga')`
const first = (table: string, more = '') => `(select ctid from ${table} where territory_id = ${luga} ${more} limit 1)`

test.each([
  ['order.snapshotIsTheOrder', `update orders set title = 'Подменённый' where ctid = ${first('orders')}`],
  ['order.counterCovers', `update journals set last_number = 0 where territory_id = ${luga} and kind = 'order'`],
  ['search.isWhole', `update search_texts set place = 'x' where ctid = ${first('search_texts')}`],
  ['order.signingIsTold', `delete from history where territory_id = ${luga} and kind = 'order.signed'`],
  ['order.publicationIsShown', `update orders set published_at = now() where ctid = ${first('orders')}`],
  ['assignment.isGivenOut', `delete from assignments where territory_id = ${luga}`],
  [
    'site.byIssuedOrder',
    `update orders set state = 'draft' where id = (select order_id from sites where ctid = ${first('sites')})`,
  ],
  ['site.hasOneLead', `update site_organisations set is_lead = false where ctid = ${first('site_organisations', 'and is_lead')}`],
  [
    'effect.isApplied',
    `update order_effects set effect = jsonb_set(effect, '{siteId}', to_jsonb(gen_random_uuid())) where ctid = ${first('order_effects', `and effect ->> 'kind' = 'grantStatus'`)}`,
  ],
  ['register.isTheSites', `update register_entries set theme = 'Другая тема' where ctid = ${first('register_entries')}`],
  ['register.isTheSites', `delete from register_entries where ctid = ${first('register_entries')}`],
  ['register.namesTheOrder', `update register_entries set order_number = '999' where ctid = ${first('register_entries')}`],
  ['site.organisationsShareItsTerm', `update sites set ends_on = starts_on where ctid = ${first('sites')}`],
  // The teacher of Luga whose only post ends on the first day of his appointment as a mentor.
  [
    'appointment.liesWithinPosts',
    `update posts p set ends_on = a.starts_on from appointments a where p.territory_id = ${luga} and a.territory_id = p.territory_id
       and a.person_id = p.person_id and a.kind = 'mentor'`,
  ],
  [
    'appointment.endsWithItsSite',
    `update appointments a set starts_on = s.starts_on - 1 from sites s where s.territory_id = a.territory_id and s.id = a.site_id and a.territory_id = ${luga}`,
  ],
  ['attachment.endsWithItsSite', `update attachments set ends_on = null where ctid = ${first('attachments')}`],
  ['regulation.isPublic', `delete from published_regulations where territory_id = ${luga}`],
  [
    'plan.chainIsPassed',
    `with p as (insert into plans (territory_id, id, site_id, period, starts_on, created_at)
       select territory_id, gen_random_uuid(), id, '2019/20', '2019-09-01', now() from sites where ctid = ${first('sites')} returning *)
     insert into plan_versions (territory_id, id, plan_id, number, state, created_at, approved_at)
     select territory_id, gen_random_uuid(), id, 1, 'approved', now(), now() from p`,
  ],
  [
    'report.isDecided',
    `insert into reports (territory_id, id, site_id, period, starts_on, state, conclusions, assembled, submitted_on, created_at)
     select territory_id, gen_random_uuid(), id, '2019/20', '2019-09-01', 'accepted', '{}', '{}', now(), now() from sites where ctid = ${first('sites')}`,
  ],
])('%s is noticed', async (name, breakage) => {
  const met = new Set<string>()
  // In a transaction that is rolled back: the next breakage begins with whole data.
  const broken = createDb(base.adminPool)
    .transaction()
    .execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      const { numAffectedRows } = await sql.raw(breakage).execute(tx)
      expect(numAffectedRows).toBeGreaterThan(0n)
      await sql`select set_config('app.territory_id', (select id::text from territories where code = 'luga'), true)`.execute(tx)
      await sql.raw(`set local role ${appRole}`).execute(tx)
      for (const violation of await violationsIn(tx, 'luga')) met.add(violation.name)
      throw new Error('rolled back')
    })
  await expect(broken).rejects.toThrow('rolled back')
  expect([...met]).toContain(name)
})
