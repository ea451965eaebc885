// Proves C-33, C-13, R-41, L-31, C-41, C-42, L-321, R-A3, C-43, C-61a.

import { expect, test } from 'vitest'
import { chebula, lenobl, luga, turochak, ustishim } from '../../test/regulations.ts'
import { academicYear, academicYears, periodOf } from '../kernel/periods.ts'
import { basisOf, citeClause } from './cite.ts'
import { headChosenTogether, mayHost, mayShareSite, missingEligibility } from './hosts/questions.ts'
import { publishes } from './openness/questions.ts'
import { type HeadCandidate, label, mayHeadSite, role } from './people/questions.ts'
import { attaches, checkTerm, lastDayOfStatus, terminationGrounds, whoGrants } from './status/questions.ts'
import { termWords } from './status/terms.ts'
import { formOfWork, planColumns, reportDue, reportFields, reportKinds } from './work/questions.ts'

test('clauses are cited as an official would', () => {
  expect(citeClause(chebula, '3.3')).toBe('п. 3.3 Положения')
  expect(citeClause(chebula, '1.3')).toBe('п. 3 раздела 1 Положения')
  expect(citeClause(lenobl, '1.6')).toBe('п. 6 раздела I Положения')
  expect(citeClause(lenobl, 'прил. 3')).toBe('приложение 3 к Положению')
  expect(citeClause(lenobl, 'прил. 1, п. 6')).toBe('п. 6 приложения 1 к Положению')
  expect(citeClause(turochak, '2')).toBe('раздел 2 Положения')
  expect(citeClause(luga, 'приказ 4.2')).toBe('п. 4.2 приказа от 28.01.2021 № 33')
  expect(basisOf(chebula, ['4.3', '6.2'])).toEqual({ clause: '4.3', text: 'пп. 4.3, 6.2 Положения' })
  expect(basisOf(luga, ['2.4', 'приказ 3'])).toEqual({ clause: '2.4', text: 'п. 2.4 Положения; п. 3 приказа от 28.01.2021 № 33' })
})

test('the last day of a status: three years, a fixed period, or no limit', () => {
  expect(lastDayOfStatus(chebula, '2021-08-24')).toEqual({
    value: '2024-08-23',
    basis: { clause: '3.3', text: 'п. 3.3 Положения' },
  })
  expect(lastDayOfStatus(lenobl, '2021-09-01').value).toBe('2024-08-31')
  expect(lastDayOfStatus(luga, '2021-01-28')).toEqual({ value: '2023-08-31', basis: { clause: '2.2', text: 'п. 2.2 Положения' } })
  expect(lastDayOfStatus(turochak, '2023-09-04')).toEqual({ value: null, basis: null })
  expect(lastDayOfStatus(ustishim, '2023-09-01')).toEqual({ value: null, basis: null })
  expect(lastDayOfStatus(chebula, '2024-02-29').value).toBe('2027-02-28')
})

test('a term of four years is refused with the clause and the last possible day', () => {
  expect(checkTerm(chebula, { from: '2021-08-24', to: '2024-08-23' }).ok).toBe(true)
  expect(checkTerm(chebula, { from: '2021-08-24', to: '2025-08-23' })).toEqual({
    ok: false,
    reason: 'Статус дают на срок до трёх лет: последний возможный день — 23 августа 2024 г.',
    basis: { clause: '3.3', text: 'п. 3.3 Положения' },
  })
  expect(checkTerm(lenobl, { from: '2021-09-01', to: '2024-09-01' })).toMatchObject({ ok: false, basis: { clause: '3.2' } })
})

test('a term outside a fixed period is refused on either side', () => {
  expect(checkTerm(luga, { from: '2021-01-28', to: '2023-08-31' }).ok).toBe(true)
  expect(checkTerm(luga, { from: '2020-08-31', to: '2021-08-31' })).toMatchObject({ ok: false, basis: { clause: '2.2' } })
  expect(checkTerm(luga, { from: '2021-01-28', to: '2023-09-01' })).toEqual({
    ok: false,
    reason: 'Площадки работают с 1 сентября 2020 г. по 31 августа 2023 г., этот срок выходит за них.',
    basis: { clause: '2.2', text: 'п. 2.2 Положения' },
  })
})

test('where the regulation sets no term, none is asked', () => {
  expect(checkTerm(turochak, { from: '2023-09-04', to: '2029-08-31' })).toEqual({ ok: true, basis: null })
})

test('terms in words', () => {
  expect([12, 24, 36, 18, 21].map(termWords)).toEqual(['одного года', 'двух лет', 'трёх лет', '18 месяцев', '21 месяца'])
})

