// Proves, C-31, T-2, C-41.
import { describe, expect, test } from 'vitest'
import { loadTerritories } from '../../../../territories/all.ts'
import { aProgrammeContent } from '../../../../test/factories/programmes.ts'
import { chebula, lenobl, turochak } from '../../../../test/regulations.ts'
import { allRules } from '../../../kernel/result.ts'
import type { FileId, OrganisationId, PersonId } from '../../../kernel/types.ts'
import { eligibilityCriteria } from '../../../regulation/hosts/questions.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import type { ApplicationView, Participant, ShownOrganisation } from '../model.ts'
import { type Checked, checklistOf, decideCheck, type Verdict } from './checklist-rules.ts'
import type { Remark } from './model.ts'
import { checkAnswerDay, remarkPlaces } from './rules.ts'

const anOrganisation = (name: string): ShownOrganisation => ({
  id: name as OrganisationId,
  isLead: name === 'Школа № 1',
  charterName: `МБОУ «${name}»`,
  shortName: name,
  legalAddress: 'ул. Школьная, 1',
  phone: '2-22-22',
  fax: '',
  email: 'shkola@primer.ru',
  headName: 'Снигур Н. А.',
  share: '',
})
const takesPart = (one: ShownOrganisation): Participant => ({ ...one, kind: 'school', state: 'confirmed', remark: null })

function aWhole(regulation: Regulation, more: Partial<ApplicationView> = {}): Checked {
  const { base, further } = eligibilityCriteria(regulation).value
  const proof = [{ id: 'e', kind: 'link' as const, text: 'https://primer.ru', fileId: null, note: '' }]
  const organisations = more.organisations ?? [anOrganisation('Школа № 1')]
  const view: ApplicationView = {
    callTitle: null,
    initiator: 'organisation',
    initiatorName: 'Школа № 1',
    theme: 'Наставничество',
    direction: null,
    wantedFrom: '2022-01-10',
    wantedTo: '2023-12-31',
    organisations,
    head: {
      personId: 'p' as PersonId,
      name: 'Снигур Нина Андреевна',
      post: 'директор',
      category: 'высшая',
      achievements: [],
      protocol: null,
      votes: [],
    },
    adviser: { name: 'Орлова В. П.', post: 'доцент' },
    eligibility: [
      ...base.map(({ code, text }) => ({ code, text, group: 'base' as const, evidence: proof })),
      ...further.map(({ code, text }, at) => ({ code, text, group: 'further' as const, evidence: at === 0 ? proof : [] })),
    ],
    programme: { id: 'r', title: 'Программа', content: aProgrammeContent(regulation) },
    ...more,
  }
  const known = { proved: new Set<string>(), kinds: ['school'], head: null, own: {}, on: '2021-09-01' }
  return { regulation, view, participants: organisations.map(takesPart), head: { ok: true, basis: null }, known }
}
const seenOf = (checked: Checked) => Object.fromEntries(checklistOf(checked).map(({ code, seen }) => [code, seen]))
const whyOf = (checked: Checked, code: string) => checklistOf(checked).find((line) => line.code === code)?.why

describe('the list is made from the regulation', () => {
  test('what the system checks by itself is a line, fit or not', () => {
    const check = (kind: string) => ({
      code: kind,
      group: null,
      checked: { kind: 'applicant' as const, kinds: [kind] },
      clause: ['1.4'],
    })
    const checks = [check('school'), check('kindergarten')]
    const regulation = { ...lenobl, eligibility: { ...lenobl.eligibility!, checks } }
    expect(seenOf(aWhole(regulation))).toMatchObject({ 'condition.school': 'fits', 'condition.kindergarten': 'lacks' })
  })

  test('Leningrad Region: seven items of the form, evidence, four parts of the programme', () => {
    expect(seenOf(aWhole(lenobl))).toEqual({
      'item.fullName': 'fits',
      'item.legalAddress': 'fits',
      'item.contacts': 'fits',
      'item.headOfOrganisation': 'fits',
      confirmed: 'fits',
      theme: 'fits',
      head: 'fits',
      'item.scientificAdviser': 'fits',
      'evidence.resources': 'look',
      'programme.note': 'fits',
      'programme.topics': 'fits',
      'programme.resources': 'fits',
      'programme.assessment': 'fits',
    })
  })

  test('Turochak: no form, the base and as many of the four as were proved; Chebula: its base', () => {
    const lines = seenOf(aWhole(turochak))
    expect(lines).toMatchObject({
      organisations: 'look',
      'evidence.base': 'look',
      'evidence.innovationSite': 'look',
      further: 'fits',
    })
    expect(Object.keys(lines).filter((code) => code.startsWith('evidence.'))).toHaveLength(2)
    expect(Object.keys(seenOf(aWhole(chebula))).filter((code) => code.startsWith('evidence.'))).toHaveLength(
      chebula.eligibility!.all.length,
    )
  })

  test('every line names where it comes from and no two are alike', () => {
    for (const { regulation } of loadTerritories()) {
      const lines = checklistOf(aWhole(regulation))
      expect(new Set(lines.map(({ code }) => code)).size).toBe(lines.length)
      if (regulation.application) for (const line of lines) expect([line.code, line.basis !== null]).toEqual([line.code, true])
    }
  })
})

