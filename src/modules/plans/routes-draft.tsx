import { z } from 'zod'
import { lastChangeBy } from '../../history/last-change.ts'
import { workingYearOf } from '../../kernel/dates.ts'
import type { ThingPage } from '../../kit/thing.ts'
import { askedYear } from '../../web/address.ts'
import { type Answer, get, notFound, type PageRequest, post, type Route, seeOther } from '../../web/route.ts'
import { plannedSites, plans } from './case.ts'
import { startPlan } from './commands/start-plan.ts'
import { saveAndSubmit, saveLines, submitPlan } from './deeds/write.ts'
import { reshapeLines, startForm, storedValues } from './forms.ts'
import type { Line } from './model.ts'
import { paths } from './paths.ts'
import { earlierPlans } from './queries.ts'
import { bounds, frameOf } from './rules.ts'
import { planSheet } from './sheet.ts'
import { candidatesOf, linesOf, type OpenPlan, plannedSite } from './store.ts'
import { EditPage } from './views/edit-page.tsx'
import { StartPage } from './views/start-page.tsx'
import { planTitle } from './wording.ts'

/** The table of the draft: as stored, or as typed when it is shown again; also with what is missing in a plan sent from its own page. */
const editPage: ThingPage<OpenPlan> = async (opened, request) => {
  const { ctx, tx, form, conflict } = request
  const version = opened.open
  const isReadOnly = form === null && !plans.standing?.(opened, ctx.today).ok
  if (version?.state !== 'draft' || isReadOnly)
    return seeOther(plans.home({ territory: ctx.territory.code, plan: opened.plan.id }))
  const sheet = (await planSheet(tx, ctx, opened, version.number))!
  const inForce: readonly Line[] = sheet.approved ? await linesOf(tx, ctx.territory.id, sheet.approved.id) : []
  const typed = request.refused === saveLines.name ? form : null
  const lines = sheet.lines.map(({ line }) => line)
  const body = (
    <EditPage
      territory={ctx.territory}
      today={ctx.today}
      sheet={sheet}
      version={version}
      candidates={await candidatesOf(tx, ctx.territory.id, sheet.site.id, sheet.frame.year)}
      form={typed ?? { values: storedValues(lines, version), errors: form?.errors ?? [] }}
      conflict={conflict && typed ? { person: (await lastChangeBy(tx, ctx, sheet.plan.id)) ?? '' } : null}
      inForce={new Map(inForce.map((line) => [line.key, line]))}
      maySubmit={submitPlan.offered(ctx, opened)}
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
    subject: plannedSites.subject,
    query: z.object({ year: askedYear }),
    page: startPage,
  }),
  post(paths.sitePlans, {
    permits: 'plan.edit',
    sees: 'site.view',
    subject: plannedSites.subject,
    form: startForm,
    act: ({ ctx, params, form }) => startPlan(ctx, { siteId: params.site, ...form }),
    next: ({ params, value }) => ({ to: paths.planEdit({ territory: params.territory, plan: value }), notice: 'План начат' }),
    again: startPage,
  }),

  plans.page(paths.planEdit, editPage, 'plan.edit'),
  { ...saveLines.route(editPage, { submit: saveAndSubmit }), reshape: reshapeLines },
  submitPlan.route(editPage),
]
