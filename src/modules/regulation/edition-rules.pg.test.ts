// Proves L-O2: rules of an edition are written in the browser, with what the paper keeps silent of, its examples and exceptions.
import { expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { editors } from '../../../test/factories/editions.ts'
import { historyOf } from '../../../test/factory.ts'

const base = ownDatabase()
const { aDraft, storedOf } = editors(base)

test('silence, a ban and two readings are written; two readings keep the edition from being approved until one is chosen', async () => {
  const { at, official, territory, edition } = await aDraft()
  const stored = async () => (await storedOf(territory.id, edition)).document
  await official.get(`${at}/rules/attachments`)
  expect((await official.press('Записать', { said: 'forbidden' })).text).toContain('Отметьте хотя бы один пункт')
  expect((await official.press('Записать', { said: 'forbidden', 'note.clause[]': ['2.4'] })).status).toBe(303)
  expect([(await stored()).attachments, (await stored()).provisions]).toEqual([
    null,
    { attachments: { state: 'forbidden', clause: ['2.4'] } },
  ])
  await official.get(`${at}/rules/term`)
  const one = { 'note.conflict.readings.0.text': 'по 31 августа 2023 года', 'note.conflict.readings.0.clause[]': ['2.2'] }
  const other = { 'note.conflict.readings.1.text': 'по 31 декабря 2023 года', 'note.conflict.readings.1.clause[]': ['2.2'] }
  expect((await official.press('Записать', { said: 'conflict', ...one })).text).toContain('Напишите два чтения')
  expect((await official.press('Записать', { said: 'conflict', ...one, ...other })).status).toBe(303)
  const page = (await official.get(`${at}/pages/status`)).text
  for (const part of ['запрещено', 'противоречие', 'молчит', 'по 31 декабря 2023 года']) expect(page).toContain(part)
  expect((await official.get(at)).text).toContain('«Срок статуса»: Положение говорит двояко')
  const compared = (await official.get(`${at}/comparison`)).text
  for (const part of ['это запрещает', 'двояко', 'Закрепляют школы за площадкой']) expect(compared).toContain(part)
  await official.get(`${at}/rules/term`)
  expect(
    (
      await official.press('Записать', {
        said: 'yes',
        'value.kind': 'longest',
        'value.longest.months': '24',
        'value.clause[]': ['2.2'],
      })
    ).status,
  ).toBe(303)
  expect(await stored()).toMatchObject({ term: { months: 24 }, provisions: { attachments: { state: 'forbidden' } } })
})

test('an example is written in the browser and run at once; one that does not hold keeps the edition from being approved', async () => {
  const { at, official, territory, edition } = await aDraft()
  const count = (await storedOf(territory.id, edition)).document.examples.length
  await official.get(`${at}/examples/term`)
  const unread = await official.press('Записать и проверить', {
    'value.term.from': '30 февраля',
    'value.term.expected': 'refused',
  })
  for (const part of ['30 февраля', 'Напишите день, месяц и год']) expect(unread.text).toContain(part)
  const typed = { 'value.term.from': '1 сентября 2022', 'value.term.to': '31 августа 2024', 'value.term.expected': 'allowed' }
  const added = await official.press('Записать и проверить', typed)
  expect([added.status, added.to]).toEqual([303, expect.stringContaining(`#example-${count + 1}`)])
  expect((await official.get(`${at}/examples`)).text).toContain('расходится')
  const check = (await official.get(at)).text
  expect(check).toContain('по 31 августа 2024 г. — ждали: можно; ответ: нельзя, п. 2.2 Положения')
  await official.get(`${at}/examples/${count + 1}`)
  expect((await official.press('Убрать пример')).status).toBe(303)
  expect((await storedOf(territory.id, edition)).document.examples).toHaveLength(count)
  expect((await historyOf(base, edition)).slice(-2)).toEqual(['regulation.exampleWritten', 'regulation.exampleRemoved'])
})

test('a year on trial of a draft: each day with its task, its refusals and what the paper leaves open', async () => {
  const { at, official } = await aDraft()
  const { status, text } = await official.get(`${at}/year`)
  expect(status).toBe(200)
  for (const part of ['Площадке «Пробная» присваивают статус', 'отказ', 'учебный год: день не назван', 'вопрос', 'молчит'])
    expect(text).toContain(part)
})

test('an exception is written beside its rule and taken out again', async () => {
  const { at, official, territory, edition } = await aDraft()
  const stored = async () => (await storedOf(territory.id, edition)).document.exceptions.term
  expect((await official.get(`${at}/pages/status`)).text).toContain('Исключения')
  expect((await official.get(`${at}/exceptions/consulting`)).status).toBe(404)
  await official.get(`${at}/exceptions/term`)
  const value = { 'value.kind': 'longest', 'value.longest.months': '12', 'value.clause[]': ['2.2'] }
  const unasked = await official.press('Записать исключение', { ...value, 'exception.over': 'no' })
  for (const part of ['Выберите, когда действует исключение', 'value="12"']) expect(unasked.text).toContain(part)
  const ofTheme = { 'exception.when.kind': 'theme', 'exception.when.theme.theme': 'Тема года', 'exception.over': 'no' }
  expect((await official.press('Записать исключение', { ...value, ...ofTheme })).status).toBe(303)
  expect(await stored()).toEqual([
    { when: { kind: 'theme', theme: 'Тема года' }, over: false, value: { kind: 'longest', clause: ['2.2'], months: 12 } },
  ])
  expect((await official.get(`${at}/comparison`)).text).toContain(
    'для названной темы «Тема года» — как сказано о сроке: не дольше стольких месяцев; не дольше, месяцев: 12',
  )
  const edited = (await official.get(`${at}/exceptions/term/1`)).text
  for (const part of ['Изменить исключение', 'value="12"', 'Тема года']) expect(edited).toContain(part)
  expect((await official.get(`${at}/exceptions/term/2`)).status).toBe(404)
  await official.get(`${at}/exceptions/term/1`)
  await official.press('Записать исключение', { 'value.longest.months': '18' })
  expect(await stored()).toMatchObject([{ when: { theme: 'Тема года' }, value: { clause: ['2.2'], months: 18 } }])
  await official.get(`${at}/exceptions/term/1`)
  await official.press('Записать исключение', { 'value.longest.months': '12' })
  await official.get(`${at}/exceptions/term`)
  expect(
    (
      await official.press(
        'Убрать: для названной темы «Тема года» — как сказано о сроке: не дольше стольких месяцев; не дольше, месяцев: 12',
      )
    ).status,
  ).toBe(303)
  expect(await stored()).toEqual([])
})
