import fc from 'fast-check'
import { expect, test } from 'vitest'
import { read } from '../../src/db/transact.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { ApplicationId, PersonId } from '../../src/kernel/types.ts'
import { submitApplication, withdrawApplication } from '../../src/modules/applications/deeds/send.ts'
import { saveTheme } from '../../src/modules/applications/deeds/write.ts'
import { addEvidence, removeEvidence } from '../../src/modules/applications/evidence/deeds.ts'
import { evidenceOf } from '../../src/modules/applications/evidence/queries.ts'
import { type ApplicationState, machine } from '../../src/modules/applications/machine.ts'
import {
  answerInformation,
  askInformation,
  returnApplication,
  withdrawRequest,
} from '../../src/modules/applications/operator/deeds.ts'
import { requestsOf } from '../../src/modules/applications/operator/queries.ts'
import { assignExperts } from '../../src/modules/reviews/deeds/lead.ts'
import { violationsIn } from '../../src/ops/invariants.ts'
import { ownDatabase } from '../database.ts'
import { type ApplyingTerritory, anApplication, anApplyingTerritory } from '../factories/applications.ts'
import { checklistIn, pressCheck, verdicts, versionOf } from '../factories/checks.ts'
import { someExperts } from '../factories/reviews.ts'
import { lostTasks } from '../factories/waiting.ts'
import { inScope, type TestCtx } from '../factory.ts'
import { lenobl } from '../regulations.ts'

// Proves: random deeds of random people on one application.

const runs = Number(process.env.MODEL_RUNS ?? (process.env.LONG_TESTS ? 60 : 3))
const seed = Number(process.env.FUZZ_SEED ?? 42)
const base = ownDatabase()

type Case = { readonly there: ApplyingTerritory; readonly id: ApplicationId; readonly experts: readonly PersonId[] }
type Deed = { readonly kind: Kind; readonly who: number; readonly stale: number }

const people = ['head', 'methodist', 'official', 'otherHead', 'stranger', 'elsewhere'] as const
/** Whose deed each is: done by them more often than not. */
const usual = {
  theme: 'head',
  evidence: 'head',
  removal: 'head',
  submit: 'head',
  withdraw: 'head',
  admit: 'methodist',
  sendBack: 'methodist',
  return: 'methodist',
  assign: 'methodist',
  ask: 'official',
  answer: 'head',
  takeBack: 'official',
} as const
type Kind = keyof typeof usual
/** Withdrawing ends everything, so it is pressed seldom. */
const kinds = [...Object.keys(usual), 'submit', 'submit', 'admit', 'sendBack', 'return', 'assign', 'theme'].filter(
  (kind) => kind !== 'withdraw',
) as Kind[]

const deeds = fc.array(
  fc.record({
    kind: fc.oneof({ weight: 30, arbitrary: fc.constantFrom(...kinds) }, { weight: 1, arbitrary: fc.constant<Kind>('withdraw') }),
    who: fc.nat(people.length - 1),
    stale: fc.nat(9),
  }),
  { minLength: 15, maxLength: 40 },
)

async function doDeed({ there, id, experts }: Case, { kind, who, stale }: Deed): Promise<unknown> {
  const ctx = await there.as(stale < 3 ? people[who]! : usual[kind])
  const version = (await versionOf(there, id)) - (stale === 0 ? 1 : 0)
  const applicationId = id
  const term = { direction: null, wantedFrom: '2022-01-10', wantedTo: stale === 1 ? '2040-01-01' : '2024-12-31' }
  switch (kind) {
    case 'theme':
      return saveTheme.run(ctx, { id, version: await themeVersion(id), theme: `Тема ${stale}`, ...term })
    case 'evidence':
      return addEvidence.run(ctx, { id, criterion: 'resources', files: [], link: 'primer.ru', facts: [], note: '' })
    case 'removal':
      return removeEvidence.run(ctx, { id, evidence: await someEvidence(there, id) })
    case 'submit':
      return submitApplication.run(ctx, { id, version })
    case 'withdraw':
      return withdrawApplication.run(ctx, { id, reason: 'Передумали' })
    case 'admit':
    case 'sendBack':
      return check(ctx, there, id, { version, intent: kind === 'admit' ? 'admit' : 'return' })
    case 'return':
      return returnApplication.run(ctx, { id, version, remarks: [{ section: 'theme', text: 'Сузьте тему' }] })
    case 'assign':
      return assignExperts.run(ctx, { id: applicationId, experts: experts, dueOn: '2021-11-01' })
    case 'ask':
      return askInformation.run(ctx, { id, question: 'Сколько учителей?', dueOn: null })
    case 'answer':
      return answerInformation.run(ctx, { id, request: await someRequest(there, id), answer: 'Двенадцать', files: [] })
    case 'takeBack':
      return withdrawRequest.run(ctx, { id, request: await someRequest(there, id) })
  }
}

