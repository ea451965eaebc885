// Two papers nobody has: what their rules refuse, each with its own clause; where a paper is silent, no clause.
import { describe, expect, test } from 'vitest'
import { missingForSubmission } from '../src/modules/plans/rules.ts'
import { wrongMeeting } from '../src/modules/procedures/rules.ts'
import { withRule } from '../src/modules/regulation/deeds/write.ts'
import { nestedOf } from '../src/modules/regulation/deeds/write-page.ts'
import { type ActName, actNames } from '../src/regulation/acts.ts'
import type { Verdict } from '../src/regulation/answer.ts'
import { problemsHere } from '../src/regulation/approval.ts'
import { cutIntoClauses } from '../src/regulation/editor/cutting.ts'
import { entries } from '../src/regulation/editor/entries.ts'
import { proposed } from '../src/regulation/editor/proposed.ts'
import { writtenAs } from '../src/regulation/editor/written.ts'
import { emptyRegulation } from '../src/regulation/empty.ts'
import { answerTo } from '../src/regulation/examples/answer.ts'
import { exampleSchema } from '../src/regulation/examples/schema.ts'
import { partyOf } from '../src/regulation/parties/questions.ts'
import type { Regulation } from '../src/regulation/schema.ts'
import { brokenLimits } from '../src/regulation/status/limits.ts'
import { changeBasis, checkExtension, grantingWords, maySuspend, signersBeside } from '../src/regulation/status/questions.ts'
import type { Rules } from './journeys/entering.ts'
import { paper as lukomorPaper, rules as lukomorRules } from './journeys/invented/lukomor.ts'
import { paperOf, rulesOf } from './journeys/invented/trideviat.ts'

/** The document that the forms of the editor make of what a paper says. */
function entered(paper: string, rules: Rules, act: ActName): Regulation {
  const body = { name: 'Орган', shortName: 'Орган' }
  const begun = emptyRegulation({ level: 'municipal', localTime: 'по Москве', authority: body, operator: body, act })
  let regulation: Regulation = { ...begun, clauses: [...cutIntoClauses(paper).clauses] }
  for (const entry of entries.filter(({ key }) => key in rules)) {
    const { key, input, read } = entry
    // A part that what is entered does not name stays as the form has it, or as it is proposed.
    const typed = nestedOf(writtenAs(input, { ...Object(read(regulation)), ...Object(rules[key]) }, 'value')).value
    const value = proposed(entry, typed, regulation)
    const written = withRule(regulation, { rule: key, said: 'yes', value })
    if (!written.ok) throw new Error(`${key}: ${JSON.stringify(written.refusal)}`)
    regulation = written.value
  }
  return regulation
}

type Said = readonly [reason: string, clause: string | null]
type Tried = () => Said | 'allowed'
const ofVerdict = (verdict: Verdict): Said | 'allowed' =>
  verdict.ok ? 'allowed' : [verdict.reason, verdict.basis?.clause ?? null]

/** What a regulation answers when something is tried. */
const tries = (regulation: Regulation) => ({
  example:
    (of: object): Tried =>
    () => {
      const { answer, reason, basis } = answerTo(regulation, exampleSchema.parse({ ...of, expected: 'refused', clause: [] }))
      return answer === 'allowed' ? 'allowed' : [reason ?? '', basis?.clause ?? null]
    },
  limit:
    (counts: Parameters<typeof brokenLimits>[1]): Tried =>
    () => {
      const [broken] = brokenLimits(regulation, counts)
      return broken ? [broken.reason, broken.basis.clause] : 'allowed'
    },
  suspended:
    (from: string, to: string | null): Tried =>
    () =>
      ofVerdict(maySuspend(regulation, { from, to }, false)),
  prolonged:
    (status: { from: string; to: string; times: number }, until: string, asked: string): Tried =>
    () =>
      ofVerdict(checkExtension(regulation, status, { until, asked })),
})

const line = {
  key: 'a',
  activity: 'Урок',
  form: null,
  startsOn: '2027-11-15',
  endsOn: '2027-11-15',
  direction: null,
  audience: null,
}

