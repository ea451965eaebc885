import { expect, test } from 'vitest'
import { saying, wholeSentences } from '../../../test/notices.ts'
import { periodKey } from '../../kernel/periods.ts'
import { notices } from './notices.ts'

const ofReport = { site: 'Верх-Чебулинская СОШ', period: periodKey('2021/22') }
const dueReport = { ...ofReport, dueOn: '2022-06-15', clause: '4.3', reportId: null }

const examples = {
  'report.awaitsDecision': ofReport,
  'report.stepPassed': { ...ofReport, caption: 'Рассматривает ЦИМС' },
  'report.accepted': ofReport,
  'report.returned': { ...ofReport, remark: 'Нет выводов' },
  'report.withdrawn': ofReport,
  'report.dueSoon': dueReport,
  'report.dueToday': dueReport,
  'report.overdue': dueReport,
  'report.notReceived': dueReport,
} as const
const say = saying(notices)

wholeSentences(notices, examples)

test('a report nobody has begun leads to the reports of the site, a begun one to itself', () => {
  expect(say('report.dueSoon', examples['report.dueSoon'])).toEqual({
    title: 'Сдайте отчёт за 2021/22 учебный год до 15 июня 2022 г.',
    more: 'Площадка: Верх-Чебулинская СОШ, п. 4.3 Положения',
    href: '/t/chebula/sites/x/reports',
  })
  expect(say('report.dueSoon', { ...dueReport, reportId: 'r' }).href).toBe('/t/chebula/reports/r')
  const card = { ...dueReport, title: 'Карта показателей', also: ['по практике «Чтение»'] }
  expect(say('report.dueSoon', card)).toMatchObject({
    title: 'Сдайте отчёт за 2021/22 учебный год («Карта показателей») до 15 июня 2022 г.',
    more: 'Площадка: Верх-Чебулинская СОШ, п. 4.3 Положения, и отчёт по практике «Чтение»',
  })
})
