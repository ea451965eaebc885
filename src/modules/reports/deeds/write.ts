import { sql } from 'kysely'
import { z } from 'zod'
import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { shortPeriod } from '../../../kernel/dates.ts'
import { isPeriodKey, type NamedPeriod, type PeriodKey, periodOf } from '../../../kernel/periods.ts'
import { ok, refuseRule } from '../../../kernel/result.ts'
import type { Day, ReportId, SiteId } from '../../../kernel/types.ts'
import { deed } from '../../../kit/deed.ts'
import type { DeedSpec } from '../../../kit/deed-types.ts'
import { day, line, period as periodOfDays, unseen } from '../../../kit/form/fields.ts'
import { opening } from '../../../kit/opening.ts'
import { listOf } from '../../../kit/told.ts'
import { planDivision, type ReportKind, reportDivision, reportKind } from '../../../regulation/work/questions.ts'
import { optionalText } from '../../../web/fields.ts'
import { type PlannedSite, storedPeriod } from '../../plans/queries.ts'
import { assembledNow, type OpenReport, reportingSites, reportOf, reports } from '../case.ts'
import type { Assembled } from '../model.ts'
import { paths } from '../paths.ts'
import {
  brokenConclusions,
  changedTexts,
  dayAfterWithdrawal,
  daysLate,
  dueOn,
  longestConclusion,
  missingConclusions,
  practiceKind,
  practicePeriod,
  someoneAccepts,
  whyNotOfPractice,
  whyNotStart,
} from '../rules.ts'
import { sending, takingBack } from './decide.ts'

type BegunOn = { siteId: SiteId; kind: string; period: PeriodKey; practice: string | null }
type Begun = { readonly id: ReportId; readonly startsOn: Day; readonly endsOn: Day | null }
/** The report begun before on the same period, or on a practice of the same name. */
async function begunBefore(tx: Tx, ctx: Ctx, its: BegunOn) {
  const found = await sql<Begun>`
    select id, starts_on, ends_on from reports where territory_id = ${ctx.territory.id} and site_id = ${its.siteId} and kind = ${its.kind}
      and period = ${its.period} and practice is not distinct from ${its.practice}`.execute(tx)
  return found.rows[0]
}

/** A report of a kind on these days, as it is begun. */
function begunReport(ctx: Ctx, { id, regulation, term }: PlannedSite, its: { kind: ReportKind | null; period: NamedPeriod }) {
  const { kind, period } = its
  const due = dueOn(regulation, kind, period, term)
  const of = { siteId: id, kind: kind?.code ?? 'report', title: kind?.title ?? null, ...storedPeriod(period) }
  return { ...of, dueOn: due, conclusions: '{}', createdAt: ctx.now }
}

const asked = ({ held: { regulation, term }, input }: { held: PlannedSite; input: { kind: string; period: PeriodKey } }) => {
  const kind = reportKind(regulation, input.kind)
  return { kind, period: periodOf(input.period, kind ? reportDivision(regulation, kind) : planDivision(regulation), term) }
}

/** Starts the report of a site for a period. A report that is already there is simply opened. */
export const startReport = opening(reports, reportingSites, {
  at: paths.siteReports,
  permits: 'report.edit',
  form: {
    kind: unseen('Отчёт', z.string().max(100)),
    period: unseen('Период', z.string().refine(isPeriodKey, 'Выберите период')),
  },
  rule: ({ held, input, ctx }) => listOf(whyNotStart(held.regulation, input, held.term, ctx.today)),
  there: async (tx, { ctx, held: { id: siteId }, input }) =>
    (await begunBefore(tx, ctx, { siteId, ...input, practice: null }))?.id,
  values: (given) => begunReport(given.ctx, given.held, asked(given)),
  fact: (given) => {
    const { period, title, dueOn: due } = begunReport(given.ctx, given.held, asked(given))
    return { kind: 'report.started', facts: { period, title, due } }
  },
  done: 'Отчёт собран: допишите его и сдайте',
})

type Practice = { readonly practice: string; readonly from: Day; readonly to: Day }
const ofPractice = ({ held: { regulation, term }, input }: { held: PlannedSite; input: Practice }) => ({
  kind: practiceKind(regulation),
  period: practicePeriod(regulation, input, term),
})

/** The report on a practice of this name that the site has already, in these days or in others. */
const sameName = (tx: Tx, { ctx, held, input }: { ctx: Ctx; held: PlannedSite; input: Practice }) => {
  const { kind, period } = ofPractice({ held, input })
  return begunBefore(tx, ctx, { siteId: held.id, kind: kind?.code ?? '', period: period.key, practice: input.practice })
}

