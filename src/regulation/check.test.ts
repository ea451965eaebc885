import { expect, test } from 'vitest'
import { clause } from '../../test/clauses.ts'
import { chebula, lenobl, luga, turochak } from '../../test/regulations.ts'
import { loadRegulation } from './check.ts'
import { RegulationError } from './errors.ts'

const file = 'territories/test/regulation.json'

/** The report of Chebula with parts of it replaced. */
const reporting = (over: object) => ({ clause: ['4.3'], kinds: [{ ...chebula.report?.kinds[0], ...over }] })

/** The problems of a regulation with some rules replaced. */
function problemsOf(given: object, base: object = chebula): readonly string[] {
  try {
    loadRegulation(file, { ...base, ...given })
  } catch (error) {
    if (error instanceof RegulationError) return error.problems
    throw error
  }
  return []
}

test('a whole regulation loads and survives being stored as JSON', () => {
  expect(loadRegulation(file, chebula)).toEqual(chebula)
  expect(loadRegulation(file, JSON.parse(JSON.stringify(chebula)))).toEqual(JSON.parse(JSON.stringify(chebula)))
})

test('a rule that names no clause is refused', () => {
  const { clause: _none, ...status } = chebula.status
  expect(problemsOf({ status })).toEqual([`${file}: правило «status»: не назван пункт Положения`])
  expect(problemsOf({ status: { ...status, clause: [] } })).toEqual([`${file}: правило «status»: не назван пункт Положения`])
})

test('a clause that is not in the text is refused, wherever it is named', () => {
  expect(problemsOf({ status: { ...chebula.status, clause: ['9.9'] } })).toEqual([
    `${file}: правило «status»: пункт 9.9 не найден в тексте Положения`,
  ])
  const [lecture, ...others] = chebula.forms.catalogue
  const forms = { ...chebula.forms, catalogue: [{ ...lecture, clause: ['8.1'] }, ...others] }
  expect(problemsOf({ forms })).toEqual([`${file}: правило «forms.catalogue.lecture»: пункт 8.1 не найден в тексте Положения`])
  const term = { ...chebula.term, clause: ['приказ 9'] }
  expect(problemsOf({ term })).toEqual([`${file}: правило «term»: пункт приказ 9 не найден в тексте Положения`])
})

test('a role of the paper’s own is a role; one given by each other alone is refused', () => {
  const engineer = { ...chebula.roles[0]!, code: 'role1' }
  expect(problemsOf({ roles: [...chebula.roles, engineer] })).toEqual([])
  const circle = [
    { ...engineer, appointedBy: 'role2', words: { ...engineer.words, nominative: 'инженер' } },
    { ...engineer, code: 'role2', appointedBy: 'role1', words: { ...engineer.words, nominative: 'навигатор' } },
  ]
  expect(problemsOf({ roles: [...chebula.roles, ...circle] })).toEqual([
    `${file}: правило «roles»: роль «инженер» некому дать: тех, кто её даёт, никто не назначает`,
    `${file}: правило «roles»: роль «навигатор» некому дать: тех, кто её даёт, никто не назначает`,
  ])
})

test('a party that is not in the registry is refused, wherever a rule names it', () => {
  const head = { ...chebula.roles[0]!, appointedBy: 'minister' }
  expect(problemsOf({ roles: [head, ...chebula.roles.slice(1)] })).toContain(
    `${file}: правило «roles.appointedBy»: назван(а) «minister», а такой стороны в Положении нет`,
  )
  expect(problemsOf({ report: reporting({ chain: [{ ...chebula.report!.kinds[0]!.chain[0]!, by: 'coordinator' }] }) })).toEqual([
    `${file}: правило «report.kinds.chain.by»: назван(а) координатор, а такой стороны в Положении нет`,
  ])
})

test('two parties under one code, a quorum above the members are refused', () => {
  const council = { code: 'body1', name: 'Совет', short: chebula.siteWords, vote: { members: 5, quorum: 6, majority: 'present' } }
  expect(problemsOf({ bodies: { ...chebula.bodies, further: [council] } })).toEqual([
    `${file}: правило «bodies»: Совет — кворум 6 больше числа членов 5`,
  ])
  const twice = { ...council, code: 'head', vote: null }
  expect(problemsOf({ bodies: { ...chebula.bodies, further: [twice] } })).toEqual([
    `${file}: правило «bodies»: код «head» повторяется`,
  ])
})

