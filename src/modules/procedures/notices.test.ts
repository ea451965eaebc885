import { expect, test } from 'vitest'
import { saying, wholeSentences } from '../../../test/notices.ts'
import { notices } from './notices.ts'

const due = {
  ...{ kind: 'plan' as const, name: 'план на 2021/22', site: 'Верх-Чебулинская СОШ' },
  ...{ caption: 'Согласует ИМЦ', dueOn: '2021-09-20', silence: 'согласиться' },
} as const
const examples = { 'procedure.dueSoon': due, 'procedure.dueToday': due, 'procedure.overdue': { ...due, silence: '' } } as const

wholeSentences(notices, examples)

test('a day of a step is told with what silence would mean, and leads to the thing itself', () => {
  const say = saying(notices)
  expect(say('procedure.dueSoon', due)).toEqual({
    title: 'Решите до 20 сентября 2021 г.: план на 2021/22',
    more: 'Площадка: Верх-Чебулинская СОШ. Согласует ИМЦ. Не ответить в срок — согласиться',
    href: '/t/chebula/plans/x',
  })
  expect(say('procedure.overdue', { ...due, kind: 'programme', name: 'программа «Шаги»', silence: '' })).toMatchObject({
    title: 'Срок решения прошёл 20 сентября 2021 г.: программа «Шаги»',
    href: '/t/chebula/programmes/x',
  })
  expect(say('procedure.dueToday', { ...due, kind: 'report' }).href).toBe('/t/chebula/reports/x')
})
