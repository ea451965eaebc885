import { type Ctx, may } from '../../../authz/ctx.ts'
import { dayAndMonth, daysBetween, longDate, shortDate } from '../../../kernel/dates.ts'
import { capital } from '../../../kernel/names.ts'
import { restOfDays } from '../../../kernel/plural.ts'
import { orderLabel } from '../../../regulation/acts.ts'
import { nb, SummaryList, TextLink } from '../../../ui/content.ts'
import { Form, type FormState, Radios, TextArea } from '../../../ui/fields.ts'
import { Breadcrumbs, Columns, ErrorSummary, Notice, PageHead, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import type { AssignmentLine } from '../execution-queries.ts'
import type { FullOrder } from '../model.ts'
import { assigneeSubject, controlSubject } from '../subjects.ts'
import { AssignmentTag } from './state-tag.tsx'

export function OrderCrumbs({ ctx, full: { order } }: { ctx: Ctx; full: FullOrder }) {
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
                  <TextLink
                    href={`${order}#point-${line.pointNumber.replaceAll('.', '-')}`}
                  >{`${label}, п. ${line.pointNumber}`}</TextLink>
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
