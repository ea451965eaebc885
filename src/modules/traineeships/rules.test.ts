// Proves C-12, R-A2c.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chebula, lenobl, luga, turochak, ustishim } from '../../../test/regulations.ts'
import { addDays } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import { no } from '../../kernel/result.ts'
import type { OrganisationId, PersonId, ProgrammeVersionId } from '../../kernel/types.ts'
import type { PostKind } from '../../regulation/dictionary.ts'
import type { TraineeshipState } from './machine.ts'
import {
  dayHeld,
  guidesOn,
  heldAfter,
  mayBegin,
  mayWrite,
  mostAtOnce,
  outsideContingent,
  tooMany,
  wrongChange,
  wrongDay,
  wrongFormat,
  wrongGuide,
  wrongLastDay,
  wrongLeavingDay,
  wrongMark,
  wrongPeriod,
  wrongProgramme,
} from './rules.ts'

const rulesOf = (found: readonly { readonly rule: string }[]) => found.map(({ rule }) => rule)
const days = { startsOn: '2021-10-01', endsOn: '2022-05-31' }

describe('where the period may lie', () => {
  const site = { from: '2021-09-01', to: '2022-08-31' }
  const posts = [{ from: '2019-09-01', to: null }]
  const wrong = (
    given = days,
    site_ = site as { from: string; to: string | null },
    posts_: { from: string; to: string | null }[] = posts,
  ) => rulesOf(wrongPeriod(given, { site: site_, posts: posts_ }))
  test('inside both it is right, also on the very first and last day', () => {
    expect(wrong()).toEqual([])
    expect(wrong({ startsOn: '2021-09-01', endsOn: '2022-08-31' })).toEqual([])
    expect(wrong(days, { from: '2021-09-01', to: null })).toEqual([])
  })
  test('the wrong way round, before the status, after it', () => {
    expect(wrong({ startsOn: '2022-05-31', endsOn: '2022-05-30' })).toEqual(['traineeship.endsBeforeStart'])
    expect(wrong({ startsOn: '2021-08-31', endsOn: '2022-05-31' })).toEqual(['traineeship.outsideStatus'])
    expect(wrong({ startsOn: '2021-10-01', endsOn: '2022-09-01' })).toEqual(['traineeship.outsideStatus'])
  })
  test('the refusal stands at the day that is wrong', () => {
    const at = (given: typeof days, held = posts as { from: string; to: string | null }[]) =>
      wrongPeriod(given, { site, posts: held }).map(({ field }) => field)
    expect(at({ startsOn: '2022-05-31', endsOn: '2022-05-30' })).toEqual(['endsOn'])
    expect(at({ startsOn: '2021-08-31', endsOn: '2022-05-31' })).toEqual(['startsOn'])
    expect(at({ startsOn: '2021-10-01', endsOn: '2022-09-01' })).toEqual(['endsOn'])
    expect(at(days, [])).toEqual(['startsOn'])
    expect(at(days, [{ from: '2019-09-01', to: '2022-05-30' }])).toEqual(['endsOn'])
  })
  test('posts hold it together, a gap of one day does not', () => {
    const two = (gap: number) => [
      { from: '2019-09-01', to: '2021-12-31' },
      { from: addDays('2021-12-31', 1 + gap), to: null },
    ]
    expect(wrong(days, site, two(0))).toEqual([])
    expect(wrong(days, site, two(1))).toEqual(['traineeship.outsidePost'])
    expect(wrong(days, site, [])).toEqual(['traineeship.outsidePost'])
    expect(wrong(days, site, [{ from: '2019-09-01', to: '2022-05-30' }])).toEqual(['traineeship.outsidePost'])
  })
})

