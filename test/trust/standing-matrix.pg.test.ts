// Proves.
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import type { ContractId, PersonId, StatusCaseId } from '../../src/kernel/types.ts'
import type { CaseState } from '../../src/modules/status-cases/machine.ts'
import { aClient } from '../client.ts'
import { ownDatabase } from '../database.ts'
import { aContract, aContractInForce } from '../factories/contracts.ts'
import { aSchool } from '../factories/orders.ts'
import { aCase, aLife, type Life } from '../factories/status-cases.ts'
import { aPerson, aTerritory, inScope } from '../factory.ts'
import { lenobl } from '../regulations.ts'
import { fingerprintOf } from './lived.ts'
import { permissionOf, type Table, under, type Wanted, walk } from './matrix.ts'

/** Contracts and cases about a status: whose they are and who has the say, in every state. */
const everybody = [
  'head',
  'director',
  'coordinator',
  'staff',
  'methodist',
  'official',
  'signatory',
  'otherHead',
  'teacher',
  'stranger',
] as const
type Who = (typeof everybody)[number]
const office: readonly Who[] = ['methodist', 'official', 'signatory']
const site: readonly Who[] = ['head', 'director']
const sees: readonly Who[] = [...office, ...site, 'coordinator', 'staff']

const table: Table<Who> = {
  'contract.view': sees,
  'contract.edit': ['methodist'],
  'statusCase.view': sees,
  'statusCase.start': ['methodist', 'official', ...site],
  'statusCase.explain': site,
  'statusCase.propose': ['methodist'],
  'statusCase.decide': office,
  'submission.decide': ['official', 'signatory'],
}
const ofContract = under('contracts/:contract')
const ofCase = under('status-cases/:case')
const ofSite = [...under('sites/:site/contracts', 'sites/:site/status-cases')]
/** Lists of the whole territory are the office's. */
const lists = under('contracts', 'status-cases').filter((route) => !ofContract.includes(route) && !ofCase.includes(route))

const base = ownDatabase()
const { as } = aClient(base)
let life: Life
let ids: Record<Who, PersonId>
let foreigner: PersonId
let contracts: Record<'draft' | 'inForce', ContractId>
let caseId: StatusCaseId

beforeAll(async () => {
  life = await aLife(base.db, lenobl)
  const { db, territory } = life.office
  contracts = {
    inForce: await aContractInForce(life),
    draft: await aContract(life, { startsOn: '2022-02-01', endsOn: '2022-08-31' }),
  }
  caseId = await aCase(life, { kind: 'suspension', onDay: '2021-03-10' })
  const appointed = async (kind: 'coordinator' | 'mentor') => {
    const personId = await aPerson(db, territory)
    const row = { territoryId: territory.id, id: newId(), personId, kind, siteId: life.siteId, startsOn: '2021-01-28' }
    await inScope(db, territory.id, (tx) => tx.insertInto('appointments').values(row).execute())
    return personId
  }
  const teacher = { organisationId: life.hostId, kind: 'teacher' as const }
  ids = {
    ...life.people,
    coordinator: await appointed('coordinator'),
    staff: await appointed('mentor'),
    otherHead: (await aSchool(life.office)).headId,
    teacher: await aPerson(db, territory, { post: teacher }),
  }
  const away = await aTerritory(db, '2021-01-28')
  foreigner = await aPerson(db, away, { roles: ['methodist', 'official', 'signatory'] })
  // Accounts are there before the first count of what is stored.
  for (const who of everybody) await as(ids[who]).newKey()
}, 120_000)

/** Walks these addresses; whoever may not see the thing at all gets what `unseen` says. */
async function isKept(given: typeof ofCase, things: Record<string, string>, unseen: Wanted): Promise<number> {
  const before = await fingerprintOf(base.adminPool, life.office.territory.id)
  const wrong: string[] = []
  let pages = 0
  const there = { territory: life.office.territory.code, site: life.siteId, format: 'docx', ...things }
  for (const route of given) {
    const may = table[permissionOf(route)]
    expect([route.path.pattern, may !== undefined]).toEqual([route.path.pattern, true])
    const wanted = (who: Who): Wanted => (may!.includes(who) ? 'yes' : sees.includes(who) ? 'no' : unseen)
    const found = await walk({ as, ids, foreigner }, route, there, wanted, everybody)
    wrong.push(...found.wrong)
    pages += found.pages
  }
  expect(wrong).toEqual([])
  expect(await fingerprintOf(base.adminPool, life.office.territory.id)).toEqual(before)
  return pages
}

test.each(['draft', 'inForce'] as const)(
  'a contract that is %s is of its site and of the office',
  async (state) => {
    expect(await isKept(ofContract, { contract: contracts[state] }, 'hidden')).toBeGreaterThan(7)
  },
  120_000,
)

describe('a case about a status', () => {
  const more: Partial<Record<CaseState, string>> = {
    explanationAsked: `, explanation_due_on = '2021-02-10', explanation_asked_at = now()`,
    drafted: `, order_id = (select order_id from sites limit 1)`,
    decided: `, order_id = (select order_id from sites limit 1), closed_at = now()`,
    dropped: `, drop_reason = 'Передумали', closed_at = now()`,
  }
  // How it came into a state does not matter to who may see it and act, so the row is put there by hand.
  test.each(['open', 'explanationAsked', 'proposed', 'drafted', 'decided', 'dropped'] as const)(
    'that is %s is of its site and of the office',
    async (state) => {
      await base.adminPool.query(`update status_cases set state = $1 ${more[state] ?? ''} where id = $2`, [state, caseId])
      expect(await isKept(ofCase, { case: caseId }, 'hidden')).toBeGreaterThan(6)
    },
    120_000,
  )
})

test('what a site has had is listed for those who see it, begun by those who may', async () => {
  expect(await isKept(ofSite, {}, 'no')).toBeGreaterThan(7)
}, 120_000)

test('the lists of the whole territory are for the office', async () => {
  const wrong: string[] = []
  for (const route of lists) {
    const things = { territory: life.office.territory.code }
    const found = await walk(
      { as, ids, foreigner },
      route,
      things,
      (who: Who) => (office.includes(who) ? 'yes' : 'no'),
      everybody,
    )
    wrong.push(...found.wrong)
  }
  expect([lists.length > 1, wrong]).toEqual([true, []])
}, 120_000)
