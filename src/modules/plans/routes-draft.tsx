import { z } from 'zod'
import { workingYearOf } from '../../kernel/dates.ts'
import type { PlanId } from '../../kernel/types.ts'
import { askedYear } from '../../web/address.ts'
import { type Answer, get, notFound, type PageRequest, post, type Route, seeOther } from '../../web/route.ts'
import { lastChangeBy } from '../people/name-queries.ts'
import { siteIsOpen } from '../sites/standing-rules.ts'
import { saveAndSubmit, saveLines } from './commands/save-lines.ts'
import { startPlan } from './commands/start-plan.ts'
import { submitPlan } from './commands/submit-plan.ts'
import { linesForm, reshapeLines, startForm, storedValues } from './forms.ts'
import type { Line } from './model.ts'
import { paths } from './paths.ts'
import { earlierPlans } from './queries.ts'
import { bounds, frameOf } from './rules.ts'
import { planSheet } from './sheet.ts'
import { candidatesOf, linesOf, plannedSite } from './store.ts'
import { planSubject, siteSubject } from './subjects.ts'
import { EditPage } from './views/edit-page.tsx'
import { StartPage } from './views/start-page.tsx'
import { planTitle } from './wording.ts'

/** The table of the draft: as stored, or as typed when it is shown again. */
async function editPage(request: Omit<PageRequest, 'params'> & { params: { territory: string; plan: PlanId } }): Promise<Answer> {
  const { ctx, tx, params, form, conflict } = request
  const first = await planSheet(tx, ctx, params.plan, null)
  const version = first?.open
  const isReadOnly = first !== null && form === null && !siteIsOpen(first.site.standing, ctx.today).ok
  if (!first || version?.state !== 'draft' || isReadOnly) return seeOther(paths.plan(params))
  const sheet = (await planSheet(tx, ctx, params.plan, version.number))!
  const inForce: readonly Line[] = sheet.approved ? await linesOf(tx, ctx.territory.id, sheet.approved.id) : []
  const typed = form?.values.base === undefined ? null : form
  const stored = storedValues(
    sheet.lines.map(({ line }) => line),
    version,
  )
  const body = (
    <EditPage
      territory={ctx.territory}
      today={ctx.today}
      sheet={sheet}
      version={version}
      candidates={await candidatesOf(tx, ctx.territory.id, sheet.site.id, sheet.frame.year)}
      form={typed ?? { values: stored, errors: form?.errors ?? [] }}
      conflict={conflict && typed ? { person: (await lastChangeBy(tx, ctx, sheet.plan.id)) ?? '' } : null}
      inForce={new Map(inForce.map((line) => [line.key, line]))}
    />
  )
  return { title: `Правка: ${planTitle(sheet.regulation, sheet.plan.academicYear)}`, section: 'plans', body }
}

async function startPage(request: PageRequest<'/t/:territory/sites/:site/plans', { year?: number | null }>): Promise<Answer> {
  const { ctx, tx, params, query, form } = request
  const site = await plannedSite(tx, ctx, params.site)
  if (!site) return notFound
  const now = workingYearOf(ctx.today)
  const years = [now, now + 1, now - 1].filter((year) => bounds(frameOf(year, site.term)) !== null)
  const year = years.find((one) => one === query.year) ?? years[0] ?? now
  const earlier = await earlierPlans(tx, ctx.territory.id, site.id, year)
  const body = (
    <StartPage
      territory={ctx.territory}
      today={ctx.today}
      site={site}
      year={year}
      years={years.length > 0 ? years : [now]}
      earlier={earlier}
      form={form}
    />
  )
  return { title: 'Новый план', section: 'plans', body }
}

export const draftRoutes: Route[] = [
  get(paths.sitePlans, {
    permits: 'plan.edit',
    sees: 'site.view',
    subject: siteSubject,
    query: z.object({ year: askedYear }),
    page: startPage,
  }),
  post(paths.sitePlans, {
    permits: 'plan.edit',
    sees: 'site.view',
    subject: siteSubject,
    form: startForm,
    act: ({ ctx, params, form }) => startPlan(ctx, { siteId: params.site, ...form }),
    next: ({ params, value }) => ({ to: paths.planEdit({ territory: params.territory, plan: value }), notice: 'План начат' }),
    again: startPage,
  }),

  get(paths.planEdit, { permits: 'plan.edit', sees: 'plan.view', subject: planSubject, page: editPage }),
  post(paths.planEdit, {
    permits: 'plan.edit',
    sees: 'plan.view',
    subject: planSubject,
    form: linesForm,
    act: ({ ctx, params, form }) => {
      const { intent, lines, ...rest } = form
      const input = { planId: params.plan, rows: lines, ...rest }
      return intent === 'submit' ? saveAndSubmit(ctx, input) : saveLines(ctx, input)
    },
    next: ({ params, form }) =>
      form.intent === 'submit'
        ? { to: paths.plan(params), notice: 'План отправлен на согласование' }
        : { to: paths.planEdit(params), notice: 'Черновик сохранён' },
    reshape: reshapeLines,
    again: editPage,
  }),
  post(paths.planSubmissions, {
    permits: 'plan.submit',
    sees: 'plan.view',
    subject: planSubject,
    form: z.object({}),
    act: ({ ctx, params, version }) => submitPlan(ctx, { planId: params.plan, version }),
    next: ({ params }) => ({ to: paths.plan(params), notice: 'План отправлен на согласование' }),
    again: editPage,
  }),
]