describe('who may come', () => {
  const post = (kind: PostKind) => [{ kind, title: '', organisationId: newId<OrganisationId>(), from: '2019-09-01', to: null }]
  test.each([
    ['luga', luga, 'teacher', true],
    ['luga', luga, 'psychologist', false],
    ['chebula', chebula, 'psychologist', true],
    ['chebula', chebula, 'specialist', false],
    ['lenobl', lenobl, 'specialist', true],
    ['turochak', turochak, 'deputyHead', true],
    ['ustishim', ustishim, 'head', true],
  ] as const)('%s: %s', (_, regulation, kind, may) => {
    expect(outsideContingent(regulation, post(kind), '2021-10-01').length === 0).toBe(may)
  })
  test('the refusal says who may and names the clause that says so; a post of other days does not count', () => {
    const [refused] = outsideContingent(luga, post('psychologist'), '2021-10-01')
    const params = { who: 'руководители, учителя-предметники' }
    expect(refused).toEqual(no('traineeship.outsideContingent', { params, clause: '1.3' }))
    expect(outsideContingent(chebula, post('specialist'), '2021-10-01')).toMatchObject([{ clause: '1.2' }])
    const several = { ...luga, trainees: luga.trainees && { ...luga.trainees, clause: ['1.2', '1.3'] } }
    expect(outsideContingent(several, post('psychologist'), '2021-10-01')).toEqual([
      no('traineeship.outsideContingent', { params }),
    ])
    expect(outsideContingent(luga, post('teacher'), '2018-10-01')).toHaveLength(1)
    expect(outsideContingent({ ...luga, trainees: null }, [], '2021-10-01')).toEqual([])
  })
})

test('a version that is fixed, and agreed where the paper has a way for that', () => {
  const version = (way: string | null) => ({ versionId: newId<ProgrammeVersionId>(), way })
  expect(rulesOf(wrongProgramme(chebula, undefined))).toEqual(['traineeship.programmeNotFixed'])
  expect(rulesOf(wrongProgramme(chebula, version(null)))).toEqual(['traineeship.programmeNotAgreed'])
  expect(rulesOf(wrongProgramme(chebula, version('open')))).toEqual(['traineeship.programmeNotAgreed'])
  expect(wrongProgramme(chebula, version('passed'))).toEqual([])
  expect(wrongProgramme(lenobl, version(null))).toEqual([])
})

test('the form is one of the paper, and the holder of the licence is named only within a licensed programme', () => {
  const wrong = (format: string | null, licenceHolder: string | null = null, regulation = turochak) =>
    rulesOf(wrongFormat(regulation, { format, licenceHolder }))
  expect(wrong('программа повышения квалификации', 'ИПКиППРО')).toEqual([])
  expect(wrong('программа повышения квалификации')).toEqual(['traineeship.needsLicence'])
  expect(wrong('другой вид', 'ИПКиППРО')).toEqual(['traineeship.licenceWithoutProgramme'])
  expect(wrong('другой вид')).toEqual([])
  expect(wrong('как получится')).toEqual(['traineeship.unknownFormat'])
  expect(wrong(null)).toEqual(['traineeship.unknownFormat'])
  expect(wrong(null, null, luga)).toEqual([])
  const refusals = [null, 'программа повышения квалификации', 'другой вид'].map(
    (format) => wrongFormat(turochak, { format, licenceHolder: format === 'другой вид' ? 'ИПКиППРО' : null })[0],
  )
  expect(refusals.map((one) => one?.clause)).toEqual(['4.4', '4.4', undefined])
})

test('who leads: the role of the paper, on the day, and never oneself', () => {
  const [a, b] = [newId<PersonId>(), newId<PersonId>()]
  const holder = (personId: PersonId, kind: string, to: string | null = null) => ({ personId, kind, from: '2021-09-01', to })
  expect(guidesOn(luga, [holder(a, 'mentor'), holder(b, 'head')], '2021-10-01', null)).toEqual([a])
  expect(guidesOn(chebula, [holder(b, 'head')], '2021-10-01', null)).toEqual([b])
  expect(guidesOn(turochak, [holder(a, 'moderator'), holder(b, 'head')], '2021-10-01', null)).toEqual([b])
  expect(guidesOn(lenobl, [holder(a, 'curator'), holder(b, 'head')], '2021-10-01', null)).toEqual([b])
  expect(guidesOn(ustishim, [holder(a, 'tutor', '2021-09-30')], '2021-10-01', null)).toEqual([])
  expect(guidesOn(luga, [holder(a, 'mentor')], '2021-10-01', a)).toEqual([])
  expect(guidesOn({ ...luga, trainees: null }, [holder(b, 'head')], '2021-10-01', null)).toEqual([b])
  expect([wrongGuide(null, []), wrongGuide(a, [a]), rulesOf(wrongGuide(a, [b]))]).toEqual([
    [],
    [],
    ['traineeship.guideHasNoRole'],
  ])
})

