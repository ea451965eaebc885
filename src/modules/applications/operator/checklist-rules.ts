import { longDate, longPeriod } from '../../../kernel/dates.ts'
import { capital } from '../../../kernel/names.ts'
import { ok, type Result, type RuleRefusal, refuseAll, refuseRule } from '../../../kernel/result.ts'
import type { OrganisationId } from '../../../kernel/types.ts'
import { type Basis, basisOf } from '../../../regulation/cite.ts'
import { natureOf } from '../../../regulation/dictionary.ts'
import { ruledFor } from '../../../regulation/exceptions/questions.ts'
import { conditionsInWords, type KnownCase, unmetConditions } from '../../../regulation/hosts/conditions.ts'
import { eligibilityCriteria, headChosenTogether, missingEligibility } from '../../../regulation/hosts/questions.ts'
import {
  type ApplicationSection,
  applicationSections,
  itemNumber,
  ownItems,
  programmeParts,
  type SectionRule,
} from '../../../regulation/intake/questions.ts'
import type { ApplicationItem } from '../../../regulation/kinds.ts'
import type { HeadVerdict } from '../../../regulation/people/questions.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { checkTerm } from '../../../regulation/status/questions.ts'
import { completeness } from '../../programmes/rules.ts'
import { atLeastOf, stillNeeded } from '../evidence/rules.ts'
import type { ApplicationView, Participant, ShownCriterion, ShownOrganisation } from '../model.ts'
import { caseFacts, taking } from '../rules.ts'
import type { CheckedItem, Remark, RemarkSection } from './model.ts'

/** What the system itself sees of a line: it fits, something is lacking, or only a person can tell. */
export type Seen = 'fits' | 'lacks' | 'look'

/** One line of the technical check. `why` says what the system sees; `files` is what to open. */
export type CheckLine = {
  readonly code: string
  readonly section: RemarkSection
  readonly title: string
  readonly basis: Basis | null
  readonly seen: Seen
  readonly why: string
  readonly evidence: ShownCriterion['evidence']
}

/** What is checked: a round as it was submitted, and what the registers know today. */
export type Checked = {
  readonly regulation: Regulation
  readonly view: ApplicationView
  readonly participants: readonly Participant[]
  /** Null: nobody is named. */
  readonly head: HeadVerdict | null
  /** What conditions are held to. */
  readonly known: KnownCase
}

/** The list of the technical check, made from the regulation: its form, its conditions, its parts of a programme. (R-33, C-31, C-41) */
export function checklistOf(checked: Checked): CheckLine[] {
  const of: Readonly<Record<ApplicationSection, (checked: Checked, section: SectionRule) => CheckLine[]>> = {
    organisations: organisationLines,
    theme: themeLines,
    head: headLines,
    adviser: adviserLines,
    own: ownLines,
    eligibility: (asked, section) => [...eligibilityLines(asked, section), ...conditionLines(asked)],
    programme: programmeLines,
  }
  return applicationSections(checked.regulation).flatMap((section) => of[section.code](checked, section))
}

type Line = Pick<CheckLine, 'code' | 'title' | 'basis'> & Partial<CheckLine>
const line = (section: ApplicationSection, given: Line): CheckLine => ({
  section,
  seen: 'look',
  why: '',
  evidence: [],
  ...given,
})
const judged = (fits: boolean, yes: string, no: string): Pick<CheckLine, 'seen' | 'why'> =>
  fits ? { seen: 'fits', why: yes } : { seen: 'lacks', why: no }

/** «3. Телефон, факс, электронная почта» — as the form numbers its items. */
const caption = (regulation: Regulation, item: { code: ApplicationItem; text: string }) =>
  `${itemNumber(regulation, item.code)}. ${item.text}`

const filled: Partial<Record<ApplicationItem, (one: ShownOrganisation) => boolean>> = {
  fullName: ({ charterName }) => charterName !== '',
  legalAddress: ({ legalAddress }) => legalAddress !== '',
  contacts: ({ phone, email }) => phone !== '' && email !== '',
  headOfOrganisation: ({ headName }) => headName !== '',
}

