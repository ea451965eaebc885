// Proves R-A1, R-A1s, R-33, R-41, C-31, C-32, C-33, C-41, T-2.
import { describe, expect, test } from 'vitest'
import { chebula, lenobl, turochak } from '../../../test/regulations.ts'
import { keysOf } from '../../kernel/records.ts'
import type { FileId, OrganisationId, PersonId } from '../../kernel/types.ts'
import { basisOf } from '../../regulation/cite.ts'
import { ruleText } from '../../web/refusals.ts'
import { machine } from './machine.ts'
import type { ApplicationView, Participant, Vote } from './model.ts'
import { nextStep } from './next-step.ts'
import {
  isDecided,
  isWritable,
  maySendOn,
  mayVote,
  missingForSubmission,
  sectionStates,
  tally,
  termObjection,
  type Unsent,
} from './rules.ts'
import { ruleTexts } from './texts.ts'

test('where the paper names days, an application is sent on them alone: otherwise it says when the next are, by the clause', () => {
  const september = { kind: 'between', from: '09-01', to: '09-15' } as const
  const named = { ...turochak, intakeDays: { clause: ['4.2'], windows: [{ days: september }] } }
  expect(maySendOn(named, '2026-09-15')).toMatchObject({ ok: true })
  const late = maySendOn(named, '2026-09-16')
  expect(late).toMatchObject({ refusal: { rule: 'application.intakeClosed', clause: '4.2' } })
  expect(late.ok || late.refusal.code !== 'rule' || ruleText(ruleTexts, late.refusal)).toBe(
    'Отправьте заявку с 1 сентября 2027 г. по 15 сентября 2027 г.: сегодня заявок не принимают, черновик остаётся у вас (п. 4.2 Положения)',
  )
  expect(maySendOn(turochak, '2026-09-16')).toMatchObject({ ok: true })
})

const org = (id: string, more: Partial<Participant> = {}): Participant => ({
  id: id as OrganisationId,
  kind: 'school',
  shortName: `Школа ${id}`,
  isLead: id === 'a',
  charterName: 'МБОУ «Школа»',
  legalAddress: 'ул. Школьная, д. 1',
  phone: '2-22-22',
  fax: '',
  email: 'a@primer.ru',
  headName: 'Иванова Анна',
  share: 'Мастерские',
  state: 'confirmed',
  remark: null,
  ...more,
})
const vote = (organisation: string, choice: Vote['choice'], candidate = 'p'): Vote => ({
  organisationId: organisation as OrganisationId,
  candidatePersonId: candidate as PersonId,
  choice,
  votedBy: 'v' as PersonId,
  votedAt: new Date(0),
})
const view: ApplicationView = {
  callTitle: null,
  initiator: 'organisation',
  initiatorName: 'Школа a',
  theme: 'Читаем вместе',
  direction: null,
  wantedFrom: '2022-01-10',
  wantedTo: '2024-12-31',
  organisations: [],
  head: null,
  adviser: null,
  eligibility: [
    {
      code: 'resources',
      text: 'ресурсы',
      group: 'base',
      evidence: [{ id: 'e', kind: 'link', text: 'x', fileId: null, note: '' }],
    },
  ],
  programme: null,
}
const person = {
  id: 'p' as PersonId,
  name: 'Иванова Анна',
  post: 'директор',
  category: null,
  achievements: [],
  known: { posts: ['head'], category: null, work: [] },
}
const whole = (more: Partial<Unsent> = {}): Unsent => ({
  app: {
    adviserName: '',
    own: {},
    headPersonId: 'p' as PersonId,
    protocolNumber: null,
    protocolOn: null,
    protocolFileId: null,
    direction: null,
  },
  regulation: lenobl,
  participants: [org('a')],
  votes: [],
  view,
  head: { ...person, verdict: { ok: true, basis: null } },
  needsDirection: false,
  today: '2021-01-15',
  counts: {},
  programme: [],
  ...more,
})
const rulesOf = (unsent: Unsent) => missingForSubmission(unsent).map(({ rule }) => rule)

test('is written before it is sent and after it came back, taken back until it is decided', () => {
  const states = keysOf(machine.moves)
  expect(states.filter(isWritable)).toEqual(['draft', 'returned'])
  expect(states.filter(isDecided)).toEqual(['granted', 'declined', 'withdrawn'])
})

