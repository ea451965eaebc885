import { describe, expect, test } from 'vitest'
import { loadTerritories } from '../../../territories/all.ts'
import { aStep, chebula, lenobl, luga, turochak } from '../../../test/regulations.ts'
import { clauseOf } from '../cite.ts'
import { yearOnTrial } from './year.ts'

const packages = loadTerritories().map(({ facts, regulation }) => [facts.territory.code, regulation] as const)
const told = (regulation: typeof luga) =>
  yearOnTrial(regulation, 2021).map(({ on, what, basis, mark }) => `${on} ${mark} ${what} (${basis?.clause ?? 'молчит'})`)

describe('a year of an invented site', () => {
  test.each(packages)(
    '%s: days in order, within the year, each leading to a clause that is there or to none',
    (_code, regulation) => {
      const days = yearOnTrial(regulation, 2021)
      expect(days.length).toBeGreaterThanOrEqual(10)
      expect(days.map(({ on }) => on)).toEqual(days.map(({ on }) => on).toSorted())
      expect([days[0]?.on, days.at(-1)?.on].every((on) => on !== undefined && on >= '2021-08-01' && on <= '2022-08-31')).toBe(
        true,
      )
      for (const { basis } of days) if (basis !== null) expect(clauseOf(regulation, basis.clause), basis.clause).toBeDefined()
    },
  )

  test('events, refusals with their clauses and questions to the paper', () => {
    expect(told(chebula)).toEqual(
      expect.arrayContaining([
        '2021-08-06 refused Заявку подаёт тот, кто ничего не подтвердил — нельзя. Не подтверждено: положительный опыт в инновационной инфраструктуре образования (3.1)',
        '2021-08-25 event Площадке «Пробная» присваивают статус с 1 сентября 2021 г. (3.3)',
        '2022-06-15 event Отчёт за 2021/22 учебный год: последний день (4.3)',
        '2022-08-31 event Год прошёл; последний возможный день статуса — 31 августа 2024 г. (3.3)',
      ]),
    )
    expect(told(luga)).toEqual(
      expect.arrayContaining([
        '2022-06-30 question Отчёт за 2021/22 учебный год: день не назван, напоминать не о чем (3.1)',
        '2022-07-15 question Статус хотят прекратить: оснований Положение не называет (молчит)',
      ]),
    )
    const [annual] = chebula.report!.kinds
    const quarterly = { ...chebula, report: { clause: [], kinds: [{ ...annual!, unit: 'quarter' as const, due: null }] } }
    expect(told(quarterly).filter((text) => text.includes('день не назван'))).toHaveLength(5)
    expect(told(turochak)).toContain('2022-08-31 question Последний день статуса не назван (молчит)')
  })

  test('a territory with a call, a review and a submission has their days, one without has none of them', () => {
    const has = (regulation: typeof luga) =>
      ['Объявляют приём', 'Эксперты оценивают', 'Предлагают, кому'].map((part) =>
        told(regulation).some((one) => one.includes(part)),
      )
    expect([has(lenobl), has(luga)]).toEqual([
      [true, true, true],
      [false, false, false],
    ])
  })

  test('the programme goes to whom the paper names; a step with a time has its last day and what silence means', () => {
    expect(told(luga)).toContain('2021-09-20 event Программа: согласует программу ИМЦ (3.2.1)')
    expect(told(lenobl).some((one) => one.includes('Программа:'))).toBe(false)
    const step = aStep('approve', 'operator', { caption: 'Утверждает ИМЦ', due: { count: 10, unit: 'day' }, silence: 'consent' })
    expect(told({ ...luga, plan: { ...luga.plan, chain: [{ ...step, clause: ['3.1'] }] } })).toContain(
      '2021-09-20 event План: утверждает ИМЦ — последний день, срок — 10 дней, молчание — согласие (3.1)',
    )
  })

  test('what the paper forbids is refused with its clause, what it is silent of with none, two readings are a question', () => {
    const attaching = (regulation: typeof luga) => told(regulation).find((one) => one.includes('закрепляют школы'))
    expect(attaching(chebula)).toBe(
      '2021-09-02 refused За площадкой закрепляют школы — нельзя. Положение об этом молчит (молчит)',
    )
    const forbids = { ...chebula, provisions: { attachments: { state: 'forbidden' as const, clause: ['3.4'] } } }
    expect(attaching(forbids)).toBe('2021-09-02 refused За площадкой закрепляют школы — нельзя. Положение это запрещает (3.4)')
    const readings = [
      { text: 'до трёх лет', clause: ['3.3'] },
      { text: 'до 2023 года', clause: ['3.4'] },
    ]
    expect(told({ ...chebula, term: null, provisions: { term: { state: 'conflict', readings } } })).toContain(
      '2021-08-01 question Срок статуса: читается двояко — «до трёх лет» или «до 2023 года» (3.3)',
    )
  })
})
