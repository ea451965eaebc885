import { type Ctx, may } from '../../../authz/ctx.ts'
import { localTime } from '../../../kernel/clock.ts'
import { dayAndMonth, daysBetween, longDate, shortDate } from '../../../kernel/dates.ts'
import { restOfDays } from '../../../kernel/plural.ts'
import { orderLabel } from '../../../regulation/acts.ts'
import { Breadcrumbs } from '../../../ui/breadcrumbs.tsx'
import { SubmitButton } from '../../../ui/buttons.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { nb } from '../../../ui/nb.ts'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { Columns, Sheet, Stack } from '../../../ui/sheet.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { RowLink, Second, Table } from '../../../ui/table.tsx'
import { StateTag } from '../../../ui/tag.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { paths } from '../../../web/paths.ts'
import type { AcquaintanceLine, AssignmentLine } from '../execution-queries.ts'
import type { FullOrder } from '../model.ts'
import { assigneeSubject, controlSubject } from '../subjects.ts'
import { AssignmentTag } from './state-tag.tsx'

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function OrderCrumbs({ ctx, full: { order } }: { ctx: Ctx; full: FullOrder }) {
  const at = { territory: ctx.territory.code, order: order.id }
  return (
    <Breadcrumbs
      links={[
        { href: paths.orders(at), label: 'Приказы' },
        { href: paths.order(at), label: capital(orderLabel(order)) },
      ]}
    />
  )
}

type ControlProps = { ctx: Ctx; full: FullOrder; lines: readonly AssignmentLine[]; controller: string | null }

/** Every point of an order with everybody who has it as a task: what the one in control sees. */
export function ControlPage({ ctx, full, lines, controller }: ControlProps) {
  const count = (state: AssignmentLine['state']) => lines.filter((line) => line.state === state).length
  const rows = full.points.flatMap((point): Row[] => {
    const own = lines.filter((line) => line.pointNumber === point.number)
    return own.length > 0 ? own.map((line) => ({ point, line })) : [{ point, line: null }]
  })
  return (
    <>
      <OrderCrumbs ctx={ctx} full={full} />
      <PageHead title="Контроль исполнения" more={controller ? `Контролирует ${controller}` : 'Контроль никому не поручен'} />
      <Facts
        facts={[
          { name: 'Принято', value: count('accepted'), of: `из ${lines.length}` },
          { name: 'Ждёт приёмки', value: count('done') },
          { name: 'В работе', value: count('open') },
          { name: 'Просрочено', value: lines.filter((line) => line.isOverdue).length },
        ]}
      />
      <div class="pl-gap" />
      <Sheet flush>
        <Table
          caption="Пункты приказа и их исполнение"
          rows={rows}
          columns={[
            { title: 'Пункт', cell: ({ point }) => <RowLink name={`п. ${point.number}`} more={point.text} /> },
            { title: 'Исполнитель', cell: ({ line }) => (line ? <Assignee ctx={ctx} line={line} /> : 'Не поручение') },
            { title: 'Срок', cell: ({ line }) => (line ? <Due line={line} ctx={ctx} /> : '') },
            {
              title: 'Состояние',
              cell: ({ line }) =>
                line && (
                  <>
                    <AssignmentTag {...line} />
                    {line.doneOn && <Second>исполнено {shortDate(line.doneOn)}</Second>}
                    {line.note && <Second>{line.note}</Second>}
                  </>
                ),
            },
          ]}
          even
        />
      </Sheet>
    </>
  )
}

type Row = { readonly point: FullOrder['points'][number]; readonly line: AssignmentLine | null }

const Assignee = ({ ctx, line }: { ctx: Ctx; line: AssignmentLine }) => (
  <a class="govuk-link" href={paths.assignment({ territory: ctx.territory.code, assignment: line.id })}>
    {nb(line.person)}
  </a>
)

function Due({ ctx, line }: { ctx: Ctx; line: AssignmentLine }) {
  if (line.dueOn === null) return <>без срока</>
  return (
    <>
      {shortDate(line.dueOn)}
      {line.state === 'open' && <Second>{restOfDays(daysBetween(ctx.today, line.dueOn))}</Second>}
    </>
  )
}

type AcquaintanceProps = { ctx: Ctx; full: FullOrder; lines: readonly AcquaintanceLine[] }

