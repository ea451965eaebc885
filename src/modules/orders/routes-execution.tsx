import type { Acting, Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { withInitials } from '../../kernel/names.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { PersonId } from '../../kernel/types.ts'
import { paper } from '../../web/paper.ts'
import { type Answer, get, notFound, type PageRequest, post, type Route } from '../../web/route.ts'
import { acquaintanceDocument } from './acquaintance-document.ts'
import { acknowledgeOrder } from './commands/acknowledge-order.ts'
import { acceptAssignment, reportAssignment, returnAssignment } from './commands/execute-assignment.ts'
import { acquaintanceList, controlList } from './execution-lists.tsx'
import { acquaintanceSheet, findAssignment } from './execution-queries.ts'
import { decisionForm, nothingForm, reportForm } from './forms.ts'
import { paths } from './paths.ts'
import { nameOf, snapshotOf } from './queries.ts'
import { assignmentToDecide, assignmentToReport, orderInControl, orderToRead } from './route-subjects.ts'
import { AssignmentPage } from './views/execution-pages.tsx'

const section = 'orders' as const

const nameOrNull = async (tx: Tx, ctx: Ctx, id: PersonId | null) => (id === null ? null : withInitials(await nameOf(tx, ctx, id)))

type AtAssignment = Pick<PageRequest, 'ctx' | 'tx' | 'form'> & { readonly params: { readonly assignment: string } }

async function assignmentPage({ ctx, tx, params, form }: AtAssignment): Promise<Answer> {
  const line = await findAssignment(tx, ctx, params.assignment)
  if (!line) return notFound
  const controller = await nameOrNull(tx, ctx, line.controllerId)
  const body = <AssignmentPage ctx={ctx} line={line} controller={controller} form={form} />
  return { title: `Поручение: п. ${line.pointNumber}`, section, body }
}

type Decision = { outcome: 'accept' | 'return'; remark: string | null }
async function decide(ctx: Acting, assignmentId: string, { outcome, remark }: Decision): Promise<Result<null>> {
  const decided =
    outcome === 'accept'
      ? await acceptAssignment(ctx, { assignmentId })
      : await returnAssignment(ctx, { assignmentId, remark: remark ?? '' })
  return decided.ok ? ok(null) : decided
}

export const executionRoutes: Route[] = [
  ...controlList.routes,
  ...acquaintanceList.routes,
  post(paths.orderAcquaintance, {
    permits: 'order.acknowledge',
    subject: orderToRead,
    form: nothingForm,
    act: ({ ctx, params }) => acknowledgeOrder(ctx, { orderId: params.order }),
    next: ({ params }) => ({ to: paths.order(params), notice: 'Вы подтвердили, что прочли приказ' }),
  }),
  get(paths.orderAcquaintanceDocument, {
    permits: 'order.control',
    subject: orderInControl,
    page: async ({ ctx, tx, params }) => {
      const snapshot = await snapshotOf(tx, ctx, params.order)
      if (!snapshot) return notFound
      const lines = await acquaintanceSheet(tx, ctx, params.order)
      const given = { lines, timeZone: ctx.territory.timeZone, today: ctx.today }
      return paper(acquaintanceDocument(snapshot, given), params.format)
    },
  }),
  get(paths.assignment, { permits: 'order.view', page: (request) => assignmentPage({ ...request, form: null }) }),
  post(paths.assignmentReports, {
    permits: 'assignment.report',
    subject: assignmentToReport,
    form: reportForm,
    act: ({ ctx, params, form }) => reportAssignment(ctx, { assignmentId: params.assignment, note: form.note }),
    next: ({ params }) => ({ to: paths.assignment(params), notice: 'Отчёт отправлен тому, кто контролирует приказ' }),
    again: assignmentPage,
  }),
  post(paths.assignmentDecisions, {
    permits: 'assignment.decide',
    subject: assignmentToDecide,
    form: decisionForm,
    act: ({ ctx, params, form }) => decide(ctx, params.assignment, form),
    next: ({ params, form }) => ({
      to: paths.assignment(params),
      notice: form.outcome === 'accept' ? 'Исполнение принято' : 'Поручение возвращено исполнителю',
    }),
    again: assignmentPage,
  }),
]