test('a term is as long as the paper says', () => {
  expect(problemsOf({ term: { clause: ['3.3'], kind: 'longest', months: 60 } })).toEqual([])
  expect(problemsOf({ term: { clause: ['3.3'], kind: 'fixed', from: '2020-09-01', to: '2020-08-31' } })).toEqual([
    `${file}: правило «term»: период кончается раньше, чем начинается`,
  ])
})

test('a period that ends before it begins is refused', () => {
  expect(problemsOf({ term: { clause: ['3.3'], kind: 'fixed', from: '2023-09-01', to: '2023-08-31' } })).toEqual([
    `${file}: правило «term»: период кончается раньше, чем начинается`,
  ])
})

test('two clauses with one number are refused', () => {
  expect(problemsOf({ clauses: [...chebula.clauses, clause('3.3', 'Ещё раз.')] })).toEqual([
    `${file}: текст Положения: номер пункта 3.3 встречается дважды`,
  ])
})

test.each([
  ['06-31', 'дня «31.06» нет в календаре'],
  ['13-01', 'дня «01.13» нет в календаре'],
  ['02-29', '29 февраля бывает не каждый год'],
])('a report due on %s is refused: the day does not come', (day, problem) => {
  const due = { kind: 'on', day, of: 'period' }
  expect(problemsOf({ report: reporting({ due }) })).toEqual([`${file}: правило «report»: ${problem}`])
})

test('a report of a quarter is not due on one date of the year', () => {
  expect(problemsOf({ report: reporting({ unit: 'quarter' }) }).join()).toContain('есть не в каждом периоде')
  const due = { kind: 'after', count: 10, unit: 'workingDay', event: 'periodEnded' }
  expect(problemsOf({ report: reporting({ unit: 'quarter', due }) })).toEqual([])
})

test('a report on a practice is due after it and not on a day of the year; a card has figures; two reports have two names', () => {
  const after = (event: string) => ({ kind: 'after', count: 10, unit: 'day', event })
  const told = (over: object) => problemsOf({ report: reporting(over) }).map((text) => text.replace(/^.*правило «report»: /, ''))
  expect(told({ unit: 'practice', due: after('practiceFinished') })).toEqual([])
  expect(told({ unit: 'practice', due: after('periodEnded') })).toEqual(['срок отчёта по практике считают от её завершения'])
  expect(told({ due: after('practiceFinished') })).toEqual(['срок отчёта за период не считают от практики'])
  expect(told({ unit: 'practice' })).toEqual(['здесь нет периода, от которого считать день: назовите срок после события'])
  expect(told({ form: 'card', criteria: [] })).toEqual(['в карте показателей не назван ни один показатель'])
  const [annual] = reporting({}).kinds
  const twice = (title: string | null) =>
    problemsOf({ report: { clause: ['4.3'], kinds: [annual, { ...annual, code: 'report2', title }] } })
  expect(twice('Карта показателей')).toEqual([])
  expect(twice(null)).toEqual([`${file}: правило «report»: отчёт «Отчёт» назван дважды`])
})

test('days of intake come each year, and there are applications and no call to name them', () => {
  const told = (days: object, base: object = turochak) =>
    problemsOf({ intakeDays: { clause: ['4.2'], windows: [{ days }] } }, base).map((text) =>
      text.replace(/^.*правило «intakeDays»: /, ''),
    )
  const september = { kind: 'between', from: '09-01', to: '09-15' }
  expect(told(september)).toEqual([])
  expect(told({ ...september, to: '09-31' })).toEqual(['дня «31.09» нет в календаре'])
  expect(told(september, lenobl).join()).toContain('приём открывает объявление')
  expect(told(september, luga).join()).toContain('заявки в пути к статусу нет')
})

test('an academic year begins on a day of every year', () => {
  expect(problemsOf({ academicYear: { clause: ['4.3'], begins: '02-29' } })).toEqual([
    `${file}: правило «academicYear»: дня «02-29» нет в каждом году`,
  ])
  expect(problemsOf({ academicYear: { clause: ['4.3'], begins: '08-15' } })).toEqual([])
})

test('a report due on something that is no month and day at all is refused', () => {
  const due = { kind: 'on', day: '15 июня', of: 'period' }
  expect(problemsOf({ report: reporting({ due }) })).toEqual([
    `${file}: правило «report.kinds.due.day»: значение «15 июня» не подходит`,
  ])
})