async function themeVersion(id: ApplicationId): Promise<number> {
  const text = `select edit_version as version from application_sections where application_id = $1 and section = 'theme'`
  const { rows } = await base.adminPool.query<{ version: number }>(text, [id])
  return rows[0]?.version ?? 0
}

const someEvidence = (there: ApplyingTerritory, id: ApplicationId): Promise<string> =>
  inScope(there.db, there.territory.id, async (tx) => (await evidenceOf(tx, there, id)).at(-1)?.id ?? newId())
const someRequest = (there: ApplyingTerritory, id: ApplicationId): Promise<string> =>
  inScope(there.db, there.territory.id, async (tx) => (await requestsOf(tx, there, id))[0]?.id ?? newId())

async function check(
  ctx: TestCtx,
  there: ApplyingTerritory,
  id: ApplicationId,
  given: { version: number; intent: 'admit' | 'return' },
) {
  const round = Number((await rowOf(id)).round)
  const { lines, open } = round === 0 ? { lines: [], open: [] } : await checklistIn(there, id)
  const remarks: Readonly<Record<string, string>> = given.intent === 'admit' ? {} : { theme: 'Сузьте тему' }
  const settled = open.map((remark) => remark.id)
  return pressCheck(ctx, { id, ...given, verdicts: verdicts(lines, remarks), settled })
}

type Row = { state: ApplicationState; round: number; number: number | null }
async function rowOf(id: ApplicationId): Promise<Row> {
  const { rows } = await base.adminPool.query<Row>('select state, round, number from applications where id = $1', [id])
  return rows[0]!
}
/** Every kept round, byte for byte. */
async function roundsOf(id: ApplicationId): Promise<string[]> {
  const { rows } = await base.adminPool.query<{ kept: string }>(
    'select row_to_json(r)::text as kept from application_rounds r where application_id = $1 order by round',
    [id],
  )
  return rows.map(({ kept }) => kept)
}

const isLegal = (from: ApplicationState, to: ApplicationState) =>
  from === to || (Object.values(machine.moves[from]) as ApplicationState[]).includes(to)

test('random deeds of random people about an application: no illegal move, what was submitted never changes', async () => {
  let moved = 0
  await fc.assert(
    fc.asyncProperty(deeds, async (pressed) => {
      const there = await anApplyingTerritory(base.db, lenobl)
      const one: Case = { there, id: await anApplication(there, { state: 'complete' }), experts: await someExperts(there, 2) }
      let [before, kept] = [await rowOf(one.id), await roundsOf(one.id)]
      for (const deed of pressed) {
        await doDeed(one, deed)
        const [after, rounds] = [await rowOf(one.id), await roundsOf(one.id)]
        expect([before.state, after.state, isLegal(before.state, after.state)]).toEqual([before.state, after.state, true])
        expect(rounds.slice(0, kept.length)).toEqual(kept)
        expect(rounds).toHaveLength(after.round)
        expect(after.round - before.round).toBe(after.state === 'submitted' && before.state !== 'submitted' ? 1 : 0)
        if (before.number !== null) expect(after.number).toBe(before.number)
        if (after.state !== before.state) moved++
        ;[before, kept] = [after, rounds]
      }
      await consistent(one)
    }),
    { numRuns: runs, seed },
  )
  expect(moved).toBeGreaterThan(runs * 2)
}, 600_000)

/** What must hold of the rows beside the application, whatever was pressed. */
async function consistent({ there, id }: Case): Promise<void> {
  const { state, round } = await rowOf(id)
  const count = async (text: string) => (await base.adminPool.query(text, [id])).rowCount
  const passed = await count(
    `select 1 from application_checks where application_id = $1 and outcome = 'passed' and round = ${round}`,
  )
  if (['admitted', 'underReview', 'reviewed'].includes(state)) expect(passed).toBe(1)
  if (state === 'returned')
    expect(await count(`select 1 from application_remarks where application_id = $1 and round = ${round}`)).toBeGreaterThan(0)
  if (['submitted', 'returned', 'withdrawn'].includes(state))
    expect(await count(`select 1 from reviews where application_id = $1 and state in ('assigned', 'accepted')`)).toBe(0)
  const draft =
    await count(`select 1 from programme_versions v join programmes p on p.territory_id = v.territory_id and p.id = v.programme_id
    where p.application_id = $1 and v.state = 'draft'`)
  expect([state, draft]).toEqual([state, round === 0 || state === 'returned' ? 1 : state === 'withdrawn' ? draft : 0])
  const broken = await read(base.db, { territoryId: there.territory.id }, (tx) => violationsIn(tx, 'model'))
  expect(broken.filter(({ name }) => /^(application|review|programme)\./.test(name))).toEqual([])
  expect((await lostTasks(base.db, there.territory.id)).lost).toEqual([])
}
