import { expect, test } from 'vitest'
import { saying, wholeSentences } from '../../../test/notices.ts'
import { notices } from './notices.ts'

const ofProgramme = { site: 'Школа № 2', title: 'Шаг за шагом' }
const ofStep = { ...ofProgramme, caption: 'Согласует ИМЦ' }
const examples = {
  'programme.awaitsDecision': ofStep,
  'programme.stepPassed': ofStep,
  'programme.agreed': ofStep,
  'programme.returned': { ...ofStep, remark: 'Нет часов' },
  'programme.withdrawn': ofProgramme,
} as const

wholeSentences(notices, examples)

test('a programme that came back is told with the remark and leads to itself', () => {
  expect(saying(notices)('programme.returned', examples['programme.returned'])).toMatchObject({
    title: 'Программу вернули: «Шаг за шагом»',
    more: expect.stringContaining('Нет часов'),
    href: '/t/chebula/programmes/x',
  })
})