function organisationLines({ regulation, view, participants }: Checked, { items, basis }: SectionRule): CheckLine[] {
  // People who apply have no legal address and nobody over them.
  const people = participants.filter(({ kind }) => natureOf(regulation, kind) !== 'organisation').map(({ id }) => id)
  const asks = (code: ApplicationItem, id: OrganisationId) =>
    !people.includes(id) || (code !== 'legalAddress' && code !== 'headOfOrganisation')
  const present = items.map((item) => {
    const empty = view.organisations
      .filter((one) => asks(item.code, one.id) && filled[item.code]?.(one) === false)
      .map(({ shortName }) => shortName)
    const seen = judged(empty.length === 0, 'Заполнено', `Не заполнено: ${empty.join(', ')}`)
    return line('organisations', { code: `item.${item.code}`, title: caption(regulation, item), basis, ...seen })
  })
  const named =
    items.length > 0 ? [] : [line('organisations', { code: 'organisations', title: 'Сведения об организации', basis })]
  const unsure = taking(participants).filter(({ state }) => state !== 'confirmed')
  const seen = judged(
    unsure.length === 0,
    'Подтвердили все',
    `Не подтвердили: ${unsure.map(({ shortName }) => shortName).join(', ')}`,
  )
  return [
    ...present,
    ...named,
    line('organisations', { code: 'confirmed', title: 'Каждая организация подтвердила участие', basis, ...seen }),
  ]
}

function themeLines({ regulation, view, participants }: Checked, { basis }: SectionRule): CheckLine[] {
  const { theme, wantedFrom: from, wantedTo: to } = view
  if (theme === '' || from === null || to === null)
    return [line('theme', { code: 'theme', title: 'Тема и срок', basis, seen: 'lacks', why: 'Нет темы или срока' })]
  const verdict = checkTerm(ruledFor(regulation, caseFacts(theme, participants)), { from, to })
  const seen = verdict.ok ? judged(true, `Срок ${longPeriod({ from, to })}`, '') : judged(false, '', verdict.reason)
  return [line('theme', { code: 'theme', title: 'Тема и срок', basis: verdict.basis ?? basis, ...seen })]
}

function headLines({ regulation, view, head, participants }: Checked, { items, basis }: SectionRule): CheckLine[] {
  const title = items[0] ? caption(regulation, items[0]) : 'Руководитель площадки'
  if (view.head === null || head === null)
    return [line('head', { code: 'head', title, basis, seen: 'lacks', why: 'Руководитель не назван' })]
  const known = [view.head.name, view.head.post, view.head.category && `${view.head.category} категория`]
    .filter(Boolean)
    .join(', ')
  const right = head.ok ? judged(true, known, '') : judged(false, '', `${known}: ${head.missing.join('; ')}`)
  const together = headChosenTogether(regulation, taking(participants).length)
  return [
    line('head', { code: 'head', title, basis, ...right }),
    ...(together.value
      ? [line('head', { code: 'protocol', title: 'Протокол и голоса', basis: together.basis, ...election(view) })]
      : []),
  ]
}

function election({ head, organisations }: ApplicationView): Pick<CheckLine, 'seen' | 'why' | 'evidence'> {
  const votes = head?.votes.filter(({ choice }) => choice === 'for').length ?? 0
  const counted = `За — ${votes} из ${organisations.length}`
  const protocol = head?.protocol ?? null
  if (protocol === null) return { seen: 'lacks', why: `${counted}, протокола нет`, evidence: [] }
  const { number, on, fileId, fileName } = protocol
  const evidence = fileId === null ? [] : [{ id: fileId, kind: 'file' as const, text: fileName ?? 'протокол', fileId, note: '' }]
  const carried = votes * 2 > organisations.length
  return {
    seen: carried && fileId !== null ? 'look' : 'lacks',
    why: `${counted}, протокол № ${number} от ${longDate(on)}`,
    evidence,
  }
}

function adviserLines({ regulation, view }: Checked, { items, basis }: SectionRule): CheckLine[] {
  const why = view.adviser ? [view.adviser.name, view.adviser.post].filter(Boolean).join(', ') : 'Написали, что его нет'
  return items.map((item) =>
    line('adviser', { code: `item.${item.code}`, title: caption(regulation, item), basis, seen: 'fits', why }),
  )
}

function ownLines({ regulation, view }: Checked): CheckLine[] {
  return ownItems(regulation).map((item) => {
    const shown = view.own?.find(({ code }) => code === item.code)
    const { text = '', fileId = null } = shown ?? {}
    const title = `${itemNumber(regulation, item.code)}. ${item.caption}`
    const evidence = fileId === null ? [] : [{ id: fileId, kind: 'file' as const, text, fileId, note: '' }]
    const seen = text === '' && item.required ? judged(false, '', 'Не заполнено') : { seen: 'look' as const, why: text }
    return line('own', { code: `item.${item.code}`, title, basis: basisOf(regulation, item.clause), evidence, ...seen })
  })
}

