// Proves R-35m.
import { expect, test } from 'vitest'
import { type LineFacts, mismatchRows, rowSentence } from './mismatch-rules.ts'

const line: LineFacts = {
  key: 'a',
  activity: 'Открытый урок',
  startsOn: '2021-10-12',
  endsOn: '2021-10-12',
  execution: { outcome: 'held', heldOn: '2021-10-12', people: 12 },
  files: 1,
  reported: { outcome: 'held', heldOn: '2021-10-12', people: 12 },
}
const differences = (more: Partial<LineFacts>, today = '2022-06-01') =>
  mismatchRows([{ ...line, ...more }], today)[0]!.differences

test('when plan, record and report agree there is nothing to say', () => {
  expect(differences({})).toEqual([])
  expect(differences({ execution: null, reported: null }, '2021-10-12')).toEqual([])
})

test('each way to part is named', () => {
  expect(differences({ execution: null, reported: null })).toEqual(['срок прошёл, отметки о проведении нет'])
  expect(differences({ execution: null })).toEqual([
    'срок прошёл, отметки о проведении нет',
    'в отчёте проведено, отметки о проведении нет',
  ])
  expect(differences({ files: 0 })).toEqual(['проведение ничем не подтверждено'])
  expect(differences({ reported: { outcome: 'held', heldOn: '2021-10-12', people: 40 } })).toEqual([
    'число людей в отчёте и в отметке разное',
  ])
  expect(differences({ reported: { outcome: 'notHeld', heldOn: null, people: null } })).toEqual(['проведено, а в отчёте иначе'])
  expect(differences({ execution: { outcome: 'held', heldOn: '2021-11-01', people: 12 } })).toEqual([
    'проведено позже плана',
    'день в отчёте и в отметке разный',
  ])
})

test('the record and the report are said as far as they go', () => {
  const row = (more: Partial<LineFacts>) => mismatchRows([{ ...line, ...more }], '2022-06-01')[0]!
  const held = { outcome: 'held', heldOn: null, people: 12 } as const
  expect(row({}).held).toBe('12.10.2021, 12 человек, 1 файл')
  expect(row({ files: 0 }).held).toBe('12.10.2021, 12 человек, файлов нет')
  expect(row({ execution: held }).held).toBe('день не назван, 12 человек, 1 файл')
  expect(row({ execution: { outcome: 'cancelled', heldOn: null, people: null } }).held).toBe('отменено')
  expect(row({ reported: held }).reported).toBe('проведено, 12 человек')
  expect(row({ reported: { outcome: 'notHeld', heldOn: '2021-10-12', people: null } }).reported).toBe('не проведено')
})

test('as evidence a line says all three papers in one sentence', () => {
  const [row] = mismatchRows([{ ...line, execution: null }], '2022-06-01')
  expect(rowSentence(row!)).toBe(
    '«Открытый урок». Запланировано: 12.10.2021. Проведено: отметки нет. В отчёте: 12.10.2021, 12 человек. Расхождение: срок прошёл, отметки о проведении нет; в отчёте проведено, отметки о проведении нет.',
  )
})