describe('Тридевятский район', () => {
  const regulation = entered(paperOf(2027), rulesOf(2027), actNames.resolution)
  const { example, limit, suspended, prolonged } = tries(regulation)
  const head = { kind: 'head', post: 'teacher', atHost: true, achievements: false, on: '2027-10-07' }
  const status = { from: '2027-11-01', to: '2029-08-31', times: 0 }
  const vote =
    (present: number, inFavour: number): Tried =>
    () => {
      const party = partyOf(regulation, 'body1')
      const [refusal] = party?.vote
        ? wrongMeeting({ ...party, vote: party.vote }, { present, inFavour, protocol: '№ 4' }, 'passed', '6.2')
        : []
      return refusal ? [refusal.rule, refusal.clause ?? null] : 'allowed'
    }
  const lacking =
    (own: Record<string, string>): Tried =>
    () => {
      const given = { executed: new Set<string>(), regulation, needsReason: false, reason: null }
      const lines = [{ row: 0, line: { ...line, personIds: ['p'], own } }] as unknown as Parameters<
        typeof missingForSubmission
      >[0]
      const [refusal] = missingForSubmission(lines, given)
      return refusal ? [refusal.rule, refusal.clause ?? null] : 'allowed'
    }

  test('may be approved once its administration has an office', () =>
    expect(problemsHere(regulation, new Set(['authority']))).toEqual([]))

  test.each<readonly [string, Tried, string | null]>([
    ['a status for an institute', example({ kind: 'host', organisation: 'institute' }), '1.2'],
    ['one alternative of the two', example({ kind: 'eligibility', base: 1, further: 1 }), '2.2'],
    ['a fourth site', limit({ sites: 4 }), '2.3'],
    ['a second site of a theme', limit({ sitesOfTheme: 2 }), '2.3'],
    ['a second status of an organisation', limit({ statusesOfOrganisation: 2 }), '2.4'],
    ['an application on a Friday', example({ kind: 'apply', on: '2027-10-08' }), '3.1'],
    ['a term beyond the named day', example({ kind: 'term', from: '2027-11-01', to: '2029-12-31' }), '4.2'],
    ['a second extension', prolonged({ ...status, times: 1 }, '2030-08-31', '2029-06-01'), '4.3'],
    ['an extension asked for too late', prolonged(status, '2030-08-31', '2029-08-15'), '4.3'],
    ['an extension of more than a year', prolonged(status, '2030-09-01', '2029-06-01'), '4.3'],
    ['a suspension of four months', suspended('2028-03-01', '2028-06-30'), '4.4'],
    [
      'an end the school asks for by the ground of the operator',
      example({ kind: 'end', proposedBy: 'organisation', ground: 'план за квартал не исполнен' }),
      '4.5',
    ],
    ['a head without the highest category', example({ ...head, category: 'first' }), '5.1'],
    ['a decision of five members', vote(5, 5), '6.2'],
    ['a decision of four in favour', vote(8, 4), '6.2'],
    ['a line without a result', lacking({}), '6.1'],
    ['a form the paper does not name', example({ kind: 'form', form: 'экскурсия', remote: false }), '6.3'],
    ['a report accepted by the authority', example({ kind: 'accept', by: 'authority' }), '7.1'],
    ['schools attached, of which it is silent', example({ kind: 'attach' }), null],
    ['a call, of which it is silent', example({ kind: 'call' }), null],
  ])('refuses %s', (_, tried, clause) => expect(tried()).toEqual([expect.any(String), clause]))

  test.each<readonly [string, Tried]>([
    ['an application on the first Thursday', example({ kind: 'apply', on: '2027-10-07' })],
    ['two of three', example({ kind: 'eligibility', base: 1, further: 2 })],
    ['a head with the highest category', example({ ...head, category: 'highest' })],
    ['three months', suspended('2028-03-01', '2028-05-31')],
    ['five of six', vote(6, 5)],
    ['an extension in time', prolonged(status, '2030-08-31', '2029-08-01')],
  ])('lets %s be', (_, tried) => expect(tried()).toBe('allowed'))
})

