import { periodAt } from '../../kernel/periods.ts'
import { themeKey } from '../../kernel/theme-key.ts'
import { type Answer, silent, type Verdict } from '../answer.ts'
import { type Basis, basisOf } from '../cite.ts'
import { ruledFor } from '../exceptions/questions.ts'
import { headChosenTogether, mayHost, mayInitiate, mayShareSite, missingEligibility } from '../hosts/questions.ts'
import { callRule, intakeOn } from '../intake/questions.ts'
import { publishes } from '../openness/questions.ts'
import { mayHeadSite, role, rolesOf } from '../people/questions.ts'
import { dueOn, type Step } from '../procedure.ts'
import { whyAbsent } from '../provisions/questions.ts'
import { reviewRule } from '../review/questions.ts'
import type { Regulation } from '../schema.ts'
import {
  attaches,
  checkTerm,
  lastDayOfStatus,
  onSubmission,
  takesApplications,
  terminationGrounds,
  whoGrants,
} from '../status/questions.ts'
import { onlyRemote, planColumns, reportBasis, reportDivision, reportDue, reportKinds } from '../work/questions.ts'
import { stepsOf } from '../work/steps.ts'
import type { Example } from './schema.ts'

/** What the product says to a case, in the terms of an example, with the reason in words where there is one. */
export type Found = { readonly answer: string | null; readonly reason: string | null; readonly basis: Basis | null }

const allowed = (basis: Basis | null): Found => ({ answer: 'allowed', reason: null, basis })
const refused = (reason: string, basis: Basis | null): Found => ({ answer: 'refused', reason, basis })
const judged = (verdict: Verdict): Found => (verdict.ok ? allowed(verdict.basis) : refused(verdict.reason, verdict.basis))
/** Something is done without what the regulation asks for. */
const without = (asked: Answer<boolean>, reason: string): Found => (asked.value ? refused(reason, asked.basis) : allowed(null))
/** Something for which there has to be a rule. */
const needs = (regulation: Regulation, key: string, basis: Basis | null): Found => {
  if (basis !== null) return allowed(basis)
  const why = whyAbsent(regulation, key)
  return refused(why.reason, why.basis)
}

/** Asks a regulation what an example asks, by the questions that the pages and the orders ask. */
export function answerTo(regulation: Regulation, example: Example): Found {
  switch (example.kind) {
    case 'host':
      return judged(mayHost(regulation, example.organisation))
    case 'share':
      return judged(mayShareSite(regulation, example.organisations))
    case 'initiate':
      return takesApplications(regulation).value
        ? judged(mayInitiate(regulation, example.who))
        : absent(regulation, 'application')
    case 'call':
      return needs(regulation, 'calls', callRule(regulation).basis)
    case 'apply': {
      const { value, basis } = intakeOn(regulation, example.on)
      return value.open ? allowed(basis) : refused('В этот день заявок не принимают', basis)
    }
    case 'eligibility':
      return eligible(regulation, example)
    case 'head':
      return heads(regulation, example)
    case 'unprotocolled':
      return without(headChosenTogether(regulation, example.organisations), 'Руководителя выбирают сообща, с протоколом')
    case 'term':
      return judged(checkTerm(regulation, example))
    case 'themeTerm':
      return judged(checkTerm(ruledFor(regulation, { theme: example.theme }), example))
    case 'lastDay':
      return dated(lastDayOfStatus(regulation, example.from))
    case 'grants': {
      const { value, basis } = whoGrants(regulation)
      return { answer: value.by, reason: value.name, basis }
    }
    case 'unsubmitted':
      return without(onSubmission(regulation), 'Сначала представление оператора')
    case 'unreviewed': {
      const { value, basis } = reviewRule(regulation)
      return without({ value: value !== null, basis }, 'Сначала экспертиза')
    }
    case 'end':
      return ends(regulation, example)
    case 'attach':
      return needs(regulation, 'attachments', attaches(regulation).basis)
    case 'appoint':
      return appoints(regulation, example.role)
    case 'planStep':
      return steps(regulation, example)
    case 'programmeStep': {
      const chain = stepsOf(regulation, 'programme')
      return chain.length === 0 ? absent(regulation, 'programmeAgreement') : named(regulation, chain, example.by)
    }
    case 'accept': {
      const [kind] = reportKinds(regulation)
      return kind ? named(regulation, kind.chain, example.by) : absent(regulation, 'report')
    }
    case 'stepDue':
      return dated(stepDue(regulation, example))
    case 'column':
      return listed(planColumns(regulation), example.caption)
    case 'form':
      return works(regulation, example)
    case 'reportDue':
      return reportDay(regulation, example)
    case 'report': {
      const [first] = reportKinds(regulation)
      if (first === undefined) return absent(regulation, 'report')
      const here = reportKinds(regulation).find(({ to }) => to === example.whom)
      return here ? allowed(reportBasis(regulation, here)) : refused('Отчёт сдают не сюда', reportBasis(regulation, first))
    }
    case 'publish':
      return needs(regulation, 'publication', publishes(regulation, example.what).basis)
  }
}

