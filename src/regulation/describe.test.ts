import { expect, test } from 'vitest'
import { loadTerritories } from '../../territories/all.ts'
import { clauseOf } from './cite.ts'
import { countRules, describeRegulation } from './describe.ts'

const territories = loadTerritories()
const regulationOf = (code: string) => territories.find(({ facts }) => facts.territory.code === code)!.regulation
const texts = (code: string, clause: string) =>
  (describeRegulation(regulationOf(code)).get(clause) ?? []).map((line) => line.text)

test.each(territories.map(({ facts, regulation }) => [facts.territory.code, regulation] as const))(
  'every line of %s stands beside a clause that exists and says something',
  (_code, regulation) => {
    const described = describeRegulation(regulation)
    for (const [number, lines] of described) {
      expect(clauseOf(regulation, number), number).toBeDefined()
      for (const { text } of lines) expect(text).toMatch(/^[А-ЯЁ0-9][^{}]+[^.]$/)
    }
    const whole = [...described.values()].flat().map((line) => line.text)
    expect(new Set(whole).size).toBe(whole.length)
    for (const start of [
      'Площадкой может стать',
      'Статус появляется',
      ...(regulation.plan.columns.length > 0 ? ['Столбцы плана'] : []),
      'Путь плана',
      'Отчёт ',
      'Реестр площадок',
    ])
      expect(
        whole.some((text) => text.startsWith(start)),
        start,
      ).toBe(true)
  },
)

test('Chebula: term, head, report and forms follow from their clauses', () => {
  expect(texts('chebula', '3.3')).toContain('Срок дольше трёх лет не сохранится')
  expect(texts('chebula', '4.1')[0]).toContain('категория (высшая или первая), достижения')
  const any = describeRegulation({
    ...regulationOf('chebula'),
    head: { ...regulationOf('chebula').head!, posts: null, atHost: false },
  })
  expect(any.get('4.1')?.[0]?.text).toBe(
    'Назначая руководителя, система проверит: должность, категория (высшая или первая), достижения — и назовёт, чего не хватает',
  )
  expect(texts('chebula', '4.3')).toContain('Срок отчёта — 15 июня, 23:59 по Кемерову')
  expect(texts('chebula', '5.1')).toEqual(['9 форм в выборе «Форма работы» у строки плана'])
  expect(texts('chebula', '6.1')[0]).toMatch(/^Разделы отчёта, которые пишет площадка: соответствие/)
  expect(texts('chebula', '7.1')).toEqual(['В приказе о прекращении — 2 основания на выбор, других нет'])
})

test('each territory shows its own rules and only those', () => {
  expect(texts('luga', '2.4')[0]).toContain('школы-партнёры')
  expect(texts('ustishim', '4.6')).toContain('Срок отчёта — 1 июня, 23:59 по Омску')
  expect(texts('ustishim', 'приказ 3')[0]).toContain('кто ещё не ознакомился')
  expect(texts('turochak', '4.6')[0]).toContain('Координатора площадки назначает приказ')
  expect(texts('lenobl', '4.1')[0]).toContain('руководителя назначают по протоколу')
  expect(texts('lenobl', '4.2')[0]).toContain('в организации площадки')
  expect(texts('luga', '3.1').some((text) => text.startsWith('Срок отчёта'))).toBe(false)
})

test('a call is what its clause makes the system do, where there are calls', () => {
  expect(texts('lenobl', '3.4')).toEqual([
    'Приём заявок открывает и продлевает только распоряжение; сроки идут по московскому времени, секундой позже заявка не принимается',
    'При подписании о приёме узнают все, кто может подать заявку; в тексте сказано, кому сообщают: муниципальные органы управления образованием',
  ])
  for (const code of ['luga', 'chebula', 'turochak', 'ustishim'])
    expect([...describeRegulation(regulationOf(code)).values()].flat().some(({ text }) => text.startsWith('Приём заявок'))).toBe(
      false,
    )
})

test('what experts do stands beside the clause that asks for them, and nowhere else is anything promised for them or trainees', () => {
  expect(texts('lenobl', '3.1')).toContainEqual(
    expect.stringMatching(/^ЛОИРО передаёт заявки экспертам; эксперты оценивают по критериям/),
  )
  for (const { regulation } of territories.filter((one) => one.regulation.expertReview === null)) {
    const whole = [...describeRegulation(regulation).values()]
      .flat()
      .map((line) => line.text)
      .join('\n')
    expect(whole).not.toMatch(/стажёрск|эксперт|мониторинг/i)
  }
})

test.each([
  ['luga', true],
  ['turochak', false],
  ['lenobl', false],
] as const)('who leads trainees is told where the paper names them: %s', (code, named) => {
  const told = [...describeRegulation(regulationOf(code)).values()].flat().map(({ text }) => text)
  expect(told.some((text) => text.startsWith('Стажёра ведёт'))).toBe(named)
})

test('rules and their clauses are counted', () => {
  const { rules, clauses } = countRules(regulationOf('chebula'))
  expect(clauses).toBe(describeRegulation(regulationOf('chebula')).size)
  expect(rules).toBeGreaterThan(clauses)
})
