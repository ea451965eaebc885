// Proves R-31.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ApplicationId, PersonId } from '../../kernel/types.ts'
import { type Burden, proposeExperts, type Vacancy } from './proposal-rules.ts'

const expertIds = (count: number) => Array.from({ length: count }, (_, at) => `e${at}` as PersonId)
const vacancy = (id: string, wanted: number, eligible: readonly PersonId[]): Vacancy => ({
  applicationId: id as ApplicationId,
  wanted,
  eligible,
})
const burdens = (loads: readonly number[]): Burden[] => loads.map((load, at) => ({ personId: `e${at}` as PersonId, load }))

function loadsAfter(experts: readonly Burden[], assigned: ReadonlyMap<string, readonly PersonId[]>): number[] {
  const loads = new Map(experts.map(({ personId, load }) => [personId, load]))
  for (const ids of assigned.values()) for (const id of ids) loads.set(id, loads.get(id)! + 1)
  return [...loads.values()]
}
const unevenness = (loads: readonly number[]) => loads.reduce((sum, load) => sum + load * load, 0)
const apart = (loads: readonly number[]) => Math.max(...loads) - Math.min(...loads)

/** The most even sharing there is, by trying all of them. */
function bestByTrying(vacancies: readonly Vacancy[], experts: readonly Burden[]): { squares: number; apart: number } {
  let best = { squares: Number.POSITIVE_INFINITY, apart: 0 }
  const loads = new Map(experts.map(({ personId, load }) => [personId, load]))
  const subsets = (ids: readonly PersonId[], count: number): PersonId[][] =>
    count === 0 ? [[]] : ids.flatMap((id, at) => subsets(ids.slice(at + 1), count - 1).map((rest) => [id, ...rest]))
  const go = (at: number) => {
    const next = vacancies[at]
    if (!next) {
      const now = [...loads.values()]
      if (unevenness(now) < best.squares) best = { squares: unevenness(now), apart: apart(now) }
      return
    }
    for (const chosen of subsets(next.eligible, Math.min(next.wanted, next.eligible.length))) {
      for (const id of chosen) loads.set(id, loads.get(id)! + 1)
      go(at + 1)
      for (const id of chosen) loads.set(id, loads.get(id)! - 1)
    }
  }
  go(0)
  return best
}

const cases = fc.integer({ min: 1, max: 4 }).chain((count) =>
  fc.record({
    experts: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: count, maxLength: count }).map(burdens),
    vacancies: fc
      .array(fc.record({ wanted: fc.integer({ min: 1, max: 2 }), eligible: fc.subarray(expertIds(count)) }), { maxLength: 5 })
      .map((all) => all.map(({ wanted, eligible }, at) => vacancy(`a${at}`, wanted, eligible))),
  }),
)

describe('a proposal', () => {
  test('gives each application different eligible experts, as many as there are', () => {
    fc.assert(
      fc.property(cases, ({ experts, vacancies }) => {
        const { assigned, short } = proposeExperts(vacancies, experts)
        for (const { applicationId, wanted, eligible } of vacancies) {
          const chosen = assigned.get(applicationId)!
          expect(new Set(chosen).size).toBe(chosen.length)
          expect(chosen.every((id) => eligible.includes(id))).toBe(true)
          expect(chosen).toHaveLength(Math.min(wanted, eligible.length))
          expect(short.get(applicationId) ?? 0).toBe(wanted - chosen.length)
        }
      }),
    )
  })

  test('is as even as any sharing can be: loads differ by at most one wherever that is possible', () => {
    fc.assert(
      fc.property(cases, ({ experts, vacancies }) => {
        const loads = loadsAfter(experts, proposeExperts(vacancies, experts).assigned)
        const best = bestByTrying(vacancies, experts)
        expect(unevenness(loads)).toBe(best.squares)
        if (best.apart <= 1) expect(apart(loads)).toBeLessThanOrEqual(1)
      }),
      { numRuns: 300 },
    )
  })

  test('without conflicts loads differ by at most one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 12 }), fc.integer({ min: 1, max: 40 }), (count, applications) => {
        const ids = expertIds(count)
        const experts = burdens(ids.map(() => 0))
        const vacancies = Array.from({ length: applications }, (_, at) => vacancy(`a${at}`, 3, ids))
        expect(apart(loadsAfter(experts, proposeExperts(vacancies, experts).assigned))).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('is the same for the same input', () => {
    fc.assert(
      fc.property(cases, ({ experts, vacancies }) => {
        const once = [...proposeExperts(vacancies, experts).assigned]
        expect([...proposeExperts(vacancies, experts).assigned]).toEqual(once)
      }),
    )
  })

  test('spares those who have much to write already', () => {
    const ids = expertIds(3)
    const { assigned } = proposeExperts([vacancy('a', 2, ids)], burdens([5, 0, 1]))
    expect(assigned.get('a' as ApplicationId)).toEqual(['e1', 'e2'])
  })

  test('passes work along a chain where the first choice of each would be uneven', () => {
    const [e0, e1, e2] = expertIds(3) as [PersonId, PersonId, PersonId]
    const vacancies = [vacancy('a', 1, [e0, e1]), vacancy('b', 1, [e0, e1]), vacancy('c', 1, [e0, e2]), vacancy('d', 1, [e0])]
    const experts = burdens([0, 0, 0])
    expect(loadsAfter(experts, proposeExperts(vacancies, experts).assigned).sort()).toEqual([1, 1, 2])
  })

  test('of equally loaded experts takes the one who stands first', () => {
    const [first, second] = expertIds(2)
    const { assigned } = proposeExperts([vacancy('one', 1, [second!, first!])], burdens([1, 1]))
    expect(assigned).toEqual(new Map([['one', [first]]]))
  })

  // Two who read much, one who reads nothing, and two with so much already that nobody asks them.
  const [e0, e1, e2, e3, e4] = expertIds(5) as [PersonId, PersonId, PersonId, PersonId, PersonId]
  const shared = [vacancy('a', 1, [e0, e2]), vacancy('b', 1, [e1, e2])]
  const only = (id: string, expert: PersonId) => vacancy(id, 1, [expert, e3, e4])
  const among = burdens([0, 0, 0, 5, 5])

  test('the heaviest is relieved first', () => {
    const { assigned } = proposeExperts([...shared, only('c', e0), only('d', e1), only('e', e1)], among)
    expect([assigned.get('a' as ApplicationId), assigned.get('b' as ApplicationId)]).toEqual([[e0], [e2]])
  })

  test('of two who are as heavy the one who stands first is relieved', () => {
    const { assigned } = proposeExperts([...shared, only('c', e0), only('d', e1)], among)
    expect([assigned.get('a' as ApplicationId), assigned.get('b' as ApplicationId)]).toEqual([[e2], [e1]])
  })

  test('of two applications that could be passed on it is the first', () => {
    const both = [vacancy('a', 1, [e0, e1]), vacancy('b', 1, [e0, e1]), only('c', e0)]
    const { assigned } = proposeExperts(both, burdens([0, 1, 9, 9, 9]))
    expect([assigned.get('a' as ApplicationId), assigned.get('b' as ApplicationId)]).toEqual([[e1], [e0]])
  })

  test('says how many are missing', () => {
    const { short } = proposeExperts([vacancy('a', 3, expertIds(1))], burdens([0]))
    expect([...short]).toEqual([['a', 2]])
  })
})
