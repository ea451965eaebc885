// Proves X-T1.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aProgrammeContent } from '../../../test/factories/programmes.ts'
import { lenobl } from '../../../test/regulations.ts'
import { newId } from '../../kernel/ids.ts'
import type { EventId, TraineeshipId, TraineeshipRowId } from '../../kernel/types.ts'
import { noCompletion } from '../programmes/completion-rules.ts'
import { levels } from '../programmes/level-rules.ts'
import type { Completion, ProgrammeContent } from '../programmes/model.ts'
import {
  type Condition,
  conditionsOf,
  isMet,
  type Known,
  mayCertify,
  missingText,
  type Progress,
  progressOf,
  qualifiedBy,
  type TryOutStand,
  worthOf,
} from './completion-rules.ts'
import type { Mastered, PrintedOpenly } from './model.ts'
import { aboutWords, qualificationWords } from './wording.ts'

const item = (more: Partial<{ given: boolean; leftOut: boolean }> = {}) => ({
  ...{ given: false, leftOut: false },
  ...more,
})
const written = aProgrammeContent(lenobl)
const [topic, ...later] = written.topics
const [session, ...sessions] = topic!.sessions
/** A programme of 36 hours with a session and a try-out that are asked for by name. */
const asking = (asked: Partial<Completion>): ProgrammeContent => ({
  ...written,
  topics: [
    {
      ...topic!,
      sessions: [{ ...session!, id: 'seminar', title: 'Разбор урока' }, ...sessions],
      tryOuts: [{ ...topic!.tryOuts[0]!, id: 'trial', title: 'Свой урок' }],
    },
    ...later,
  ],
  completion: { ...noCompletion, ...asked },
})
const done: Progress = {
  hours: 36,
  of: 36,
  items: new Map([
    ['seminar', item({ given: true })],
    ['trial', item({ given: true })],
  ]),
  tryOuts: new Map<string, TryOutStand>([['trial', { state: 'assessed', lowest: 'seen' }]]),
  measured: true,
}
const stand = (asked: Partial<Completion>, progress: Partial<Progress> = {}): Condition[] =>
  conditionsOf(asking(asked), { ...done, ...progress })
const met = (asked: Partial<Completion>, progress: Partial<Progress> = {}) => isMet(stand(asked, progress))
const missing = (asked: Partial<Completion>, progress: Partial<Progress> = {}) => missingText(stand(asked, progress))

