// Proves R-33.
import { expect, test } from 'vitest'
import { aProgrammeContent } from '../../../test/factories/programmes.ts'
import { lenobl } from '../../../test/regulations.ts'
import { compareProgrammes } from './comparison-rules.ts'
import { emptyContent, type ProgrammeContent } from './model.ts'

const base = aProgrammeContent(lenobl)
const changes = (after: ProgrammeContent, before: ProgrammeContent = base) => compareProgrammes(before, after, lenobl)
const topic = base.topics[0]!
const withTopic = (change: Partial<typeof topic>): ProgrammeContent => ({
  ...base,
  topics: base.topics.map((one) => (one === topic ? { ...one, ...change } : one)),
})

test('the same programme has not changed', () => expect(changes(base)).toEqual([]))

test('everything of a first version is new, and a version without anything has lost it', () => {
  const [added, removed] = [changes(base, emptyContent), changes(emptyContent)]
  expect(new Set(added.map(({ kind }) => kind))).toEqual(new Set(['added']))
  expect(removed.map(({ kind, before }) => [kind, before])).toEqual(added.map(({ after }) => ['removed', after]))
  expect(added.every(({ before, after }) => before === null && after !== '')).toBe(true)
  expect(new Set(added.map(({ field }) => field))).toEqual(
    new Set([
      ...['Актуальность', 'Цель', 'Задача', 'Кто будет учиться', 'Направление', 'Название', 'Занятие', 'Стажёрская проба'],
      ...['Научить', 'Сформировать', 'Развивать', 'Результат', 'Критерий', 'Процедура', 'Инструменты'],
      ...['Кадровые ресурсы', 'Материально-технические ресурсы', 'Учебные и учебно-методические ресурсы'],
      ...(base.topics.some(({ declaredHours }) => declaredHours !== null) ? ['Часы темы'] : []),
    ]),
  )
})

test('a changed line says what it was and what it is', () => {
  const aim = { ...base, note: { ...base.note, aim: 'Другая цель' } }
  expect(changes(aim)).toEqual([
    { kind: 'changed', place: 'Пояснительная записка', field: 'Цель', before: base.note.aim, after: 'Другая цель' },
  ])
})

test('hours, form and distance of a session are part of it; the hours of a topic are its own', () => {
  const [session] = topic.sessions
  const other = { ...session!, hours: session!.hours + 1.5, remote: !session!.remote }
  const [change] = changes(withTopic({ sessions: [other, ...topic.sessions.slice(1)] }))
  expect(change).toMatchObject({ kind: 'changed', field: 'Занятие' })
  const [distant, near] = other.remote ? [change!.after, change!.before] : [change!.before, change!.after]
  expect(distant).toContain('дистанционно')
  expect(near).not.toContain('дистанционно')
  expect(changes(withTopic({ declaredHours: 99 }))).toMatchObject([{ field: 'Часы темы', after: '99 часов' }])
  expect(changes(withTopic({ declaredHours: null }), withTopic({ declaredHours: 99 }))).toMatchObject([{ kind: 'removed' }])
})

test('a criterion without an indicator is its own words', () => {
  const self = { ...base.assessment.self, criteria: [{ id: 'k', text: 'меняю урок', indicator: '' }] }
  const other = { ...self, criteria: [{ id: 'k', text: 'меняю урок', indicator: 'есть запись' }] }
  const at = (one: typeof self): ProgrammeContent => ({ ...base, assessment: { ...base.assessment, self: one } })
  expect(changes(at(other), at(self))).toMatchObject([{ before: 'меняю урок', after: 'меняю урок: есть запись' }])
})