describe('what the system sees', () => {
  test('an empty item names the organisation', () => {
    const organisations = [anOrganisation('Школа № 1'), { ...anOrganisation('Школа № 2'), legalAddress: '' }]
    const checked = aWhole(lenobl, { organisations })
    expect(seenOf(checked)['item.legalAddress']).toBe('lacks')
    expect(whyOf(checked, 'item.legalAddress')).toBe('Не заполнено: Школа № 2')
  })

  test('contacts are a telephone and an address of mail', () => {
    const seen = (blank: Partial<ShownOrganisation>) =>
      seenOf(aWhole(lenobl, { organisations: [{ ...anOrganisation('Школа № 1'), ...blank }] }))['item.contacts']
    expect([seen({ phone: '' }), seen({ email: '' }), seen({ fax: '' })]).toEqual(['lacks', 'lacks', 'fits'])
  })

  test('the theme and both days of the term', () => {
    for (const blank of [{ theme: '' }, { wantedFrom: null }, { wantedTo: null }])
      expect(whyOf(aWhole(lenobl, blank), 'theme')).toBe('Нет темы или срока')
  })

  test('who is to head the site, or that nobody is', () => {
    const checked = aWhole(lenobl)
    expect(whyOf(checked, 'head')).toBe('Снигур Нина Андреевна, директор, высшая категория')
    expect(whyOf(aWhole(lenobl, { head: { ...checked.view.head!, category: null } }), 'head')).toBe(
      'Снигур Нина Андреевна, директор',
    )
    for (const nobody of [{ ...checked, head: null }, aWhole(lenobl, { head: null })])
      expect(whyOf(nobody, 'head')).toBe('Руководитель не назван')
  })

  test('who advises it, or that nobody does', () => {
    expect(whyOf(aWhole(lenobl), 'item.scientificAdviser')).toBe('Орлова В. П., доцент')
    expect(whyOf(aWhole(lenobl, { adviser: null }), 'item.scientificAdviser')).toBe('Написали, что его нет')
  })

  test('the programme under the caption of the form, its parts under theirs', () => {
    const titles = (checked: Checked) => Object.fromEntries(checklistOf(checked).map(({ code, title }) => [code, title]))
    expect(titles(aWhole(lenobl))['programme.note']).toBe('Программа: Пояснительная записка')
    expect(titles(aWhole(lenobl, { programme: null }))['item.programme']).toMatch(/^7\. /)
  })

  test('an organisation that has not confirmed', () => {
    const checked = aWhole(lenobl)
    const asked = { ...checked, participants: checked.participants.map((one) => ({ ...one, state: 'asked' as const })) }
    expect(whyOf(asked, 'confirmed')).toBe('Не подтвердили: Школа № 1')
  })

  test('several organisations: protocol and votes, in person to be looked at', () => {
    const organisations = [anOrganisation('Школа № 1'), anOrganisation('Школа № 2')]
    const without = aWhole(lenobl, { organisations })
    expect(seenOf(without).protocol).toBe('lacks')
    const votes = organisations.map(({ shortName }) => ({ organisation: shortName, choice: 'for' as const, by: 'Снигур Н. А.' }))
    const protocol = { number: '3', on: '2021-09-20', fileId: 'f' as FileId, fileName: 'протокол.pdf' }
    const head = { ...without.view.head!, votes, protocol }
    const elected = aWhole(lenobl, { organisations, head })
    expect(seenOf(elected).protocol).toBe('look')
    expect(whyOf(elected, 'protocol')).toContain('За — 2 из 2, протокол № 3')
    expect(seenOf(aWhole(lenobl, { organisations, head: { ...head, votes: votes.slice(1) } })).protocol).toBe('lacks')
    const unsigned = aWhole(lenobl, { organisations, head: { ...head, protocol: { ...protocol, fileId: null } } })
    expect(seenOf(unsigned).protocol).toBe('lacks')
    const papers = (checked: Checked) =>
      checklistOf(checked)
        .find(({ code }) => code === 'protocol')!
        .evidence.map(({ fileId }) => fileId)
    expect([papers(elected), papers(unsigned)]).toEqual([['f'], []])
  })

  test('a head who may not, with what is missing', () => {
    const basis = { clause: '4.1', text: 'п. 4.1 Положения' }
    const checked = { ...aWhole(chebula), head: { ok: false as const, missing: ['нужна категория'], basis } }
    expect(seenOf(checked).head).toBe('lacks')
    expect(whyOf(checked, 'head')).toContain('нужна категория')
  })

  test('a term that is too long, evidence that is not there, a programme that is not whole', () => {
    expect(seenOf(aWhole(lenobl, { wantedTo: '2035-01-01' })).theme).toBe('lacks')
    const bare = aWhole(turochak)
    const eligibility = bare.view.eligibility.map((one) => ({ ...one, evidence: [] }))
    expect(seenOf(aWhole(turochak, { eligibility }))).toMatchObject({ 'evidence.base': 'lacks', further: 'lacks' })
    expect(seenOf(aWhole(lenobl, { programme: null }))['item.programme']).toBe('lacks')
    const content = { ...aProgrammeContent(lenobl), topics: [] }
    expect(seenOf(aWhole(lenobl, { programme: { id: 'r', title: 'Программа', content } }))['programme.topics']).toBe('lacks')
  })
})

