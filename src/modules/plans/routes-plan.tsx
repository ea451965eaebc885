import { z } from 'zod'
import type { PlanId } from '../../kernel/types.ts'
import { askedNumber } from '../../web/address.ts'
import { paper } from '../../web/paper.ts'
import { type Answer, get, notFound, type PageRequest, post, type Route } from '../../web/route.ts'
import { decidePlan } from './commands/decide-plan.ts'
import { dropVersion } from './commands/drop-version.ts'
import { startVersion } from './commands/start-version.ts'
import { withdrawSubmission } from './commands/withdraw-submission.ts'
import { compare } from './comparison.ts'
import { planDocument } from './document.ts'
import { decisionForm, emptyForm, versionForm } from './forms.ts'
import { planLines, planList } from './list.tsx'
import { paths } from './paths.ts'
import { headOf, namesOfLines, planSheet } from './sheet.ts'
import { linesOf } from './store.ts'
import { planSubject } from './subjects.ts'
import { ComparisonPage } from './views/comparison-page.tsx'
import { PlanPage } from './views/plan-page.tsx'
import { planTitle } from './wording.ts'

const versionQuery = z.object({ version: askedNumber })

/** What any address of a plan gives its page. */
type ForPlan<Query> = Omit<PageRequest, 'params' | 'query'> & { params: { territory: string; plan: PlanId }; query: Query }

/** The page of a plan; shown again with the text of whichever of its forms was refused. */
async function planPage(request: ForPlan<{ version?: number | null }>): Promise<Answer> {
  const { ctx, tx, params, query, form, conflict } = request
  const sheet = await planSheet(tx, ctx, params.plan, query.version ?? null)
  if (!sheet) return notFound
  const title = planTitle(sheet.regulation, sheet.plan.academicYear)
  const body = <PlanPage territory={ctx.territory} today={ctx.today} sheet={sheet} form={form} conflict={conflict} />
  return { title, section: 'plans', body }
}

const to = ({ territory, plan }: { territory: string; plan: string }) => paths.plan({ territory, plan })

export const planRoutes: Route[] = [
  ...planList.routes,
  get(paths.plan, { permits: 'plan.view', subject: planSubject, query: versionQuery, page: planPage }),

  get(paths.planComparison, {
    permits: 'plan.view',
    subject: planSubject,
    query: z.object({ from: askedNumber, to: askedNumber }),
    page: async ({ ctx, tx, params, query }) => {
      const sheet = await planSheet(tx, ctx, params.plan, null)
      const [before, after] = [query.from, query.to].map((wanted) => sheet?.visible.find((version) => version.number === wanted))
      if (!sheet || !before || !after) return notFound
      const [old, fresh] = [await linesOf(tx, ctx.territory.id, before.id), await linesOf(tx, ctx.territory.id, after.id)]
      const nameOf = await namesOfLines(
        tx,
        ctx,
        [...old, ...fresh].map((line) => ({ line })),
      )
      const body = (
        <ComparisonPage
          territory={ctx.territory}
          opened={sheet}
          from={before}
          to={after}
          changes={compare(old, fresh)}
          nameOf={nameOf}
        />
      )
      return { title: `Редакции ${before.number} и ${after.number}`, section: 'plans', body }
    },
  }),

  get(paths.planDocument, {
    permits: 'plan.view',
    subject: planSubject,
    query: versionQuery,
    page: async ({ ctx, tx, params, query }) => {
      const sheet = await planSheet(tx, ctx, params.plan, query.version)
      if (!sheet?.version) return notFound
      const head = await headOf(tx, ctx, sheet.plan.siteId, sheet.version.approvedOn ?? ctx.today)
      const doc = planDocument(sheet, { head, today: ctx.today })
      return paper(doc, params.format)
    },
  }),

  ...planLines.files,

  post(paths.planDecisions, {
    permits: 'plan.view',
    subject: planSubject,
    form: decisionForm,
    act: ({ ctx, params, form, version }) => decidePlan(ctx, { planId: params.plan, version, ...form }),
    next: ({ params, value }) => ({ to: to(params), notice: decided[value] }),
    again: planPage,
  }),

  post(paths.planWithdrawals, {
    permits: 'plan.submit',
    sees: 'plan.view',
    subject: planSubject,
    form: emptyForm,
    act: ({ ctx, params }) => withdrawSubmission(ctx, { planId: params.plan }),
    next: ({ params }) => ({ to: to(params), notice: 'План снова у вас: правьте и отправляйте' }),
  }),

  post(paths.planVersions, {
    permits: 'plan.edit',
    sees: 'plan.view',
    subject: planSubject,
    form: versionForm,
    act: ({ ctx, params, form }) => startVersion(ctx, { planId: params.plan, reason: form.reason }),
    next: ({ params }) => ({
      to: paths.planEdit(params),
      notice: 'Новая редакция начата. Прежняя действует, пока новую не утвердят',
    }),
    again: planPage,
  }),

  post(paths.planVersionDrops, {
    permits: 'plan.edit',
    sees: 'plan.view',
    subject: planSubject,
    form: emptyForm,
    act: ({ ctx, params, version }) => dropVersion(ctx, { planId: params.plan, version }),
    next: ({ params }) => ({ to: to(params), notice: 'От новой редакции отказались, действует прежняя' }),
    again: planPage,
  }),
]

const decided = {
  passed: 'План передан на следующий шаг',
  approved: 'План утверждён и действует',
  returned: 'План возвращён с замечанием',
} as const
