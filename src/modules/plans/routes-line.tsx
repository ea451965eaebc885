import { checkFiles, mostFormBytes, seminarFiles } from '../../files/check.ts'
import { serveFile } from '../../files/serve.ts'
import { lastChangeBy } from '../../history/last-change.ts'
import { type Answer, get, notFound, type PageRequest, post, type Route } from '../../web/route.ts'
import { plans } from './case.ts'
import { recordExecution } from './commands/record-execution.ts'
import { executionForm } from './forms.ts'
import { paths } from './paths.ts'
import { filesOf, planSheet } from './sheet.ts'
import { LinePage } from './views/line-page.tsx'

/** An activity of the plan in force. */
async function linePage(request: PageRequest<'/t/:territory/plans/:plan/lines/:line'>): Promise<Answer> {
  const { ctx, tx, params, form, conflict } = request
  const plan = await plans.open(tx, ctx, params.plan)
  const [sheet, files] = await Promise.all([
    plan?.approved ? planSheet(tx, ctx, plan, plan.approved.number) : null,
    filesOf(tx, ctx, params.plan, params.line),
  ])
  const shown = sheet?.lines.find(({ line }) => line.key === params.line)
  if (!sheet || !shown) return notFound
  const body = (
    <LinePage
      territory={ctx.territory}
      today={ctx.today}
      sheet={sheet}
      shown={shown}
      files={files}
      form={form}
      conflict={conflict ? { person: (await lastChangeBy(tx, ctx, params.plan)) ?? '' } : null}
    />
  )
  return { title: shown.line.activity, section: 'plans', body }
}

export const lineRoutes: Route[] = [
  get(paths.planLine, { permits: 'plan.view', subject: plans.subject, page: linePage }),
  post(paths.planLine, {
    permits: 'plan.execute',
    sees: 'plan.view',
    subject: plans.subject,
    form: executionForm,
    most: mostFormBytes,
    act: async ({ ctx, params, form, files }) => {
      const checked = await checkFiles(files.files ?? [], 'files', seminarFiles)
      if (!checked.ok) return checked
      return recordExecution(ctx, { planId: params.plan, lineKey: params.line, ...form, files: checked.value })
    },
    next: ({ params }) => ({ to: paths.planLine(params), notice: 'Отчёт о мероприятии записан' }),
    again: linePage,
  }),
  plans.page(paths.executionFile, async ({ plan }, { ctx, tx, params: { line, file } }) => {
    const own = await filesOf(tx, ctx, plan.id, line!)
    const found = own.find(({ id }) => id === file)
    return found ? serveFile(tx, ctx.territory.id, found.id) : notFound
  }),
]