test('who gives the status', () => {
  expect(whoGrants(chebula).value).toMatchObject({ by: 'operator', act: 'приказ' })
  expect(whoGrants(lenobl)).toMatchObject({ value: { by: 'authority', act: 'распоряжение' }, basis: { clause: '3.1' } })
  expect(whoGrants(luga).value.name).toBe('Комитет образования администрации Лужского муниципального района')
})

test('which organisations may become a site', () => {
  expect(mayHost(ustishim, 'methodicalCentre').ok).toBe(true)
  expect(mayHost(ustishim, 'school')).toEqual({
    ok: false,
    reason: 'Площадкой может стать: методический центр. Здесь — школа.',
    basis: { clause: '1.4', text: 'п. 1.4 Положения' },
  })
  expect(mayHost(luga, 'kindergarten').ok).toBe(false)
  for (const kind of ['school', 'kindergarten', 'supplementary'] as const) {
    expect(mayHost(chebula, kind).ok).toBe(true)
    expect(mayHost(turochak, kind).ok).toBe(true)
  }
})

test('only Leningrad Region lets several organisations make one site and choose its head together', () => {
  expect(mayShareSite(lenobl, 2)).toMatchObject({ ok: true, basis: { clause: '4.1' } })
  expect(mayShareSite(chebula, 2).ok).toBe(false)
  expect(mayShareSite(chebula, 1).ok).toBe(true)
  expect(headChosenTogether(lenobl, 2).value).toBe(true)
  expect(headChosenTogether(lenobl, 1).value).toBe(false)
})

test('eligibility in Turochak is the base and one of four', () => {
  expect(missingEligibility(turochak, new Set())).toMatchObject({
    value: { base: [expect.any(String)], further: 1 },
    basis: { clause: '2' },
  })
  expect(missingEligibility(turochak, new Set(['base']))).toMatchObject({ value: { base: [], further: 1 } })
  expect(missingEligibility(turochak, new Set(['base', 'networking', 'experience'])).value).toEqual({ base: [], further: 0 })
  expect(missingEligibility(luga, new Set())).toEqual({ value: { base: [], further: 0 }, basis: null })
})

const somebody: HeadCandidate = { posts: [], hostPosts: [], category: null, achievements: 0 }
const today = '2021-08-24'

test('in Chebula a head needs a post, a category and achievements', () => {
  expect(mayHeadSite(chebula, { ...somebody, posts: ['teacher'], category: 'first', achievements: 1 }, today).ok).toBe(true)
  const teacher = mayHeadSite(chebula, { ...somebody, posts: ['teacher'] }, today)
  expect(teacher).toEqual({
    ok: false,
    missing: ['нужна квалификационная категория: высшая или первая', 'нужны достижения по направлению работы площадки'],
    basis: { clause: '4.1', text: 'п. 4.1 Положения' },
  })
  expect(mayHeadSite(chebula, somebody, today)).toMatchObject({ ok: false, missing: { length: 3 } })
  expect(mayHeadSite(chebula, { ...somebody, posts: ['specialist'], category: 'highest', achievements: 2 }, today)).toMatchObject(
    {
      ok: false,
      missing: [expect.stringContaining('на 24 августа 2021 г. нужна должность')],
    },
  )
})

test('in Leningrad Region the head is a head or deputy of a host organisation', () => {
  expect(mayHeadSite(lenobl, { ...somebody, posts: ['deputyHead'], hostPosts: ['deputyHead'] }, today).ok).toBe(true)
  expect(mayHeadSite(lenobl, { ...somebody, posts: ['head'] }, today).ok).toBe(false)
  expect(mayHeadSite(lenobl, { ...somebody, posts: ['teacher'], hostPosts: ['teacher'] }, today).ok).toBe(false)
})

test('in Turochak also the head of a school union, or a member of the methodical active from anywhere', () => {
  expect(
    mayHeadSite(turochak, { ...somebody, posts: ['teacher', 'unionHead'], hostPosts: ['teacher', 'unionHead'] }, today).ok,
  ).toBe(true)
  expect(mayHeadSite(turochak, { ...somebody, posts: ['methodicalActive'] }, today).ok).toBe(true)
  expect(mayHeadSite(turochak, { ...somebody, posts: ['unionHead'] }, today).ok).toBe(false)
})

test('in Ust-Ishim any worker of the organisation; in Luga the regulation is silent', () => {
  expect(mayHeadSite(ustishim, { ...somebody, posts: ['methodist'], hostPosts: ['methodist'] }, today).ok).toBe(true)
  expect(mayHeadSite(ustishim, { ...somebody, posts: ['methodist'] }, today).ok).toBe(false)
  expect(mayHeadSite(luga, somebody, today)).toEqual({ ok: true, basis: null })
})