describe('each condition on both sides of its limit, with figures', () => {
  test('hours', () => {
    expect(met({ hours: 30 }, { hours: 30 })).toBe(true)
    expect(met({ hours: 30 }, { hours: 30.5 })).toBe(true)
    expect(missing({ hours: 30 }, { hours: 29.5 })).toBe('Часов не меньше 30 из 36: есть 29,5')
  })

  test('the share of hours is of the hours of the programme', () => {
    expect(met({ share: 80 }, { hours: 29 })).toBe(true)
    expect(met({ share: 75 }, { hours: 27 })).toBe(true)
    expect(met({ share: 100 }, { hours: 36 })).toBe(true)
    expect(missing({ share: 75 }, { hours: 26.5 })).toBe('Не меньше 75 % часов программы, это 27 из 36: есть 26,5, 74 %')
    expect(met({ share: 100 }, { hours: 35.5 })).toBe(false)
  })

  test('a session that has to be held', () => {
    const seminar = (one: ReturnType<typeof item>) => ({ items: new Map([['seminar', one]]) })
    expect(met({ sessions: ['seminar'] })).toBe(true)
    expect(missing({ sessions: ['seminar'] }, seminar(item()))).toBe('Занятие «Разбор урока» проведено: ещё нет')
    expect(missing({ sessions: ['seminar'] }, seminar(item({ leftOut: true })))).toBe(
      'Занятие «Разбор урока» проведено: нет в плане стажёра',
    )
    expect(missing({ sessions: ['seminar'] }, { items: new Map() })).toBe('Занятие «Разбор урока» проведено: нет в плане стажёра')
    expect(missing({ sessions: ['trial'] }, { items: new Map() })).toBe('Проба «Свой урок» проведена: нет в плане стажёра')
    expect(met({ sessions: [] }, seminar(item()))).toBe(true)
  })

  test('a try-out assessed, its worst criterion on the level or above', () => {
    const trial = (one?: TryOutStand) => ({ tryOuts: new Map(one ? [['trial', one]] : []) })
    const asked = { tryOuts: ['trial'], level: 'seen' } as const
    for (const lowest of ['seen', 'steady'] as const) expect(met(asked, trial({ state: 'assessed', lowest }))).toBe(true)
    for (const lowest of ['hidden', 'begun'] as const) expect(met(asked, trial({ state: 'assessed', lowest }))).toBe(false)
    expect(met({ ...asked, level: 'hidden' }, trial({ state: 'assessed', lowest: 'hidden' }))).toBe(true)
    expect(missing(asked, trial({ state: 'assessed', lowest: 'begun' }))).toBe(
      'Проба «Свой урок» оценена, и каждый критерий на уровне «видно» или выше: есть критерий на уровне «намечено»',
    )
    expect(missing(asked, trial())).toContain(': ещё не сдана')
    expect(missing(asked, trial({ state: 'assigned', lowest: null }))).toContain(': ещё не сдана')
    expect(missing(asked, trial({ state: 'handedIn', lowest: null }))).toContain(': ждёт оценки')
    expect(missing(asked, trial({ state: 'returned', lowest: null }))).toContain(': возвращена с замечанием')
  })

  test('the measurement at the end', () => {
    expect(met({ exit: true })).toBe(true)
    expect(missing({ exit: true }, { measured: false })).toBe('Измерение на выходе тем, кто ведёт стажёра: ещё нет')
    expect(met({ exit: false, share: 10 }, { measured: false })).toBe(true)
  })

  test('nobody has mastered what they were never at', () => {
    expect(missing({ exit: true }, { hours: 0 })).toBe('Часы занятий: нет ни одного')
    expect(met({ exit: true }, { hours: 0.5 })).toBe(true)
    expect(stand({}, { hours: 0 })).toEqual([])
  })

  test('all are needed: whoever does more never has less', () => {
    const hours = fc.integer({ min: 0, max: 72 }).map((halves) => halves / 2)
    const asked = fc.record({
      hours: fc.option(hours),
      share: fc.option(fc.integer({ min: 1, max: 100 })),
      sessions: fc.subarray(['seminar', 'trial']),
      tryOuts: fc.subarray(['trial']),
      level: fc.constantFrom(...levels),
      exit: fc.boolean(),
    })
    const progress = fc.record({
      hours,
      given: fc.boolean(),
      level: fc.constantFrom(...levels),
      measured: fc.boolean(),
    })
    const of = (one: { hours: number; given: boolean; level: (typeof levels)[number]; measured: boolean }): Progress => ({
      ...{ ...done, hours: one.hours, measured: one.measured },
      items: new Map([
        ['seminar', item({ given: one.given })],
        ['trial', item({ given: true })],
      ]),
      tryOuts: new Map([['trial', { state: 'assessed', lowest: one.level }]]),
    })
    fc.assert(
      fc.property(asked, progress, progress, (conditions, one, other) => {
        const more = {
          hours: Math.max(one.hours, other.hours),
          given: one.given || other.given,
          level: levels[Math.max(levels.indexOf(one.level), levels.indexOf(other.level))] ?? one.level,
          measured: one.measured || other.measured,
        }
        const isMetBy = (it: typeof one) => isMet(conditionsOf(asking(conditions), of(it)))
        if (isMetBy(one)) expect(isMetBy(more)).toBe(true)
        if (isMetBy(one)) expect(one.hours).toBeGreaterThanOrEqual(conditions.hours ?? 0)
      }),
    )
  })
})