describe('the decision', () => {
  const lines = checklistOf(aWhole(lenobl))
  const yes = lines.map(({ code }): Verdict => ({ code, passed: true, remark: '' }))
  const no = (code: string, remark = 'Допишите'): Verdict[] =>
    yes.map((one) => (one.code === code ? { code, passed: false, remark } : one))
  const earlier = { id: 'r1', section: 'theme', text: 'Сузьте тему', round: 1 } as Remark
  const rules = (...args: Parameters<typeof decideCheck>) => {
    const result = decideCheck(...args)
    return result.ok ? [] : allRules(result.refusal).map(({ rule, field }) => `${rule} ${field ?? ''}`.trim())
  }

  test('all pass: admitted, and not returned', () => {
    expect(rules(lines, [], { intent: 'admit', verdicts: yes, settled: [] })).toEqual([])
    expect(rules(lines, [], { intent: 'return', verdicts: yes, settled: [] })).toEqual(['check.nothingToReturn'])
  })

  test('every line is answered, and what does not pass says what to mend', () => {
    expect(rules(lines, [], { intent: 'admit', verdicts: yes.slice(2), settled: [] })).toEqual([
      'check.answerEach items.0.passed',
      'check.answerEach items.1.passed',
    ])
    expect(rules(lines, [], { intent: 'return', verdicts: no('theme', ''), settled: [] })).toEqual([
      `check.remarkNeeded items.${lines.findIndex(({ code }) => code === 'theme')}.remark`,
    ])
  })

  test('one that does not pass: returned, and not admitted', () => {
    expect(rules(lines, [], { intent: 'admit', verdicts: no('head'), settled: [] })).toEqual(['check.notWhole'])
    const result = decideCheck(lines, [], { intent: 'return', verdicts: no('head'), settled: [] })
    expect(result.ok && result.value.items.filter(({ passed }) => !passed)).toEqual([
      { code: 'head', section: 'head', title: '5. Руководитель площадки', passed: false, remark: 'Допишите' },
    ])
  })

  test('an earlier remark that was not put right keeps it from being admitted and comes back', () => {
    expect(rules(lines, [earlier], { intent: 'admit', verdicts: yes, settled: [] })).toEqual(['check.notWhole'])
    expect(rules(lines, [earlier], { intent: 'admit', verdicts: yes, settled: ['r1'] })).toEqual([])
    expect(decideCheck(lines, [earlier], { intent: 'return', verdicts: yes, settled: [] })).toMatchObject({
      ok: true,
      value: { unsettled: [{ id: 'r1' }] },
    })
  })
})

describe('places of remarks', () => {
  test('every section, part and topic of the programme', () => {
    const { view } = aWhole(lenobl)
    const places = remarkPlaces(lenobl, view).map(({ section }) => section)
    expect(places.slice(0, 6)).toEqual(['organisations', 'theme', 'head', 'adviser', 'eligibility', 'programme'])
    expect(places).toContain('programme.note')
    expect(places).toContain(`programme.topic.${view.programme!.content.topics[0]!.id}`)
    expect(remarkPlaces(turochak, aWhole(turochak).view).some(({ section }) => section.startsWith('programme'))).toBe(false)
  })
})

describe('questions', () => {
  test('the day of the answer', () => {
    expect(checkAnswerDay(null, '2021-10-01').ok).toBe(true)
    expect(checkAnswerDay('2021-10-01', '2021-10-01').ok).toBe(true)
    expect(checkAnswerDay('2021-09-30', '2021-10-01')).toMatchObject({ refusal: { rule: 'information.dueInPast' } })
    expect(checkAnswerDay('2022-01-01', '2021-10-01')).toMatchObject({ refusal: { rule: 'information.dueTooFar' } })
  })
})