const year = (first: number) => periodOf(academicYear(first), academicYears, { from: today, to: null })

const reportOf = (regulation: typeof chebula) => reportKinds(regulation)[0]!
const dueOf = (regulation: typeof chebula, first: number) => reportDue(regulation, reportOf(regulation), year(first))

test('the report: 15 June, 1 June, or no day', () => {
  expect(dueOf(chebula, 2021)).toEqual({ value: '2022-06-15', basis: { clause: '4.3', text: 'пп. 4.3, 6.2 Положения' } })
  expect(dueOf(ustishim, 2023)).toMatchObject({ value: '2024-06-01', basis: { clause: '4.6' } })
  expect(dueOf(luga, 2020)).toMatchObject({ value: null, basis: { clause: '3.1' } })
  expect(dueOf(turochak, 2023)).toMatchObject({ value: null, basis: { clause: '4.5' } })
  const inAutumn = { ...reportOf(chebula), due: { kind: 'on', day: '10-01', of: 'nextPeriod' } as const }
  expect(reportDue(chebula, inAutumn, year(2021)).value).toBe('2022-10-01')
  expect(reportKinds({ ...chebula, report: null })).toEqual([])
})

test('what the report is of, to whom it goes and by which criteria', () => {
  expect(reportOf(chebula)).toMatchObject({ unit: 'academicYear', to: 'operator', chain: [{ act: 'accept', by: 'operator' }] })
  expect(reportOf(turochak)).toMatchObject({ unit: 'practice', to: 'coordinator', chain: [{ act: 'accept', by: 'coordinator' }] })
  expect(reportOf(ustishim)).toMatchObject({ to: 'authority', chain: [{ act: 'accept', by: 'authority' }] })
  expect(reportFields(chebula, reportOf(chebula)).map((criterion) => criterion.basis.text)).toEqual([
    'п. 6.1 Положения',
    'п. 6.1 Положения',
  ])
})

test('the plan with and without its execution column', () => {
  expect(planColumns(lenobl)).toMatchObject({ basis: { text: 'п. 4.6 Положения; приложение 3 к Положению' } })
  expect(planColumns(lenobl).value.map((column) => column.caption)).toEqual([
    '№',
    'Мероприятие',
    'Сроки проведения',
    'Ответственный за мероприятие',
    'Отчёт о выполнении',
  ])
  expect(luga.plan.columns.map(({ code }) => code)).toContain('execution')
  expect(ustishim.plan.columns.map(({ code }) => code)).not.toContain('execution')
})

test('the chain of each plan ends in an approval', () => {
  const steps = (regulation: typeof luga) => regulation.plan.chain.map((step) => `${step.act} ${step.by}`)
  expect(steps(luga)).toEqual(['agree operator', 'approve organisation'])
  expect(steps(chebula)).toEqual(['discuss operator', 'approve operator'])
  expect(steps(lenobl)).toEqual(['approve organisation'])
  expect(steps(turochak)).toEqual(['agree authority', 'approve organisation'])
  expect(steps(ustishim)).toEqual(['approve authority'])
})

test('words for roles, or nothing where there is no such role', () => {
  expect(label(luga, 'mentor', 'instrumental')).toBe('наставником')
  expect(label(ustishim, 'tutor', 'many')).toBe('тьюторы')
  expect(label(lenobl, 'scientificAdviser')).toBe('научный руководитель')
  expect(label(turochak, 'coordinator', 'dative')).toBe('координатору')
  expect(label(chebula, 'mentor')).toBeNull()
  expect(role(chebula, 'mentor')).toEqual({ value: null, basis: null })
  expect(role(turochak, 'coordinator').basis?.text).toBe('п. 4.6 Положения')
})

test('forms, grounds, attachments and publication, each with its clause', () => {
  expect(formOfWork(chebula, 'lecture')).toMatchObject({ value: { label: 'Лекция' }, basis: { clause: '5.1' } })
  expect(formOfWork(chebula, 'subjectChat').value).toBeNull()
  expect(terminationGrounds(lenobl).value?.map((ground) => ground.code)).toEqual(['termOver', 'mismatch', 'circumstances'])
  expect(terminationGrounds(luga)).toEqual({ value: null, basis: null })
  expect(attaches(luga).value).toBe(true)
  expect(attaches(chebula).value).toBe(false)
  expect(publishes(turochak, 'register')).toMatchObject({ value: true, basis: { clause: '4.7' } })
  expect(publishes(ustishim, 'orders').basis?.text).toBe('п. 4 приказа от 02.06.2023 № 91')
  expect(publishes(luga, 'monitoring')).toEqual({ value: false, basis: null })
})
