import { expect, test } from 'vitest'
import { icsOf } from './calendar.ts'

const event = {
  ...{
    id: '0190',
    title: 'Урок; задачи, проценты',
    where: 'Каб. 12',
    href: 'https://example.org/e',
    status: 'CONFIRMED' as const,
    version: 3,
  },
  ...{ startsAt: new Date('2021-10-21T03:20:00Z'), endsAt: new Date('2021-10-21T04:05:00Z') },
}
const made = new Date('2021-10-01T00:00:00Z')

test('an event has its times, its words and its version', () => {
  const text = icsOf([event], made)
  expect(text).toContain('\r\nDTSTART:20211021T032000Z\r\nDTEND:20211021T040500Z\r\nSEQUENCE:3\r\nSTATUS:CONFIRMED\r\n')
  expect(text).toContain('SUMMARY:Урок\\; задачи\\, проценты\r\nLOCATION:Каб. 12\r\nURL:https://example.org/e\r\n')
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  const off = icsOf([{ ...event, status: 'CANCELLED', where: null }], made)
  expect(off).toContain('STATUS:CANCELLED')
  expect(off).not.toContain('LOCATION')
})

test('no line is longer than 75 octets, and no letter is lost', () => {
  const title = 'Сетевое наставничество '.repeat(10)
  const lines = icsOf([{ ...event, title }], made).split('\r\n')
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
  expect(lines.join('\r\n').replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`)
})
