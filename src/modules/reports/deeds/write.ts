import { z } from 'zod'
import { isPeriodKey, type PeriodKey, periodOf } from '../../../kernel/periods.ts'
import { ok } from '../../../kernel/result.ts'
import { deed } from '../../../kit/deed.ts'
import type { DeedSpec } from '../../../kit/deed-types.ts'
import { unseen } from '../../../kit/form/fields.ts'
import { opening } from '../../../kit/opening.ts'
import { listOf, type Who } from '../../../kit/told.ts'
import { reportDivision } from '../../../regulation/work/questions.ts'
import { optionalText } from '../../../web/fields.ts'
import { type PlannedSite, storedPeriod } from '../../plans/queries.ts'
import { atSite, decidersOf } from '../../sites/decider-queries.ts'
import { assembledNow, nameOf, type OpenReport, reportingSites, reports } from '../case.ts'
import type { Assembled } from '../model.ts'
import { paths } from '../paths.ts'
import {
  acceptorOf,
  brokenConclusions,
  changedTexts,
  dayAfterWithdrawal,
  daysLate,
  dueOn,
  longestConclusion,
  missingConclusions,
  whyNotStart,
} from '../rules.ts'

/** Everybody who may accept the report. */
const acceptors =
  ({ site }: OpenReport): Who =>
  async (tx, ctx) => {
    const acceptor = acceptorOf(site.regulation)
    return acceptor === null ? [] : decidersOf(tx, ctx, site.regulation, atSite(site), acceptor)
  }

const aboutPeriod = (opened: OpenReport) => ({ site: nameOf(opened), period: opened.one.period })

const periodAsked = ({ held, input: { period } }: { held: PlannedSite; input: { period: PeriodKey } }) =>
  periodOf(period, reportDivision(held.regulation), held.term)

/** Starts the report of a site for a period. A report that is already there is simply opened. */
export const startReport = opening(reports, reportingSites, {
  at: paths.siteReports,
  permits: 'report.edit',
  form: { period: unseen('Период', z.string().refine(isPeriodKey, 'Выберите период')) },
  rule: ({ held, input, ctx }) => listOf(whyNotStart(held.regulation, input.period, held.term, ctx.today)),
  there: async (tx, { ctx, held: { id: siteId }, input: { period } }) => {
    const its = { territoryId: ctx.territory.id, siteId, period }
    const found = tx
      .selectFrom('reports')
      .select('id')
      .where((is) => is.and(its))
    return (await found.executeTakeFirst())?.id
  },
  values: ({ ctx, held, input }) => ({
    siteId: held.id,
    ...storedPeriod(periodAsked({ held, input })),
    dueOn: dueOn(held.regulation, periodAsked({ held, input }), held.term),
    conclusions: '{}',
    createdAt: ctx.now,
  }),
  fact: ({ held, input }) => ({
    kind: 'report.started',
    facts: { period: input.period, due: dueOn(held.regulation, periodAsked({ held, input }), held.term) },
  }),
  done: 'Отчёт собран: остались выводы',
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
  rule: ({ site, input }) => brokenConclusions(site.regulation, input.conclusions),
  idle: ({ one, input }) => changedTexts(one, input).length === 0,
  set: ({ input }) => ({ conclusions: JSON.stringify(input.conclusions), extra: input.extra }),
  fact: ({ one, input }) => {
    const changed = changedTexts(one, input)
    return changed.length === 0 ? [] : { kind: 'report.changed', facts: { changed } }
  },
  done: ({ params }) => ({ to: paths.reportEdit(params as { territory: string; report: string }), notice: 'Черновик сохранён' }),
})

const handingIn = {
  permits: 'report.submit',
  rule: ({ one, site }) => missingConclusions(site.regulation, one.conclusions),
  also: async (tx, { ctx, one, site }) => ok(await assembledNow(tx, ctx, { one, site })),
  set: ({ one, site, period, ctx, made }) => ({
    assembled: JSON.stringify(made),
    submittedBy: ctx.actor.personId,
    submittedAt: ctx.now,
    submittedOn: one.submittedOn ?? ctx.today,
    dueOn: one.submittedOn === null ? dueOn(site.regulation, period, site.term) : one.dueOn,
  }),
  tell: (opened) => ({ kind: 'report.awaitsDecision', to: [acceptors(opened)], params: aboutPeriod(opened) }),
  fact: ({ now: { period, dueOn: due, submittedOn }, ctx }) => ({
    kind: 'report.submitted',
    facts: { period, due, late: daysLate(due, submittedOn, ctx.today) },
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
  at: paths.reportWithdrawals,
  permits: 'report.submit',
  set: ({ one }) => ({ assembled: null, submittedBy: null, submittedAt: null, submittedOn: dayAfterWithdrawal(one) }),
  tell: (opened) => ({ kind: 'report.withdrawn', to: [acceptors(opened)], params: aboutPeriod(opened) }),
  fact: ({ one: { period } }) => ({ kind: 'report.withdrawn', facts: { period } }),
  done: ({ params }) => ({
    to: paths.reportEdit(params as { territory: string; report: string }),
    notice: 'Отчёт снова у вас: правьте и сдавайте',
  }),
  ask: { button: 'Забрать и доработать', kind: 'secondary' },
})