describe('what keeps an application from being sent', () => {
  test('nothing when everything is there; «нет» is an answer about the adviser', () => {
    expect(rulesOf(whole())).toEqual([])
    expect(rulesOf(whole({ app: { ...whole().app, adviserName: null } }))).toEqual(['application.needsAdviser'])
  })

  test('every item of the form of each organisation, under its name', () => {
    const blank = { charterName: '', legalAddress: '', phone: '', headName: '' }
    const missing = missingForSubmission(whole({ participants: [org('a', blank)] }))
    expect(missing.map(({ rule }) => rule)).toEqual([
      'application.needsCharterName',
      'application.needsAddress',
      'application.needsContacts',
      'application.needsHeadName',
    ])
    expect(ruleText(ruleTexts, missing[1]!)).toBe('Школа a: напишите юридический адрес (п. 3.3 Положения)')
  })

  test('a regulation without a form asks only for what no case can do without', () => {
    const bare = org('a', { legalAddress: '', phone: '', email: '' })
    expect(rulesOf(whole({ regulation: chebula, participants: [bare], view: { ...view, eligibility: [] } }))).toEqual([
      'application.baseNotProved',
    ])
  })

  test('an organisation that has not answered, or has declined', () => {
    expect(rulesOf(whole({ participants: [org('a'), org('b', { state: 'asked' })] }))).toContain('application.notConfirmed')
    expect(rulesOf(whole({ participants: [org('a'), org('b', { state: 'declined' })] }))).toEqual(['application.declinedStays'])
    expect(rulesOf(whole({ participants: [org('a', { state: 'declined' })] }))).toContain('application.leadDeclined')
  })

  test('a joint application says what each does, elects its head and brings the protocol, with the clause', () => {
    const participants = [org('a'), org('b', { share: '' })]
    expect(rulesOf(whole({ participants }))).toEqual([
      'application.needsShare',
      'application.notElected',
      'application.needsProtocol',
      'application.needsProtocolFile',
    ])
    const elected = missingForSubmission(whole({ participants: [org('a'), org('b')], votes: [vote('a', 'for')] }))
    expect(ruleText(ruleTexts, elected[0]!)).toContain('«за» — 1 из 2, нужно больше половины организаций (п. 4.2 Положения)')
  })

  test('people who apply are not asked for what only an organisation has', () => {
    const bare = (kind: string) => ({ ...org('a'), kind, legalAddress: '', headName: '' })
    const rules = (kind: string) => rulesOf(whole({ participants: [bare(kind)] }))
    expect(rules('school')).toEqual(['application.needsAddress', 'application.needsHeadName'])
    expect([rules('union'), rules('educator')]).toEqual([[], []])
  })

  test('what the system knows by itself is refused with the clause of that condition alone', () => {
    const checks = [{ code: 'service', group: null, checked: { kind: 'service' as const, years: 5 }, clause: ['4.1'] }]
    const regulation = { ...lenobl, eligibility: { ...lenobl.eligibility!, checks } }
    const since = (from: '2017-01-10' | '2017-01-11') =>
      missingForSubmission(
        whole({
          regulation,
          head: { ...person, known: { ...person.known, work: [{ from, to: null }] }, verdict: { ok: true, basis: null } },
        }),
      ).map((refusal) => ruleText(ruleTexts, refusal))
    expect(since('2017-01-10')).toEqual([])
    expect(since('2017-01-11')).toEqual([
      'Выполните условие: стаж руководителя площадки, лет: не меньше 5 (п. 4.1 Положения); по реестру — с 11 января 2017 г.; внесите прежние должности: «Люди и организации» → «Люди», страница человека, «Добавить должность»',
    ])
  })

  test('a head the regulation does not let, with what is missing and the clause', () => {
    const head = {
      ...person,
      verdict: {
        ok: false as const,
        missing: ['нужна квалификационная категория'],
        basis: { clause: '4.1', text: 'п. 4.1 Положения' },
      },
    }
    const [found] = missingForSubmission(whole({ head }))
    expect(ruleText(ruleTexts, found!)).toBe(
      'Выберите другого руководителя или дополните сведения о нём. Иванова Анна: нужна квалификационная категория (п. 4.1 Положения)',
    )
    expect(rulesOf(whole({ head: null }))).toEqual(['application.needsHead'])
    const said = (regulation: typeof lenobl) => ruleText(ruleTexts, missingForSubmission(whole({ head: null, regulation }))[0]!)
    expect(said(lenobl)).toMatch(/^Назовите руководителя площадки \(.+\)$/)
    expect(said({ ...lenobl, head: null })).toBe('Назовите руководителя площадки')
  })

  test('the protocol of an elected head has its number, its day and its paper', () => {
    const all = { protocolNumber: '3', protocolOn: '2021-09-20', protocolFileId: 'f' as FileId } as const
    const lacking = (change: Partial<Record<keyof typeof all, null>>) =>
      rulesOf(
        whole({
          participants: [org('a'), org('b')],
          votes: [vote('a', 'for'), vote('b', 'for')],
          app: { ...whole().app, ...all, ...change },
        }),
      )
    expect(lacking({})).toEqual([])
    expect(lacking({ protocolNumber: null })).toEqual(['application.needsProtocol'])
    expect(lacking({ protocolOn: null })).toEqual(['application.needsProtocol'])
    expect(lacking({ protocolFileId: null })).toEqual(['application.needsProtocolFile'])
  })

  test('both days of the term', () => {
    expect(rulesOf(whole({ view: { ...view, wantedFrom: null } }))).toEqual(['application.needsTerm'])
    expect(rulesOf(whole({ view: { ...view, wantedTo: null } }))).toEqual(['application.needsTerm'])
  })

  test('the telephone and the address of mail', () => {
    for (const blank of [{ phone: '' }, { email: '' }])
      expect(rulesOf(whole({ participants: [org('a', blank)] }))).toEqual(['application.needsContacts'])
  })

  test('the base and one of four: each is told apart', () => {
    const criterion = (code: string, group: 'base' | 'further', proved: boolean) => ({
      code,
      text: code,
      group,
      evidence: proved ? view.eligibility[0]!.evidence : [],
    })
    const given = (base: boolean, further: boolean) =>
      whole({
        regulation: turochak,
        view: { ...view, eligibility: [criterion('base', 'base', base), criterion('networking', 'further', further)] },
      })
    expect(rulesOf(given(false, true))).toEqual(['application.baseNotProved'])
    expect(rulesOf(given(true, false))).toEqual(['application.furtherNotProved'])
    expect(rulesOf(given(true, true))).toEqual([])
  })

  test('the programme, part by part', () => {
    expect(rulesOf(whole({ programme: null }))).toEqual(['application.needsProgramme'])
    const [found] = missingForSubmission(
      whole({
        programme: [{ part: 'note', missing: ['напишите цель'], basis: { clause: 'прил. 2, п. 1', text: 'п. 1 приложения 2' } }],
      }),
    )
    const { clause } = lenobl.application!.programme.find(({ code }) => code === 'note')!
    expect(ruleText(ruleTexts, found!)).toBe(
      `Программа, «Пояснительная записка»: напишите цель (${basisOf(lenobl, clause).text})`,
    )
  })

  test('a direction only where the call names some', () => {
    expect(rulesOf(whole({ needsDirection: true }))).toEqual(['application.needsDirection'])
  })
})