/** What the system checks by itself. */
function conditionLines({ regulation, known }: Checked): CheckLine[] {
  const unmet = unmetConditions(regulation, known)
  return conditionsInWords(regulation).map(({ code, text, basis }) => {
    const lacking = unmet.find((one) => one.code === code)
    return line('eligibility', {
      code: `condition.${code}`,
      title: capital(text),
      basis,
      ...judged(!lacking, 'Выполнено', `Не выполнено${lacking?.known ?? ''}`),
    })
  })
}

function eligibilityLines({ regulation, view }: Checked, { basis }: SectionRule): CheckLine[] {
  const { value } = eligibilityCriteria(regulation)
  const shown = view.eligibility.filter(({ group, evidence }) => group === 'base' || evidence.length > 0)
  const proofs = shown.map(({ code, text, evidence }) => {
    const seen =
      evidence.length > 0 ? { seen: 'look' as const, why: 'Откройте и посмотрите' } : judged(false, '', 'Ничего не приложено')
    return line('eligibility', { code: `evidence.${code}`, title: capital(text), basis, evidence, ...seen })
  })
  if (value.furtherNeeded === 0) return proofs
  const met = new Set(view.eligibility.filter(({ evidence }) => evidence.length > 0).map(({ code }) => code))
  const { further } = missingEligibility(regulation, met).value
  const title = `Показателей ${atLeastOf(value.furtherNeeded, value.further.length)}`
  const seen = judged(further === 0, 'Столько и приложено', capital(stillNeeded(further, value.further.length)))
  return [...proofs, line('eligibility', { code: 'further', title, basis, ...seen })]
}

function programmeLines({ regulation, view }: Checked, { items, basis }: SectionRule): CheckLine[] {
  const title = items[0] ? caption(regulation, items[0]) : 'Программа площадки'
  if (view.programme === null)
    return [line('programme', { code: 'item.programme', title, basis, seen: 'lacks', why: 'Программы нет' })]
  const parts = completeness(view.programme.content, regulation).map((part) => {
    const rule = programmeParts(regulation).find(({ code }) => code === part.part)
    const seen = judged(part.missing.length === 0, 'Всё заполнено', capital(part.missing.join('; ')))
    const own = { code: `programme.${part.part}`, section: `programme.${part.part}`, title: `Программа: ${rule?.text ?? ''}` }
    return line('programme', { ...own, basis: part.basis, ...seen })
  })
  return parts.length > 0 ? parts : [line('programme', { code: 'item.programme', title, basis })]
}

/** What a person said of a line; null: nothing yet. */
export type Verdict = { readonly code: string; readonly passed: boolean | null; readonly remark: string }

export type CheckDecision = {
  readonly intent: 'admit' | 'return'
  readonly verdicts: readonly Verdict[]
  /** Earlier remarks that have been put right. */
  readonly settled: readonly string[]
}

/** What comes of a check: every line with its verdict, and the earlier remarks that stay. */
export type CheckOutcome = { readonly items: readonly CheckedItem[]; readonly unsettled: readonly Remark[] }

/**
 * Decides a check: every line is answered, a line that does not pass says what to mend, nothing open is admitted and nothing whole is sent
 * back. Fields are those of the page: `items.3.passed`.
 */
export function decideCheck(lines: readonly CheckLine[], open: readonly Remark[], decision: CheckDecision): Result<CheckOutcome> {
  const said = lines.map((one) => decision.verdicts.find(({ code }) => code === one.code) ?? { passed: null, remark: '' })
  const silent = said.flatMap(({ passed, remark }, index): RuleRefusal[] => {
    if (passed === null) return [{ code: 'rule', rule: 'check.answerEach', field: `items.${index}.passed` }]
    return passed || remark !== '' ? [] : [{ code: 'rule', rule: 'check.remarkNeeded', field: `items.${index}.remark` }]
  })
  if (silent.length > 0) return refuseAll(silent)

  const items = lines.map(({ code, section, title }, index): CheckedItem => {
    const { passed, remark } = said[index]!
    return { code, section, title, passed: passed === true, remark: passed ? '' : remark }
  })
  const unsettled = open.filter(({ id }) => !decision.settled.includes(id))
  const whole = items.every(({ passed }) => passed) && unsettled.length === 0
  if (decision.intent === 'admit' && !whole) return refuseRule('check.notWhole')
  if (decision.intent === 'return' && whole) return refuseRule('check.nothingToReturn')
  return ok({ items, unsettled })
}