describe('Лукоморский край', () => {
  const regulation = entered(lukomorPaper, lukomorRules, actNames.order)
  const { example, limit, suspended, prolonged } = tries(regulation)
  const confirmed = { from: '2027-02-01', to: '2028-01-15', times: 3 }

  test('may be approved once each of the three that sign has an office', () => {
    expect(problemsHere(regulation, new Set(['authority', 'operator', 'body1']))).toEqual([])
    expect(problemsHere(regulation, new Set(['authority']))).toHaveLength(2)
  })

  test('is signed by three where it is given and confirmed, and ended by the ministry alone', () => {
    const beside = (change: Parameters<typeof signersBeside>[1]) =>
      signersBeside(regulation, change).map(({ value, basis }) => [value, basis?.clause])
    const both = [
      ['operator', '2.2'],
      ['body1', '2.2'],
    ]
    expect([beside('grant'), beside('extension'), beside('termination')]).toEqual([both, both, []])
    const { termination } = regulation
    const endedBy = (decidedBy: string) => ({ ...regulation, termination: termination && { ...termination, decidedBy } })
    expect(signersBeside({ ...regulation, termination: null }, 'termination')).toHaveLength(2)
    expect(signersBeside(endedBy('council'), 'termination')).toHaveLength(2)
    expect(signersBeside(endedBy('operator'), 'termination')).toEqual([])
    expect(changeBasis(regulation, 'extension')?.clause).toBe('2.3')
    expect(grantingWords(regulation).value).toMatch(/^Статус присваивают вместе Министерство .+, Институт .+, Союз/)
  })

  test.each<readonly [string, Tried, string | null]>([
    ['a status for a school', example({ kind: 'host', organisation: 'school' }), '1.2'],
    ['an application of the operator', example({ kind: 'initiate', who: 'operator' }), '2.1'],
    ['a status beyond the next confirmation', example({ kind: 'term', from: '2027-02-01', to: '2028-01-16' }), '2.3'],
    ['a confirmation for two years', prolonged(confirmed, '2030-01-15', '2027-12-20'), '2.3'],
    ['an eleventh site', limit({ sites: 11 }), '2.4'],
    [
      'an end the site asks for by the ground of the operator',
      example({ kind: 'end', proposedBy: 'organisation', ground: 'статус не подтверждён' }),
      '2.5',
    ],
    ['work in one place', example({ kind: 'form', form: 'вебинар', remote: false }), '3.1'],
    ['a form the paper does not name', example({ kind: 'form', form: 'экскурсия', remote: true }), '3.2'],
    ['a column the paper does not have', example({ kind: 'column', caption: 'Этап' }), '3.3'],
    ['a plan approved by the authority', example({ kind: 'planStep', act: 'approve', by: 'authority' }), '3.3'],
    ['a defence accepted by the operator', example({ kind: 'accept', by: 'operator' }), '4.1'],
    ['a report to the authority', example({ kind: 'report', whom: 'authority' }), '4.1'],
    ['a suspension, of which it is silent', suspended('2027-03-01', '2027-04-01'), null],
    ['schools attached, of which it is silent', example({ kind: 'attach' }), null],
    ['a call, of which it is silent', example({ kind: 'call' }), null],
  ])('refuses %s', (_, tried, clause) => expect(tried()).toEqual([expect.any(String), clause]))

  test.each<readonly [string, Tried]>([
    ['a status for a union', example({ kind: 'host', organisation: 'union' })],
    ['a status for a person', example({ kind: 'host', organisation: 'educator' })],
    ['a confirmation for a year, however often', prolonged(confirmed, '2029-01-15', '2028-01-10')],
    ['a webinar', example({ kind: 'form', form: 'вебинар', remote: true })],
    ['a defence before the union of teachers', example({ kind: 'accept', by: 'body1' })],
  ])('lets %s be', (_, tried) => expect(tried()).toBe('allowed'))
})
