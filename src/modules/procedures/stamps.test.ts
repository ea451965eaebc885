// Proves L-321.
import { expect, test } from 'vitest'
import { aStep, chebula, luga } from '../../../test/regulations.ts'
import type { Step } from '../../regulation/procedure.ts'
import type { Regulation } from '../../regulation/schema.ts'
import type { SaidVoice } from './procedure-queries.ts'
import { stampBlocks } from './stamps-document.ts'

const passed = (step: number, more: Partial<SaidVoice> = {}): SaidVoice => ({
  ...{ subjectId: 'v', round: step + 1, step, outcome: 'passed', remark: null, on: '2021-09-10' },
  ...{ person: 'Наумова Т. Я.', signature: 'Т. Я. Наумова', posts: [], meeting: null },
  ...more,
})
const stamps = (regulation: Regulation, voices: readonly SaidVoice[], steps: readonly Step[] = regulation.plan.chain) =>
  JSON.stringify(stampBlocks({ regulation, steps }, voices))

test('the operator that agrees the plan stamps it on the left, the head of the organisation that approves it on the right', () => {
  const agreed = stamps(luga, [passed(0), passed(1)])
  expect(agreed).toMatch(/"left".*СОГЛАСОВАНО.*МКУ «Лужский.*Т. Я. Наумова.*10 сентября 2021 г\./)
  expect(agreed).toMatch(/"right".*УТВЕРЖДАЮ.*Руководитель организации/)
})

test('the operator that discusses and approves it stamps it on both sides', () => {
  expect(stamps(chebula, [passed(0), passed(1)])).toMatch(/"left".*ОБСУЖДЕНО.*"right".*УТВЕРЖДАЮ.*МБУ «Центр/)
})

test('a stamp names the post of whoever decided, in the body or at the head of the organisation, initials before the surname', () => {
  const post = (kind: string, title: string, body: string | null) => ({
    kind,
    title,
    body,
    subject: null,
    organisation: 'Школа № 1',
  })
  const posts = [post('head', 'директор', null), post('methodist', 'методист', 'operator')]
  const said = stamps(luga, [passed(0, { posts }), passed(1, { posts })])
  expect(said).toMatch(/"left".*СОГЛАСОВАНО.*Методист.*МКУ «Лужский.*____ Т. Я. Наумова/)
  expect(said).toMatch(/"right".*УТВЕРЖДАЮ.*Директор.*Школа № 1.*____ Т. Я. Наумова/)
  expect(stamps(luga, [passed(0, { posts, meeting: 'протокол № 3' })])).not.toContain('Методист')
})

test('where several have to agree each signs under a post of their own; those of one post stand under it together', () => {
  const steps = [aStep('agree', 'operator', { how: 'all' })]
  const voice = (signature: string, title: string) =>
    passed(0, {
      ...{ round: 1, signature },
      posts: [{ kind: 'methodist', title, body: 'operator', subject: null, organisation: 'Центр' }],
    })
  const said = [voice('А. А. Первая', 'директор'), voice('Б. Б. Вторая', 'методист'), voice('В. В. Третья', 'методист')]
  const lines = [...stamps(luga, said, steps).matchAll(/"text":"(?:_+ )?([^"]+)"/g)].map(([, text]) => text)
  const centre = 'МКУ «Лужский информационно-методический центр»'
  expect(lines).toEqual([
    ...['СОГЛАСОВАНО', 'Директор', centre, 'А. А. Первая', 'Методист', centre, 'Б. Б. Вторая', 'В. В. Третья'],
    '10 сентября 2021 г.',
  ])
})

test('silence stands in place of a signature with its clause, a meeting with its protocol, each of several by name', () => {
  const steps = [aStep('agree', 'operator', { silence: 'consent' }), aStep('approve', 'authority', { how: 'all' })]
  const voices = [passed(0, { person: null, signature: null }), passed(1), passed(1, { signature: 'Н. А. Снигур', round: 2 })]
  expect(stamps(luga, voices, steps)).toMatch(/"left".*молчанием, п\. 4\.2.*"right".*Наумова.*Снигур/)
  expect(stamps(luga, [passed(0, { meeting: 'протокол № 3, за 5 из 7' })], steps)).toMatch(/СОГЛАСОВАНО.*протокол № 3, за 5 из 7/)
})

test('what nobody has agreed has no stamp, and what was said before it came back has none', () => {
  expect(stamps(luga, [])).toBe('[]')
  expect(stamps(luga, [passed(0, { signature: 'Я. Я. Старая' }), passed(0, { round: 3 })])).not.toContain('Старая')
})