test('the days on which it begins and ends', () => {
  expect([mayBegin(days, '2021-10-01'), rulesOf(mayBegin(days, '2021-09-30'))]).toEqual([[], ['traineeship.beginsLater']])
  expect(wrongLastDay(days, '2022-05-31', '2022-05-31')).toEqual([])
  expect(rulesOf(wrongLastDay(days, '2022-05-31', '2022-05-30'))).toEqual(['traineeship.endsInFuture'])
  expect(rulesOf(wrongLastDay(days, '2021-09-30', '2022-05-30'))).toEqual(['traineeship.endsOutside'])
  expect(rulesOf(wrongLastDay(days, '2022-06-01', '2022-06-02'))).toEqual(['traineeship.endsOutside'])
  expect(wrongLeavingDay(days, '2021-09-20', { today: '2021-09-20', field: 'leftOn' })).toEqual([])
  expect(rulesOf(wrongLeavingDay(days, '2021-10-02', { today: '2021-10-01', field: 'leftOn' }))).toEqual([
    'traineeship.endsInFuture',
  ])
})

test('a day of the plan lies inside the traineeship, its first and last day too', () => {
  const wrong = (on: string) => wrongDay(days, on, { field: 'day2', person: 'Исаева О. В.' })
  expect([wrong('2021-10-01'), wrong('2022-05-31')]).toEqual([[], []])
  const params = { person: 'Исаева О. В.', term: '01.10.2021 – 31.05.2022' }
  for (const day of ['2021-09-30', '2022-06-01'])
    expect(wrong(day)).toMatchObject([{ rule: 'traineeship.dayOutside', field: 'day2', params }])
})

describe('new days leave nothing of the plan outside', () => {
  const row = (
    title: string,
    plannedOn: string | null,
    more: { heldOn?: string; leftOut?: boolean; given?: boolean; eventId?: string } = {},
  ) => ({
    ...{ title, plannedOn, heldOn: null, leftOut: false, given: false, eventId: null },
    ...more,
  })
  const wrong = (
    now: typeof days,
    rows: ReturnType<typeof row>[],
    state: 'agreed' | 'running' = 'running',
    today = '2021-11-01',
  ) => wrongChange({ ...days, state }, now, { rows, today }).map(({ rule, field, params }) => [rule, field, params?.title])
  test('what was held or planned is named with its day, at the field that leaves it out', () => {
    const rows = [row('Первое', '2021-10-01'), row('Последнее', null, { heldOn: '2022-05-31', given: true })]
    expect(wrong(days, rows)).toEqual([])
    expect(wrong({ ...days, startsOn: '2021-10-02' }, rows)).toEqual([['traineeship.rowOutside', 'startsOn', 'Первое']])
    expect(wrong({ ...days, endsOn: '2022-05-30' }, rows)).toEqual([['traineeship.heldOutside', 'endsOn', 'Последнее']])
    // The day of a shared session is that of its event: nobody changes it in the plan.
    expect(wrong({ ...days, startsOn: '2021-10-02' }, [row('Вместе', '2021-10-01', { eventId: 'event' })])).toEqual([
      ['traineeship.heldOutside', 'startsOn', 'Вместе'],
    ])
    expect(
      wrong({ ...days, endsOn: '2022-05-30' }, [row('Лишнее', '2022-05-31', { leftOut: true }), row('Без дня', null)]),
    ).toEqual([])
    expect(wrong(days, [row('Ушло само', '2022-06-20')]), 'its event has moved it out before').toEqual([])
  })
  test('one that goes on does not begin on a day to come', () => {
    expect(wrong({ ...days, startsOn: '2021-11-01' }, [])).toEqual([])
    expect(wrong({ ...days, startsOn: '2021-11-02' }, [])).toEqual([['traineeship.runsAlready', 'startsOn', undefined]])
    expect(wrong({ ...days, startsOn: '2021-11-02' }, [], 'agreed')).toEqual([])
  })
  test('of what ends early only what was held keeps the day; what was planned falls away', () => {
    const rows = [row('Было', '2021-12-01', { heldOn: '2021-12-02', given: true }), row('Будет', '2022-01-10')]
    const shared = row('Вместе', '2021-12-05', { given: true })
    expect(heldAfter(rows, '2021-12-02', 'endedOn')).toEqual([])
    expect(heldAfter(rows, '2021-12-01', 'endedOn')).toMatchObject([
      { rule: 'traineeship.heldLater', field: 'endedOn', params: { title: 'Было', day: '2 декабря 2021 г.' } },
    ])
    expect(heldAfter([shared], '2021-12-04', 'leftOn')).toMatchObject([{ field: 'leftOn', params: { title: 'Вместе' } }])
  })
})