test('a term longer than the regulation allows is refused with the last possible day', () => {
  const found = termObjection(lenobl, { wantedFrom: '2022-01-10', wantedTo: '2025-01-10' }, [])
  expect(ruleText(ruleTexts, found!)).toBe(
    'Сократите срок. Статус дают на срок до трёх лет: последний возможный день — 9 января 2025 г. (п. 3.2 Положения)',
  )
  expect(termObjection(lenobl, { wantedFrom: '2022-01-10', wantedTo: '2025-01-09' }, [])).toBeNull()
  expect(termObjection(lenobl, { wantedFrom: '2022-01-10', wantedTo: '2022-01-09' }, [])?.rule).toBe('application.termReversed')
  expect(termObjection(lenobl, { wantedFrom: null, wantedTo: '2030-01-09' }, [])).toBeNull()
})

test('an exception to the term for kinds of organisations holds in the application already', () => {
  const value = { kind: 'longest', clause: ['3.2'], months: 60 }
  const forSchools = { when: { kind: 'organisation' as const, kinds: ['school' as const] }, over: false, value }
  const regulation = { ...lenobl, exceptions: { term: [forSchools] } }
  const fiveYears = { wantedFrom: '2022-01-10', wantedTo: '2027-01-09' }
  expect(termObjection(regulation, fiveYears, [org('a')])).toBeNull()
  expect(termObjection(regulation, fiveYears, [org('a', { kind: 'kindergarten' })])?.rule).toBe('application.termTooLong')
})

describe('votes', () => {
  const two = [org('a'), org('b')]
  const candidate = 'p' as PersonId
  const [a, b] = ['a' as OrganisationId, 'b' as OrganisationId]
  test('more than half of all organisations, and only for the one named now', () => {
    expect(tally([vote('a', 'for'), vote('b', 'for')], two, candidate)).toMatchObject({ for: 2, total: 2, carried: true })
    expect(tally([vote('a', 'for'), vote('b', 'abstained')], two, candidate).carried).toBe(false)
    expect(tally([vote('a', 'for'), vote('b', 'for', 'other')], two, candidate)).toMatchObject({ for: 1, carried: false })
    expect(
      tally([vote('a', 'for'), vote('b', 'for')], [org('a'), org('b', { state: 'declined' }), org('c'), org('d')], candidate)
        .carried,
    ).toBe(false)
  })

  test('only a confirmed organisation votes, only on somebody, only where the regulation says so', () => {
    const app = { headPersonId: 'p' as PersonId, state: 'draft' as const }
    expect(mayVote({ regulation: lenobl, participants: two, app }, b).ok).toBe(true)
    const refused = (given: Parameters<typeof mayVote>[0], id: OrganisationId) => {
      const result = mayVote(given, id)
      return result.ok ? null : result.refusal.code === 'rule' && result.refusal.rule
    }
    expect(refused({ regulation: lenobl, participants: [org('a')], app }, a)).toBe('application.noElection')
    expect(refused({ regulation: chebula, participants: two, app }, a)).toBe('application.noElection')
    expect(refused({ regulation: lenobl, participants: two, app: { ...app, headPersonId: null } }, a)).toBe(
      'application.nobodyNamed',
    )
    expect(refused({ regulation: lenobl, participants: [org('a'), org('b', { state: 'asked' })], app }, b)).toBe(
      'application.confirmFirst',
    )
  })
})