/** Starts the report on a practice that is over; the same one is opened, and another one of its name is asked for a name of its own. (T-45) */
export const startPracticeReport = opening(reports, reportingSites, {
  at: paths.practiceReports,
  permits: 'report.edit',
  form: {
    practice: line('Практика', {
      what: 'название практики',
      hint: 'Кто и чему учился, например: «Стажировка учителей начальных классов»',
      most: 300,
    }),
    ...periodOfDays('Когда она прошла', { from: day('Первый день'), to: day('Последний день') }),
  },
  lacks: ({ held }) => someoneAccepts(practiceKind(held.regulation)),
  rule: ({ held, input, ctx }) => listOf(whyNotOfPractice(held.regulation, input, held.term, ctx.today)),
  there: async (tx, given) => {
    const found = await sameName(tx, given)
    return found?.startsOn === given.input.from && found.endsOn === given.input.to ? found.id : undefined
  },
  also: async (tx, given) => {
    const found = await sameName(tx, given)
    const of = found && shortPeriod({ from: found.startsOn, to: found.endsOn })
    return of ? refuseRule('report.practiceNamed', { field: 'practice', params: { of } }) : ok(null)
  },
  values: (given) => {
    const { practice, to: endsOn } = given.input
    return { ...begunReport(given.ctx, given.held, ofPractice(given)), practice, endsOn }
  },
  fact: (given) => {
    const { period, title, dueOn: due } = begunReport(given.ctx, given.held, ofPractice(given))
    return { kind: 'report.started', facts: { period, title, practice: given.input.practice, due } }
  },
  done: 'Отчёт собран: допишите его и сдайте',
  ask: { title: 'Отчёт по завершённой практике', button: 'Собрать отчёт' },
})

const conclusions = z
  .record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), optionalText('вывод', longestConclusion))
  .default({})
  .transform((texts) => Object.fromEntries(Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== null)))
const form = {
  conclusions: unseen('Выводы', conclusions),
  extra: unseen('Другие выводы', optionalText('выводы', longestConclusion)),
}

/** Saves what the head wrote. A draft may be incomplete. */
export const saveConclusions = deed(reports, 'change', {
  at: paths.reportEdit,
  permits: 'report.edit',
  form,
  rule: ({ site, kind, input }) => brokenConclusions(site.regulation, kind, input.conclusions),
  idle: ({ one, input }) => changedTexts(one, input).length === 0,
  set: ({ input }) => ({ conclusions: JSON.stringify(input.conclusions), extra: input.extra }),
  fact: ({ one, input }) => {
    const changed = changedTexts(one, input)
    return changed.length === 0 ? [] : { kind: 'report.changed', facts: { changed } }
  },
  done: ({ params }) => ({ to: paths.reportEdit(params as { territory: string; report: string }), notice: 'Черновик сохранён' }),
})

const handingIn = {
  ...sending,
  permits: 'report.submit',
  lacks: ({ kind }) => someoneAccepts(kind),
  rule: ({ one, site, kind }) => missingConclusions(site.regulation, kind, one),
  also: async (tx, opened) => ok(await assembledNow(tx, opened.ctx, opened)),
  set: ({ one, site, kind, period, ctx, made }) => ({
    assembled: JSON.stringify(made),
    submittedBy: ctx.actor.personId,
    submittedAt: ctx.now,
    submittedOn: one.submittedOn ?? ctx.today,
    dueOn: one.submittedOn === null ? dueOn(site.regulation, kind, period, site.term) : one.dueOn,
  }),
  fact: ({ now, now: { dueOn: due, submittedOn }, ctx }) => ({
    kind: 'report.submitted',
    facts: { ...reportOf(now), due, late: daysLate(due, submittedOn, ctx.today) },
  }),
  done: 'Отчёт сдан',
} satisfies Omit<DeedSpec<OpenReport, unknown, Assembled, object, 'report'>, 'at'>

/** Hands the report in with everything it shows at this moment. Being late does not forbid it; the days are kept. (U-42) */
export const submitReport = deed(reports, 'submit', {
  ...handingIn,
  at: paths.reportSubmissions,
  ask: { button: 'Сдать отчёт', kind: 'secondary' },
})

/** Saves the conclusions and hands the report in: both or neither. */
export const saveAndSubmit = deed(reports, 'submit', { ...handingIn, at: paths.reportEdit, form, after: saveConclusions })

/** Takes a report back before anything is decided about it. */
export const withdrawReport = deed(reports, 'withdraw', {
  ...takingBack,
  at: paths.reportWithdrawals,
  permits: 'report.submit',
  set: ({ one }) => ({ assembled: null, submittedBy: null, submittedAt: null, submittedOn: dayAfterWithdrawal(one) }),
  done: ({ params }) => ({
    to: paths.reportEdit(params as { territory: string; report: string }),
    notice: 'Отчёт снова у вас: правьте и сдавайте',
  }),
  ask: { button: 'Забрать и доработать', kind: 'secondary' },
})