describe('hours brought along from another site', () => {
  const row = (itemId: string, hours: number, given = true) => ({
    ...{ id: newId<TraineeshipRowId>(), itemId, hours, given, leftOut: false, topic: topic!.title },
    eventId: null as EventId | null,
  })
  const [seminar, trial, other] = [row('seminar', 6), row('trial', 4), row('other', 6, false)]
  const rows = [seminar, trial, other]
  const known = (more: Partial<Known>): Progress =>
    progressOf(asking({ hours: 36 }), { given: 10, rows, stands: [], measured: false, ...more })
  const topicsOf = (progress: Progress) => worth(progress).mastered?.topics
  const worth = (progress: Progress) =>
    worthOf({
      ...{ rows, progress, version: { number: 2, content: asking({ hours: 36 }) } },
      row: {
        ...{ id: newId<TraineeshipId>(), personId: newId(), organisationId: newId(), title: 'Урок для каждого', format: null },
        ...{ licenceHolder: null, startsOn: '2021-10-01', endsOn: '2022-05-31', endedOn: null },
      },
    })

  test('count as far as the programme has room for them', () => {
    expect(known({ given: 22.5 }).hours).toBe(22.5)
    expect(known({ given: 36 }).hours).toBe(36)
    expect(known({ given: 40 }).hours).toBe(36)
    expect(known({ given: 0 }).hours, 'those of the own plan never go').toBe(10)
  })

  test('stand on the paper as a line of their own, and only when there are any', () => {
    const own = { title: topic!.title, hours: 10 }
    expect(topicsOf(known({}))).toEqual([own])
    expect(topicsOf(known({ given: 22.5 }))).toEqual([own, { title: 'Часы с прежней площадки', hours: 12.5 }])
    expect(topicsOf(known({ given: 60 }))).toEqual([own, { title: 'Часы с прежней площадки', hours: 26 }])
    expect(worth(known({ given: 22.5 }))).toMatchObject({
      ...{ hours: 22.5, from: '2021-10-01', to: '2022-05-31', events: [] },
      mastered: { version: 2, of: 36, conditions: ['Часов не меньше 36 из 36'] },
    })
  })

  test('what was done is found by the plan: which session was held, how a try-out stands', () => {
    const stands = [
      { rowId: trial.id, state: 'assessed' as const, lowest: 'seen' as const },
      { rowId: newId<TraineeshipRowId>(), state: 'handedIn' as const, lowest: null },
    ]
    const found = known({ stands })
    expect([...found.items].map(([id, { given }]) => [id, given])).toEqual([
      ['seminar', true],
      ['trial', true],
      ['other', false],
    ])
    expect([...found.tryOuts]).toEqual([['trial', stands[0]]])
  })
})

describe('a press', () => {
  const [vera, oleg] = ['vera' as TraineeshipId, 'oleg' as TraineeshipId]
  const candidates = [
    { id: vera, person: 'Рощина В. П.', conditions: stand({ hours: 30 }) },
    { id: oleg, person: 'Ершов О. И.', conditions: stand({ hours: 30 }, { hours: 12 }) },
  ]
  const rules = (chosen: readonly TraineeshipId[], hasSignatory = true) =>
    mayCertify({ chosen, candidates, hasSignatory }).map(({ rule }) => rule)

  test('is for finished traineeships whose conditions are met; a refusal names whose are not and what is missing', () => {
    expect(rules([vera])).toEqual([])
    expect(rules([])).toEqual(['certificate.nobodyChosen'])
    expect(rules(['running' as TraineeshipId, vera])).toEqual(['certificate.notFinished'])
    expect(rules([vera], false)).toEqual(['certificate.noSignatory'])
    expect(mayCertify({ chosen: [vera, oleg], candidates, hasSignatory: true })).toMatchObject([
      {
        rule: 'certificate.conditionsUnmet',
        params: { person: 'Ершов О. И.', missing: 'Часов не меньше 30 из 36: есть 12' },
      },
    ])
  })
})

describe('a document of qualification', () => {
  test('is given by the holder of a licence alone, and for sixteen hours at least', () => {
    expect(qualifiedBy({ licenceHolder: 'АКИПКРО', of: 16 })).toBe('АКИПКРО')
    expect(qualifiedBy({ licenceHolder: 'АКИПКРО', of: 15.5 })).toBeNull()
    expect(qualifiedBy({ licenceHolder: null, of: 36 })).toBeNull()
  })

  test('is never the paper itself, which says who gives one', () => {
    const mastered: Mastered = {
      ...{ programme: 'Урок для каждого', version: 1, of: 36, topics: [], conditions: [], format: null, licenceHolder: null },
      qualifiedBy: null,
    }
    const words = (kind: PrintedOpenly['kind'], by: string | null) =>
      qualificationWords({ kind, mastered: { ...mastered, qualifiedBy: by } })
    expect(words('certificate', null)).toBe('Сертификат не является документом о квалификации.')
    expect(words('note', 'АКИПКРО')).toBe(
      'Справка не является документом о квалификации. Документ о квалификации выдаёт АКИПКРО, у которого лицензия.',
    )
    expect(qualificationWords({ kind: 'note' })).toBe('Справка не является документом о повышении квалификации.')
    expect(aboutWords({ lines: [], mastered })).toBe('об освоении программы «Урок для каждого»')
  })
})
