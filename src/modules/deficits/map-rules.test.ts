import { expect, test } from 'vitest'
import { frameworkOf, noneOwn } from './framework.ts'
import { type MapRow, mapOf, monthsFrom, type Offered, uncovered } from './map-rules.ts'

const framework = frameworkOf(noneOwn)
const [one = '', two = '', three = ''] = framework.map(({ id }) => id)
const months = monthsFrom('2023-09-01')
const offer = (competenceId: string, month: string | null, more: Partial<Offered>): Offered => ({
  ...{ competenceId, month, open: 0, full: 0, waiting: 0, held: 0 },
  ...more,
})
const drawn = (offered: readonly Offered[], needs = [{ competenceId: one as string | null, people: 7 }]) =>
  mapOf({ framework, needs, offered, months, now: '2023-11' })
const only = (offered: readonly Offered[]): MapRow => drawn(offered)[0]!
const stateIn = (row: MapRow, month: string) => row.cells.find((cell) => cell.month === month)?.state

test('a year has twelve months from its first day, over the new year', () => {
  expect(months).toHaveLength(12)
  expect([months[0], months[3], months[4], months[11]]).toEqual(['2023-09', '2023-12', '2024-01', '2024-08'])
  expect(monthsFrom('2024-01-09')).toEqual(Array.from({ length: 12 }, (_, n) => `2024-${String(n + 1).padStart(2, '0')}`))
})

test('a place anywhere opens a cell; without one people wait; what has been is told apart from nobody', () => {
  const row = only([
    offer(one, '2023-10', { held: 1 }),
    offer(one, '2023-11', { full: 1, waiting: 4 }),
    offer(one, '2023-12', { full: 1, open: 1 }),
  ])
  expect(months.slice(0, 4).map((month) => stateIn(row, month))).toEqual(['none', 'held', 'full', 'open'])
  expect(row.cells[2]).toMatchObject({ waiting: 4 })
})

test('there is enough while a place is ahead or a programme teaches it; what was before this month helps nobody', () => {
  const outcome = (...offered: Offered[]) => only(offered).outcome
  expect(outcome()).toBe('nobody')
  expect(outcome(offer(one, '2023-10', { open: 1 }))).toBe('nobody')
  expect(outcome(offer(one, '2023-11', { open: 1 }))).toBe('enough')
  expect(outcome(offer(one, '2023-12', { held: 1 }))).toBe('nobody')
  expect(outcome(offer(one, '2023-12', { full: 1 }))).toBe('queue')
  expect(outcome(offer(one, '2023-10', { full: 1 }))).toBe('nobody')
  expect(outcome(offer(one, null, { open: 1 }))).toBe('enough')
  expect(outcome(offer(one, '2023-12', { full: 1 }), offer(one, '2024-01', { open: 1 }))).toBe('enough')
})

test('a row stands for what somebody lacks or teaches, in the order of the framework; own words have none', () => {
  const rows = drawn(
    [offer(three, '2023-12', { open: 2 })],
    [
      { competenceId: two, people: 1 },
      { competenceId: one, people: 3 },
      { competenceId: null, people: 2 },
    ],
  )
  expect(rows.map(({ competence, people }) => [competence.id, people])).toEqual([
    [one, 3],
    [two, 1],
    [three, 0],
  ])
  expect(uncovered(drawn([offer(three, '2023-12', { full: 1 })], [])), 'what nobody lacks is no theme').toEqual([])
  expect(uncovered(rows).map(({ competence }) => competence.id)).toEqual([one, two])
})