test('sections say whether they are begun', () => {
  const begun = sectionStates(
    whole({ head: null, programme: null, app: { ...whole().app, headPersonId: null, adviserName: null } }),
  )
  expect(Object.fromEntries(begun.map(({ code, state }) => [code, state]))).toEqual({
    organisations: 'filled',
    theme: 'filled',
    head: 'notStarted',
    adviser: 'notStarted',
    eligibility: 'filled',
    programme: 'notStarted',
  })
  const [, theme] = sectionStates(whole({ view: { ...view, theme: '' } }))
  expect(theme).toMatchObject({ code: 'theme', state: 'missing', missing: [{ rule: 'application.needsTheme' }] })
})

describe('a section is begun', () => {
  const stateOf = (code: string, unsent: Unsent) => sectionStates(unsent).find((one) => one.code === code)!.state
  const blank = { ...view, theme: '', wantedFrom: null, wantedTo: null }
  test('by the theme, the direction or either day', () => {
    expect(stateOf('theme', whole({ view: blank }))).toBe('notStarted')
    for (const one of [{ theme: 'Читаем' }, { wantedFrom: '2022-01-10' }, { wantedTo: '2024-12-31' }] as const)
      expect(stateOf('theme', whole({ view: { ...blank, ...one } }))).toBe('missing')
    expect(stateOf('theme', whole({ view: blank, app: { ...whole().app, direction: 'math' } }))).toBe('missing')
  })
  test('by somebody named, one piece of evidence, a programme', () => {
    const unfit = { ok: false as const, missing: ['нужна категория'], basis: { clause: '4.1', text: 'п. 4.1' } }
    expect(stateOf('head', whole({ head: { ...person, verdict: unfit } }))).toBe('missing')
    expect(
      stateOf(
        'programme',
        whole({
          programme: [
            { part: 'note', missing: ['напишите цель'], basis: { clause: 'прил. 2, п. 1', text: 'п. 1 приложения 2' } },
          ],
        }),
      ),
    ).toBe('missing')
    const criterion = (code: string, evidence: (typeof view.eligibility)[0]['evidence']) => ({
      ...{ code, text: code, group: 'base' as const, evidence },
    })
    const proof = view.eligibility[0]!.evidence
    const given = (...eligibility: ReturnType<typeof criterion>[]) =>
      stateOf('eligibility', whole({ regulation: turochak, view: { ...view, eligibility } }))
    expect(given(criterion('base', proof), criterion('networking', []))).toBe('missing')
    expect(given(criterion('base', []), criterion('networking', []))).toBe('notStarted')
  })
})

describe('what is next and from whom', () => {
  const none = { sent: 0, all: 0 }
  const next = (regulation: typeof lenobl, state: Parameters<typeof nextStep>[0]['state'], more = {}) =>
    nextStep({ state }, { regulation, participants: [org('a')], missing: 0, reviews: none, ...more })
  test('follows the steps of the regulation', () => {
    expect(next(lenobl, 'admitted')).toEqual({ what: 'Назначить экспертов', who: 'ЛОИРО' })
    expect(next(chebula, 'admitted')).toEqual({ what: 'Решить и подписать приказ', who: 'ЦИМС' })
    expect(next(lenobl, 'reviewed')?.what).toContain('представление')
    expect(next(lenobl, 'proposed')).toEqual({ what: 'Решить и подписать распоряжение', who: 'Комитет' })
    expect(next(lenobl, 'underReview', { reviews: { sent: 1, all: 3 } })?.what).toContain('готово 1 из 3')
    expect(next(lenobl, 'granted')).toBeNull()
  })
  test('an organisation that was asked comes first', () => {
    expect(next(lenobl, 'draft', { participants: [org('a'), org('b', { state: 'asked' })] })?.what).toBe(
      'Подтвердить участие: Школа b',
    )
    expect(next(lenobl, 'draft', { missing: 2 })?.what).toBe('Заполнить разделы, где чего-то не хватает')
  })
})