/** The acquaintance sheet: who has to read the order, who has and when. Those who have not stand first. */
export function AcquaintancePage({ ctx, full, lines }: AcquaintanceProps) {
  const at = { territory: ctx.territory.code, order: full.order.id }
  const read = lines.filter((line) => line.confirmedAt !== null)
  const document = (format: string) => paths.orderAcquaintanceDocument({ ...at, format })
  return (
    <>
      <OrderCrumbs ctx={ctx} full={full} />
      <PageHead
        title="Лист ознакомления"
        more={`Подтвердили, что прочли: ${read.length} из ${lines.length}`}
        tools={[
          { href: document('docx'), label: 'Скачать .docx', icon: 'download' },
          { href: document('pdf'), label: 'Скачать .pdf', icon: 'download' },
        ]}
      />
      <Sheet flush>
        <Table
          caption="Кто должен прочесть приказ"
          rows={[...lines.filter((line) => line.confirmedAt === null), ...read]}
          columns={[
            {
              title: 'Человек',
              cell: (line) => (
                <RowLink
                  href={paths.person({ territory: ctx.territory.code, person: line.personId })}
                  name={line.person}
                  more={[line.post, line.organisation].filter((part) => part !== null).join(', ')}
                />
              ),
            },
            {
              title: 'Ознакомление',
              cell: (line) =>
                line.confirmedAt === null ? (
                  <StateTag tone="wait" word="Ещё не прочёл" />
                ) : (
                  <StateTag
                    tone="ok"
                    icon="done"
                    word={`Ознакомлен ${shortDate(localTime(line.confirmedAt, ctx.territory.timeZone).day)}`}
                  />
                ),
            },
          ]}
          even
        />
      </Sheet>
    </>
  )
}

type AssignmentProps = { ctx: Ctx; line: AssignmentLine; controller: string | null; form: FormState | null }

/** A point of an order as somebody's task: report it, accept it or hand it back. */
export function AssignmentPage(props: AssignmentProps) {
  const { ctx, line, controller, form } = props
  const order = paths.order({ territory: ctx.territory.code, order: line.orderId })
  const label = capital(orderLabel({ kind: line.act, signedOn: line.orderSignedOn, numberText: line.orderNumber }))
  return (
    <>
      <Breadcrumbs
        links={[
          { href: paths.orders({ territory: ctx.territory.code }), label: 'Приказы' },
          { href: order, label },
        ]}
      />
      <ErrorSummary outcome={form?.values.outcome === undefined ? 'Отчёт не отправлен' : 'Решение не записано'} form={form} />
      <PageHead title={`Поручение: п. ${line.pointNumber}`} line={[<AssignmentTag {...line} />, dueWords(ctx, line)]} />
      {line.state === 'open' && line.remark && (
        <Notice tone="wait" title="Возвращено с замечанием">
          <p>{nb(line.remark)}</p>
        </Notice>
      )}
      <Columns kind="form">
        <Sheet>
          <p class="govuk-body">{nb(line.text)}</p>
          <SummaryList
            rows={[
              { key: 'Исполнитель', value: line.person },
              { key: 'Контролирует', value: controller ?? 'контроль никому не поручен' },
              {
                key: 'Основание',
                value: (
                  <a class="govuk-link" href={`${order}#point-${line.pointNumber.replaceAll('.', '-')}`}>
                    {nb(`${label}, п. ${line.pointNumber}`)}
                  </a>
                ),
              },
              ...(line.note ? [{ key: 'Что сделано', value: line.note }] : []),
              ...(line.doneOn ? [{ key: 'Исполнено', value: longDate(line.doneOn) }] : []),
              ...(line.acceptedOn ? [{ key: 'Принято', value: longDate(line.acceptedOn) }] : []),
            ]}
          />
        </Sheet>
        <Stack>
          <Reporting {...props} />
          <Deciding {...props} />
        </Stack>
      </Columns>
    </>
  )
}

function dueWords(ctx: Ctx, { dueOn, startsOn, state }: AssignmentLine): string {
  if (dueOn === null) return startsOn === null ? 'Без срока' : `С ${longDate(startsOn)}`
  const rest = state === 'open' ? `, ${restOfDays(daysBetween(ctx.today, dueOn))}` : ''
  return `${state === 'open' ? `До ${dayAndMonth(dueOn)} ${dueOn.slice(0, 4)} г.` : `Срок ${shortDate(dueOn)}`}${rest}`
}

function Reporting({ ctx, line, form }: AssignmentProps) {
  const permitted = may(ctx, 'assignment.report', assigneeSubject(ctx.territory.id, line))
  if (!permitted || line.state !== 'open') return null
  return (
    <Sheet title="Отчитаться об исполнении">
      <Form action={paths.assignmentReports({ territory: ctx.territory.code, assignment: line.id })} guard>
        <TextArea form={form} name="note" label="Что сделано" hint="Прочтёт тот, кто контролирует приказ" />
        <SubmitButton>Отправить отчёт</SubmitButton>
      </Form>
    </Sheet>
  )
}

function Deciding({ ctx, line, form }: AssignmentProps) {
  const subject = controlSubject({ territoryId: ctx.territory.id, controllerId: line.controllerId })
  if (line.state !== 'done' || !may(ctx, 'assignment.decide', subject)) return null
  return (
    <Sheet title="Принять исполнение">
      <Form action={paths.assignmentDecisions({ territory: ctx.territory.code, assignment: line.id })}>
        <Radios
          form={form}
          name="outcome"
          label="Решение"
          choices={[
            { value: 'accept', label: 'Принять: поручение исполнено' },
            { value: 'return', label: 'Вернуть с замечанием' },
          ]}
        />
        <TextArea form={form} name="remark" label="Замечание" hint="Нужно, если возвращаете" rows={3} />
        <SubmitButton>Записать решение</SubmitButton>
      </Form>
    </Sheet>
  )
}
