import { expect, test } from 'vitest'
import { codeFromName, freeCode, nameOfZone, timeZones, whyNotCode } from './rules.ts'

test.each([
  ['Усть-Ишимский район', 'ust-ishimskiy'],
  ['Калининский муниципальный округ', 'kalininskiy'],
  ['Томская область', 'tomskaya'],
  ['Республика Марий Эл', 'mariy-el'],
  ['Щёлково', 'shchelkovo'],
  ['г. Санкт-Петербург', 'g-sankt-peterburg'],
  ['Район № 5', 'rayon-5'],
  ['5', ''],
])('«%s» is called %s in addresses', (name, code) => {
  expect(codeFromName(name)).toBe(code)
})

test('a long name is cut to what an address may have, between its words', () => {
  const code = codeFromName('Петропавловск Камчатский Краснотуринский Верхнесалдинский')
  expect(code).toBe('petropavlovsk-kamchatskiy')
  expect(whyNotCode(code, new Set())).toBeNull()
})

test('a code that is taken gets a number; one that is not good is told', () => {
  const taken = new Set(['luga', 'luga-2'])
  expect(freeCode('luga', taken)).toBe('luga-3')
  expect(freeCode('tomsk', taken)).toBe('tomsk')
  expect(whyNotCode('luga', taken)).toMatchObject({ rule: 'territory.codeTaken', field: 'code', params: { free: 'luga-3' } })
  expect(whyNotCode('installation', taken)).toMatchObject({ rule: 'territory.codeTaken' })
  for (const code of ['Луга', 'l', '9luga', 'lu ga', '-luga', 'x'.repeat(41)])
    expect(whyNotCode(code, taken)).toMatchObject({ rule: 'territory.codeUnfit', field: 'code' })
  expect(whyNotCode('tomsk', taken)).toBeNull()
})

test('every time zone is one that the program can count in, from west to east', () => {
  const at = new Date('2026-01-15T12:00:00Z')
  const hours = Object.keys(timeZones).map((timeZone) =>
    Number(new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).format(at).match(/GMT\+(\d+)/)?.[1]),
  )
  expect(hours).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
})

test('a zone of one place is called as the one it keeps time with', () => {
  expect(nameOfZone('Asia/Novokuznetsk')).toBe(nameOfZone('Asia/Krasnoyarsk'))
  expect(nameOfZone('Asia/Barnaul')).toMatch(/^Красноярское время/)
  expect(nameOfZone('Asia/Chita')).toMatch(/^Якутское время/)
  expect(nameOfZone('Europe/Moscow')).toBe('Московское время')
  expect(nameOfZone('Asia/Kathmandu')).toBe('Asia/Kathmandu')
})