describe('what is said of a row of the plan', () => {
  const row = { eventId: null, heldOn: null, leftOut: false, plannedOn: '2021-11-10' }
  const wrong = (more: Partial<Parameters<typeof wrongMark>[0]>, mark: Parameters<typeof wrongMark>[1]) =>
    rulesOf(wrongMark({ ...row, ...more }, mark, { ...days, today: '2021-11-10' }))
  test('held: not what a list speaks for, nor what was left out, nor what is still to come', () => {
    expect(wrong({}, 'held')).toEqual([])
    expect(wrong({ plannedOn: null }, 'held')).toEqual([])
    expect(wrong({ eventId: 'event' }, 'held')).toEqual(['traineeship.listSpeaks'])
    expect(wrong({ leftOut: true }, 'held')).toEqual(['traineeship.rowLeftOut'])
    expect(wrong({ plannedOn: '2021-11-11' }, 'held')).toEqual(['traineeship.heldInFuture'])
  })
  test('left out: not what was held; taken back: anything', () => {
    expect(wrong({}, 'leftOut')).toEqual([])
    expect(wrong({ heldOn: '2021-11-10' }, 'leftOut')).toEqual(['traineeship.rowHeld'])
    expect(wrong({ heldOn: '2021-11-10', eventId: 'event', plannedOn: '2021-11-11' }, 'notHeld')).toEqual([])
    expect(wrong({ heldOn: '2021-11-10', leftOut: true }, 'back')).toEqual([])
  })
})

describe('how many at once', () => {
  const limited = {
    ...luga,
    limits: { clause: ['3.1'], list: [{ what: 'trainees' as const, least: null, most: 2, clause: ['3.1'] }] },
  }
  test('the limit of the paper, with its clause; without one any number', () => {
    expect(tooMany(limited, 2)).toEqual([])
    expect(tooMany(limited, 3)).toMatchObject([{ rule: 'traineeship.limit', clause: '3.1' }])
    expect(tooMany(luga, 300)).toEqual([])
  })
  test('counted by days: those who come after each other are not together', () => {
    const of = (startsOn: string, endsOn: string) => ({ startsOn, endsOn })
    expect(mostAtOnce(days, [])).toBe(1)
    expect(mostAtOnce(days, [of('2021-09-01', '2021-09-30')])).toBe(1)
    expect(mostAtOnce(days, [of('2021-09-01', '2021-10-31'), of('2021-11-01', '2022-01-31')])).toBe(2)
    expect(mostAtOnce(days, [of('2021-09-01', '2021-11-01'), of('2021-11-01', '2022-01-31')])).toBe(3)
  })
  test('the most of all days, found day by day', () => {
    const day = fc.integer({ min: 0, max: 40 }).map((n) => addDays('2021-10-01', n))
    const period = fc.tuple(day, day).map(([a, b]) => (a < b ? { startsOn: a, endsOn: b } : { startsOn: b, endsOn: a }))
    fc.assert(
      fc.property(period, fc.array(period, { maxLength: 8 }), (one, others) => {
        let most = 0
        for (let at = one.startsOn; at <= one.endsOn; at = addDays(at, 1))
          most = Math.max(most, others.filter(({ startsOn, endsOn }) => startsOn <= at && at <= endsOn).length)
        expect(mostAtOnce(one, others)).toBe(most + 1)
      }),
    )
  })
})

test('nothing was held before the traineeship; of what is over the last day counts', () => {
  const row = { eventId: null, heldOn: null, leftOut: false, plannedOn: null }
  const held = (today: string) => rulesOf(wrongMark(row, 'held', { ...days, today }))
  expect([held('2021-09-30'), held('2021-10-01'), held('2022-06-10')]).toEqual([['traineeship.beginsLater'], [], []])
  expect([dayHeld(row, days, '2022-06-10'), dayHeld({ plannedOn: '2021-11-01' }, days, '2021-11-05')]).toEqual([
    '2022-05-31',
    '2021-11-01',
  ])
})

test('letters are written where the paper knows work at a distance, while it goes on or is about to', () => {
  const rules = (state: TraineeshipState, regulation = chebula) => rulesOf(mayWrite(state, regulation))
  expect([rules('agreed'), rules('running')]).toEqual([[], []])
  for (const state of ['asked', 'offered', 'finished', 'left', 'transferred', 'declined'] as const)
    expect(rules(state)).toEqual(['traineeship.lettersLater'])
  expect(rules('running', { ...chebula, remoteWork: null })).toEqual(['traineeship.noLetters'])
})