test('codes given twice are refused', () => {
  const catalogue = [...chebula.forms.catalogue, chebula.forms.catalogue[0]]
  expect(problemsOf({ forms: { ...chebula.forms, catalogue } })).toEqual([`${file}: правило «forms»: код «lecture» повторяется`])
  const grounds = [...chebula.termination!.grounds, chebula.termination!.grounds[0]]
  expect(problemsOf({ termination: { ...chebula.termination, grounds } })).toEqual([
    `${file}: правило «termination»: код «completedByOrganisation» повторяется`,
  ])
})

test('columns of a plan that name no activity are refused; a paper may leave its columns out', () => {
  const columns = luga.plan.columns.filter(({ kind }) => kind !== 'activityAndForm')
  expect(problemsOf({ plan: { ...luga.plan, columns } })).toContain(
    'territories/test/regulation.json: правило «plan»: нет графы, в которой названо мероприятие',
  )
  expect(problemsOf({ plan: { ...chebula.plan, columns: [] } })).toEqual([])
})

test('a column of one meaning given twice, and a choice of nothing, are refused', () => {
  const own = { code: 'quarter', caption: 'Квартал', kind: 'choice' as const, required: true, options: [], clause: ['4.2'] }
  const column = (kind: 'activity' | 'dates', code: string) => ({ ...own, code, kind, caption: code })
  const columns = [column('activity', 'what'), column('dates', 'when'), column('dates', 'then'), own]
  expect(problemsOf({ plan: { ...chebula.plan, columns } })).toEqual([
    'territories/test/regulation.json: правило «plan»: «when» — такое уже есть',
    'territories/test/regulation.json: правило «plan»: «Квартал» — назовите, что выбирают, или столбцы таблицы',
  ])
})

test('a step by an unknown body is refused', () => {
  const chain = [{ act: 'approve', by: 'minister', caption: 'Утверждает министр', clause: ['4.2'] }]
  expect(problemsOf({ plan: { ...chebula.plan, chain } })).toEqual([
    `${file}: правило «plan.chain.by»: назван(а) «minister», а такой стороны в Положении нет`,
  ])
})

test('a chain that does not end in an approval is refused', () => {
  const chain = chebula.plan.chain.slice(0, 1)
  expect(problemsOf({ plan: { ...chebula.plan, chain } })).toEqual([
    `${file}: правило «plan»: последним шагом план утверждают, и только один раз`,
  ])
})

test('rules that speak of a coordinator or a head need that role', () => {
  const roles = turochak.roles.filter(({ code }) => code !== 'coordinator')
  expect(problemsOf({ roles }, turochak)).toContain(`${file}: правило «roles»: координатор назван в правилах, а такой роли нет`)
  const chain = [{ act: 'approve', by: 'head', caption: 'Утверждает руководитель', clause: ['4.2'] }]
  expect(problemsOf({ roles: [], plan: { ...luga.plan, chain } }, luga)).toContain(
    `${file}: правило «plan.chain.by»: назван(а) руководитель площадки, а такой стороны в Положении нет`,
  )
})

test('a council that is not among the bodies is refused', () => {
  expect(problemsOf({ council: { clause: ['6.1'], who: 'council' } })).toEqual([
    `${file}: правило «council.who»: назван(а) «council», а такого органа в Положении нет`,
  ])
})

test('more further criteria than there are is refused', () => {
  const eligibility = { ...turochak.eligibility!, atLeast: { ...turochak.eligibility!.atLeast!, count: 5 } }
  expect(problemsOf({ eligibility }, turochak)).toEqual([`${file}: правило «eligibility»: нужно 5 из 4 показателей`])
})

test('unknown and missing fields are named', () => {
  expect(problemsOf({ moon: 1 })).toEqual([`${file}: Положение: неизвестное поле «moon»`])
  expect(problemsOf({ status: { ...chebula.status, colour: 'red' } })).toEqual([
    `${file}: правило «status»: неизвестное поле «colour»`,
  ])
  expect(problemsOf({ forms: undefined })).toEqual([`${file}: правило «forms»: значения нет`])
})

test('all problems come at once', () => {
  const problems = problemsOf({
    status: { ...chebula.status, clause: ['9.9'] },
    term: { clause: ['3.3'], kind: 'between', least: 48, months: 36 },
  })
  expect(problems).toHaveLength(2)
})