/** The report on the period that the end of a calendar year belongs to: of academic years, the one that begins in it. A practice ends on any day. */
function reportDay(regulation: Regulation, { year, title }: Of<'reportDue'>): Found {
  const kind = reportKinds(regulation).find((one) => title === null || (one.title !== null && same(one.title, title)))
  if (kind === undefined) return dated(silent(null))
  if (kind.unit === 'practice') return dated({ value: null, basis: reportBasis(regulation, kind) })
  const term = { from: `${year}-01-01`, to: null }
  return dated(reportDue(regulation, kind, periodAt(reportDivision(regulation, kind), `${year}-12-31`, term)))
}

const absent = (regulation: Regulation, key: string): Found => needs(regulation, key, null)
const dated = ({ value, basis }: Answer<string | null>): Found => ({ answer: value, reason: null, basis })

type Of<Kind extends Example['kind']> = Extract<Example, { kind: Kind }>

/** A role is named as the paper names it. */
function appoints(regulation: Regulation, named: string): Found {
  const code = rolesOf(regulation).find(({ words }) => same(words.nominative, named))?.code ?? named
  return needs(regulation, `roles.${code}`, role(regulation, code).basis)
}

/** Two captions that a person would call the same. */
const same = (one: string, other: string) => themeKey(one) === themeKey(other)

/** The first criteria of each list are proved, so many of each. */
function eligible(regulation: Regulation, { base, further }: Of<'eligibility'>): Found {
  const { eligibility } = regulation
  const codes = [...(eligibility?.all.slice(0, base) ?? []), ...(eligibility?.atLeast?.of.slice(0, further) ?? [])]
  const { value, basis } = missingEligibility(regulation, new Set(codes.map(({ code }) => code)))
  if (value.base.length === 0 && value.further === 0) return allowed(basis)
  const missing = [...value.base, ...(value.further > 0 ? [`ещё показателей из перечня: ${value.further}`] : [])]
  return refused(`Не подтверждено: ${missing.join('; ')}`, basis)
}

function heads(regulation: Regulation, { post, atHost, category, achievements, on }: Of<'head'>): Found {
  const person = {
    posts: [post],
    hostPosts: atHost ? [post] : [],
    category,
    achievements: achievements ? 1 : 0,
  }
  const verdict = mayHeadSite(regulation, person, on)
  return verdict.ok ? allowed(verdict.basis) : refused(verdict.missing.join('; '), verdict.basis)
}

function ends(regulation: Regulation, { ground, proposedBy }: Of<'end'>): Found {
  const { value: grounds, basis } = terminationGrounds(regulation)
  if (grounds === null) return absent(regulation, 'termination')
  const fits = grounds.some((one) => same(one.text, ground) && (one.proposedBy === 'either' || one.proposedBy === proposedBy))
  return fits ? allowed(basis) : refused(`Основания: ${grounds.map(({ text }) => text).join('; ')}`, basis)
}

/** Whether a party is among those whom a procedure names. */
function named(regulation: Regulation, chain: readonly Step[], by: string): Found {
  const step = chain.find((one) => one.by === by)
  const [first] = chain
  const basis = first ? basisOf(regulation, (step ?? first).clause) : null
  return step ? allowed(basis) : refused(chain.map(({ caption }) => caption).join(', затем '), basis)
}

/** The last day of the step at which a party decides about what came to it on a day. */
function stepDue(regulation: Regulation, { thing, by, from }: Of<'stepDue'>): Answer<string | null> {
  const step = stepsOf(regulation, thing, reportKinds(regulation)[0]?.code).find((one) => one.by === by)
  const day = step ? dueOn(step, from) : null
  return step && day ? { value: day, basis: basisOf(regulation, step.clause) } : silent(null)
}

function steps(regulation: Regulation, { act, by }: Of<'planStep'>): Found {
  const { plan } = regulation
  const step = plan.chain.find((one) => one.act === act)
  if (step === undefined) return refused(`Путь плана: ${plan.chain.map(({ caption }) => caption).join(', затем ')}`, null)
  const basis = basisOf(regulation, step.clause)
  return step.by === by ? allowed(basis) : refused(step.caption, basis)
}

function listed({ value, basis }: Answer<readonly { caption: string }[]>, caption: string): Found {
  return value.some((column) => same(column.caption, caption))
    ? allowed(basis)
    : refused(`Графы плана: ${value.map((column) => column.caption).join(', ')}`, basis)
}

function works({ forms, ...regulation }: Regulation, { form, remote }: Of<'form'>): Found {
  const found = forms.catalogue.find(({ label }) => same(label, form))
  const basis = basisOf({ forms, ...regulation }, found?.clause ?? forms.clause)
  if (found === undefined) return refused('Такой формы работы Положение не называет', basis)
  const fits = onlyRemote({ forms, ...regulation }, found.code, remote)
  if (!fits.ok) return refused(fits.reason, fits.basis)
  return remote && !found.remote ? refused(`${found.label}: только вместе, в одном месте`, basis) : allowed(basis)
}
