import type { Acting, Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { checkFiles, mostFormBytes } from '../../files/check.ts'
import { serveFile } from '../../files/serve.ts'
import { withInitials } from '../../kernel/names.ts'
import { counted } from '../../kernel/plural.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { PersonId } from '../../kernel/types.ts'
import { act } from '../../regulation/acts.ts'
import { paper } from '../../web/paper.ts'
import { type Answer, get, notFound, type PageRequest, post, type Route } from '../../web/route.ts'
import { acquaintanceDocument } from './acquaintance-document.ts'
import { acknowledgeOrder } from './commands/acknowledge-order.ts'
import { acceptAssignment, reportAssignment, returnAssignment } from './commands/execute-assignment.ts'
import { remindAssignees } from './commands/remind-assignees.ts'
import { controlDocument } from './control-document.ts'
import { controlList } from './control-list.tsx'
import { askedWords } from './control-words.ts'
import { acquaintanceList } from './execution-lists.tsx'
import { acquaintanceSheet, findAssignment } from './execution-queries.ts'
import { decisionForm, nothingForm, reportForm } from './forms.ts'
import { paths } from './paths.ts'
import { nameOf, snapshotOf } from './queries.ts'
import {
  assignmentSeen,
  assignmentToDecide,
  assignmentToReport,
  assignmentWithFiles,
  orderInControl,
  orderToRead,
} from './route-subjects.ts'
import { AssignmentPage, assignmentTitle } from './views/execution-pages.tsx'

const section = 'orders' as const

const nameOrNull = async (tx: Tx, ctx: Ctx, id: PersonId | null) => (id === null ? null : withInitials(await nameOf(tx, ctx, id)))

type AtAssignment = Pick<PageRequest, 'ctx' | 'tx' | 'form'> & { readonly params: { readonly assignment: string } }

async function assignmentPage({ ctx, tx, params, form }: AtAssignment): Promise<Answer> {
  const line = await findAssignment(tx, ctx, params.assignment)
  if (!line) return notFound
  const controller = await nameOrNull(tx, ctx, line.controllerId)
  const body = <AssignmentPage ctx={ctx} line={line} controller={controller} form={form} />
  return { title: assignmentTitle(line), section, body }
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
  get(paths.orderControlDocument, {
    permits: 'order.control',
    subject: orderInControl,
    query: controlList.query,
    page: async ({ ctx, tx, params, query }) => {
      const snapshot = await snapshotOf(tx, ctx, params.order)
      const made = snapshot && (await controlList.show({ ctx, tx, params }, query))
      if (!made) return notFound
      const { rows, query: asked, where } = made.shown
      const { lines, deeds, controller } = where.loaded
      const given = { rows, lines, deeds, controller, asked: askedWords(asked, lines), today: ctx.today }
      return paper(controlDocument(snapshot, given), params.format)
    },
  }),
  post(paths.orderControlReminders, {
    permits: 'order.control',
    subject: orderInControl,
    form: nothingForm,
    act: ({ ctx, params }) => remindAssignees(ctx, { orderId: params.order }),
    next: ({ params, value }) => ({
      to: paths.orderControl(params),
      notice:
        value.people === 0
          ? 'Сегодня уже напоминали'
          : `Напоминание отправлено: ${counted(value.people, 'исполнителю', 'исполнителям', 'исполнителям')}`,
    }),
  }),
  ...acquaintanceList.routes,
  post(paths.orderAcquaintance, {
    permits: 'order.acknowledge',
    subject: orderToRead,
    form: nothingForm,
    act: ({ ctx, params }) => acknowledgeOrder(ctx, { orderId: params.order }),
    next: ({ ctx, params }) => ({ to: paths.order(params), notice: `Вы подтвердили, что прочли ${act(ctx).nominative}` }),
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
  get(paths.assignment, {
    permits: 'order.view',
    subject: assignmentSeen,
    page: (request) => assignmentPage({ ...request, form: null }),
  }),
  get(paths.assignmentFile, {
    permits: 'assignment.files',
    subject: assignmentWithFiles,
    page: async ({ ctx, tx, params }) => {
      const line = await findAssignment(tx, ctx, params.assignment)
      const file = line?.files.find(({ id }) => id === params.file)
      return file ? serveFile(tx, ctx.territory.id, file.id) : notFound
    },
  }),
  post(paths.assignmentReports, {
    permits: 'assignment.report',
    subject: assignmentToReport,
    form: reportForm,
    most: mostFormBytes,
    act: async ({ ctx, params, form, files }) => {
      const checked = await checkFiles(files.files ?? [], 'files')
      return checked.ok
        ? reportAssignment(ctx, { assignmentId: params.assignment, note: form.note, files: checked.value })
        : checked
    },
    next: ({ params }) => ({ to: paths.assignment(params), notice: 'Отчёт отправлен тому, кто контролирует исполнение' }),
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
