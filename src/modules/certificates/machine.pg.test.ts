// Proves X-T1.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { manyFinished, manyPeople } from '../../../test/factories/certificates.ts'
import { aLearningSite } from '../../../test/factories/traineeships.ts'
import { inScope } from '../../../test/factory.ts'
import { lenobl } from '../../../test/regulations.ts'
import type { CertificateId, TraineeshipId } from '../../kernel/types.ts'
import { violationsIn } from '../../ops/invariants.ts'
import { issueCompletion, revokePaper } from './deeds.ts'
import { type CertificateState, machine } from './machine.ts'

const runs = Number(process.env.MODEL_RUNS ?? (process.env.LONG_TESTS ? 40 : 3))
const seed = Number(process.env.FUZZ_SEED ?? 42)
const base = ownDatabase()
const today = '2021-12-01'
const people = 4

type Stored = {
  readonly id: CertificateId
  readonly of: TraineeshipId
  readonly number: number
  readonly state: CertificateState
  readonly v: number
}
const deeds = fc.array(
  fc.record({
    kind: fc.constantFrom('issue' as const, 'issue' as const, 'revoke' as const, 'learn' as const, 'forget' as const),
    who: fc.uniqueArray(fc.nat(people - 1), { minLength: 1, maxLength: people }),
    stale: fc.boolean(),
    twice: fc.boolean(),
  }),
  { minLength: 8, maxLength: 24 },
)

test('whatever is pressed, in whatever order: papers follow their machine, numbers have no gap, and only who meets the conditions has one', async () => {
  await fc.assert(
    fc.asyncProperty(deeds, async (given) => {
      const { trainees } = lenobl
      const regulation = { ...lenobl, trainees: trainees && { ...trainees, guide: [] } }
      const there = await aLearningSite(base.db, regulation, '2021-10-01', () => ({ hours: 36 }))
      const { site } = there
      await base.adminPool.query(`update territories set demo_today = $2 where id = $1`, [site.territory.id, today])
      const ids = await manyFinished(there, base.adminPool, await manyPeople(site, base.adminPool, people))
      const head = await site.as('head', today)
      const stored = async () =>
        (
          await base.adminPool.query<Stored>(
            `select id, traineeship_id as of, number, state, edit_version as v from certificates where territory_id = $1 order by number`,
            [site.territory.id],
          )
        ).rows
      /** Who has all the hours of the programme now. */
      const mastered = new Set(ids)
      for (const { kind, who, stale, twice } of given) {
        const before = await stored()
        const chosen = who.map((n) => ids[n]).filter((id) => id !== undefined)
        const [one] = chosen
        if (kind === 'learn' || kind === 'forget') {
          const on = kind === 'learn' ? '2021-11-01' : null
          await base.adminPool.query(
            `update traineeship_rows set held_on = $2, held_by = $3 where traineeship_id = $1 and position = 1`,
            [one, on, on && site.people.head],
          )
          if (one && kind === 'learn') mastered.add(one)
          else if (one) mastered.delete(one)
          continue
        }
        if (kind === 'revoke') {
          const paper = before[(who[0] ?? 0) % Math.max(1, before.length)]
          if (!paper) continue
          const sent = { id: paper.id, version: stale ? paper.v + 1 : paper.v, revokeReason: 'Ошибка' }
          const all = await Promise.all(
            twice ? [revokePaper.run(head, sent), revokePaper.run(head, sent)] : [revokePaper.run(head, sent)],
          )
          const now = (await stored()).find(({ id }) => id === paper.id)
          const possible = Object.values(machine.moves[paper.state])
          expect(all.filter(({ ok }) => ok)).toHaveLength(possible.length > 0 && !stale ? 1 : 0)
          expect(now?.state === paper.state || possible.some((to) => to === now?.state)).toBe(true)
          continue
        }
        const holding = new Set(before.filter(({ state }) => state === 'issued').map(({ of }) => of))
        const isDue = chosen.every((id) => mastered.has(id) && !holding.has(id))
        const press = () => issueCompletion.run(head, { id: site.siteId, traineeships: chosen })
        const all = await Promise.all(twice ? [press(), press()] : [press()])
        expect(all.filter(({ ok }) => ok)).toHaveLength(isDue ? 1 : 0)
        const after = await stored()
        expect(after).toHaveLength(before.length + (isDue ? chosen.length : 0))
        expect(after.map(({ number }) => number)).toEqual(after.map((_, n) => n + 1))
      }
      const last = await stored()
      for (const id of ids) expect(last.filter(({ of, state }) => of === id && state === 'issued').length).toBeLessThanOrEqual(1)
      const found = await inScope(base.db, site.territory.id, (tx) => violationsIn(tx, site.territory.code))
      expect(found.filter(({ name, ids: those }) => name.startsWith('certificate.') && those.length > 0)).toEqual([])
    }),
    { numRuns: runs, seed },
  )
})
