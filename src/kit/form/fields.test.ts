import { expect, test } from 'vitest'
import {
  area,
  bothTexts,
  day,
  draftArea,
  files,
  filesOf,
  isWritten,
  line,
  optionalDay,
  optionalEmail,
  optionalLine,
  optionalRadios,
  period,
  row,
  rows,
  schemaOf,
  select,
  toldOf,
  typedIn,
  written,
} from './fields.ts'

const names = { school: 'Школа', centre: 'Центр' }
const fields = {
  kind: select('Вид', { what: 'вид организации', of: ['school', 'centre'], named: (kind) => names[kind] }),
  fullName: line('Полное название по уставу', { told: 'полное название', most: 10 }),
  familyName: line('Фамилия', { what: 'фамилию' }),
  phone: optionalLine('Телефон', { type: 'tel', width: 20 }),
  email: optionalEmail('Почта'),
  startsOn: day('Первый день'),
  endsOn: optionalDay('Последний день'),
  size: optionalRadios('Размер', { of: ['school'], named: () => 'Малый' }),
  place: row('Организация', { what: 'организацию' }),
}
const good = {
  kind: 'school',
  fullName: 'Школа № 3',
  familyName: 'Ветрова',
  startsOn: '01.09.2021',
  place: '0190a000-0000-7000-8000-000000000000',
}
const refusals = (typed: object) =>
  Object.fromEntries(
    (schemaOf(fields).safeParse({ ...good, ...typed }).error?.issues ?? []).map((issue) => [issue.path.join('.'), issue.message]),
  )

test('a definition reads the form: what may be empty is null, days are days', () => {
  expect(schemaOf(fields).parse({ ...good, phone: '', email: '' })).toEqual({
    ...good,
    startsOn: '2021-09-01',
    phone: null,
    email: null,
    endsOn: null,
    size: null,
  })
})

test('a refusal names the field by its label, or by the accusative where that differs', () => {
  expect(refusals({ kind: '', fullName: '', familyName: '', startsOn: '', place: '' })).toEqual({
    kind: 'Выберите вид организации',
    fullName: 'Напишите полное название по уставу',
    familyName: 'Напишите фамилию',
    startsOn: 'Первый день: напишите дату, например 15.06.2022',
    place: 'Выберите организацию',
  })
  expect(refusals({ fullName: 'Длиннее десяти знаков' })).toEqual({
    fullName: 'Сократите: полное название по уставу — не длиннее 10 знаков',
  })
})

test('history calls a field by its label in lower case, or by a word of its own', () => {
  expect(toldOf(fields)).toMatchObject({
    kind: 'вид',
    fullName: 'полное название',
    familyName: 'фамилия',
    endsOn: 'последний день',
  })
})

test('a record begins its form as text: days as people write them, nothing as nothing', () => {
  expect(written(fields, { kind: 'centre', phone: null, startsOn: '2021-09-01' })).toMatchObject({
    kind: 'centre',
    phone: '',
    startsOn: '01.09.2021',
    fullName: '',
  })
})

test('the page of a conflict shows choices by their names', () => {
  const typed: Record<string, string> = { kind: 'school', fullName: 'Моё' }
  const both = bothTexts(fields, (name) => typed[name] ?? '', { kind: 'centre', fullName: 'Их' })
  expect(both.slice(0, 2)).toEqual([
    { label: 'Вид', yours: 'Школа', theirs: 'Центр' },
    { label: 'Полное название по уставу', yours: 'Моё', theirs: 'Их' },
  ])
})

const text = {
  why: area('Почему', { what: 'причину', most: 20 }),
  terms: draftArea('Условия'),
  ...period('Срок', { startsOn: day('Первый день', { what: 'начало срока' }), endsOn: day('Последний день') }),
  scan: files('Подписанный лист', { needed: 'contract.scanMissing' }),
}

test('text that may still be missing is empty; files are no value of the form', () => {
  const sent = { why: 'Так', terms: '', startsOn: '01.09.2021', endsOn: '31.08.2022' }
  const typed = schemaOf(text).parse({ ...sent, scan: 'x' })
  expect(typed).toEqual({ why: 'Так', terms: '', startsOn: '2021-09-01', endsOn: '2022-08-31' })
  expect(filesOf(text)).toMatchObject({ field: 'scan', needed: 'contract.scanMissing' })
  expect(filesOf(fields)).toBeNull()
  expect(
    schemaOf(text)
      .safeParse({ ...sent, why: '', startsOn: '' })
      .error?.issues.map(({ message }) => message),
  ).toEqual(['Напишите причину', 'Начало срока: напишите дату, например 15.06.2022'])
})

test('what was sent besides the form is no part of what was typed', () => {
  const typed = { why: 'Так', terms: '', startsOn: '2021-09-01', endsOn: '2022-08-31' }
  expect(typedIn(text, { ...typed, id: '1', files: [] } as typeof typed)).toEqual(typed)
})

test('two days of a period begin as people write them, and each has its own name in a conflict', () => {
  const begins = written(text, { startsOn: '2021-09-01', endsOn: '2022-08-31' })
  expect(begins).toEqual({ why: '', terms: '', startsOn: '01.09.2021', endsOn: '31.08.2022' })
  expect(bothTexts(text, () => '', begins).map(({ label }) => label)).toEqual([
    'Почему',
    'Условия',
    'Первый день',
    'Последний день',
  ])
})

test('only text is guarded against being lost: days and files are chosen again at once', () => {
  expect([isWritten(text), isWritten({ on: day('День'), scan: text.scan })]).toEqual([true, false])
})

test('rows keep the ids they came with, are no longer than they may be, and are guarded as text is', () => {
  const table = { tasks: rows('Задачи', { one: 'Задача', add: 'Добавить задачу', most: 2, row: { text: draftArea('Задача') } }) }
  const read = (...tasks: unknown[]) => schemaOf(table).safeParse({ tasks })
  const id = '00000000-0000-7000-8000-000000000001'
  expect(read({ id, text: 'Первая' }, { id: '', text: '' }).data?.tasks).toEqual([
    { id, text: 'Первая' },
    { id: null, text: '' },
  ])
  expect(schemaOf(table).parse({}).tasks).toEqual([])
  expect(read({}, {}, {}).error?.issues[0]?.message).toBe('Уберите лишние строки: в списке не больше 2')
  expect(isWritten(table)).toBe(true)
})
