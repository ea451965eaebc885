import { type Ctx, may } from '../../../authz/ctx.ts'
import { dayAndMonth, daysBetween, longDate, shortDate } from '../../../kernel/dates.ts'
import { capital } from '../../../kernel/names.ts'
import { restOfDays } from '../../../kernel/plural.ts'
import { act, orderLabel } from '../../../regulation/acts.ts'
import { nb, RowList, SummaryList, TextLink } from '../../../ui/content.ts'
import { FileField, Form, type FormState, Radios, TextArea } from '../../../ui/fields.ts'
import { Breadcrumbs, Columns, ErrorSummary, Notice, PageHead, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import type { DutyLine } from '../execution-queries.ts'
import { toOrders } from '../links.ts'
import { type FullOrder, pointAnchor } from '../model.ts'
import { dutyGivers } from '../ports.ts'
import { assigneeSubject, controlSubject, filesSubject } from '../subjects.ts'
import { asTask } from '../texts.ts'
import { AssignmentTag } from './state-tag.tsx'

export function OrderCrumbs({ ctx, full: { order } }: { ctx: Ctx; full: FullOrder }) {
  const at = { territory: ctx.territory.code, order: order.id }
  return <Breadcrumbs links={[toOrders(ctx), { href: paths.order(at), label: capital(orderLabel(order)) }]} />
}

type AssignmentProps = { ctx: Ctx; line: DutyLine; controller: string | null; form: FormState | null }

/** What a duty comes from: where it stands, how it is named, who reads the report. */
function groundOf({ territory: { code: territory } }: Ctx, { of }: DutyLine) {
  if (!('orderId' in of)) {
    const giver = dutyGivers.parts().find(({ source }) => source === of.source)
    const href = giver?.href({ territory }, of.sourceId) ?? null
    return { way: href === null ? [] : [{ href, label: capital(of.ground) }], href, label: capital(of.ground), what: 'поручение' }
  }
  const order = paths.order({ territory, order: of.orderId })
  const label = capital(orderLabel({ kind: of.act, signedOn: of.orderSignedOn, numberText: of.orderNumber }))
  return {
    way: [{ href: order, label }],
    href: `${order}#${pointAnchor(of.pointNumber)}`,
    label: `${label}, п. ${of.pointNumber}`,
    what: act(of.act).nominative,
  }
}

export const assignmentTitle = ({ of }: DutyLine): string => ('orderId' in of ? `Поручение: п. ${of.pointNumber}` : 'Поручение')

/** A point of an order as somebody's task: report it, accept it or hand it back. */
export function AssignmentPage(props: AssignmentProps) {
  const { ctx, line, controller, form } = props
  const ground = groundOf(ctx, line)
  return (
    <>
      <Breadcrumbs links={'orderId' in line.of ? [toOrders(ctx), ...ground.way] : ground.way} />
      <ErrorSummary outcome={form?.values.outcome === undefined ? 'Отчёт не отправлен' : 'Решение не записано'} form={form} />
      <PageHead title={assignmentTitle(line)} line={[<AssignmentTag {...line} />, dueWords(ctx, line)]} />
      {line.state === 'open' && line.remark && (
        <Notice tone="wait" title="Возвращено с замечанием">
          <p>{nb(line.remark)}</p>
        </Notice>
      )}
      <Columns kind="form">
        <Sheet>
          <p class="govuk-body pl-pre">{nb(asTask(line.text))}</p>
          <SummaryList
            rows={[
              { key: 'Исполнитель', value: line.person },
              { key: 'Контролирует', value: controller ?? 'контроль никому не поручен' },
              {
                key: 'Основание',
                value: ground.href === null ? ground.label : <TextLink href={ground.href}>{ground.label}</TextLink>,
              },
              ...(line.note ? [{ key: 'Что сделано', value: <span class="pl-pre">{nb(line.note)}</span> }] : []),
              ...(line.files.length > 0 ? [{ key: 'Документы', value: <Files ctx={ctx} line={line} /> }] : []),
              ...(line.doneOn ? [{ key: 'Исполнено', value: longDate(line.doneOn) }] : []),
              ...(line.acceptedOn
                ? [{ key: 'Принято', value: [longDate(line.acceptedOn), line.acceptedBy].filter(Boolean).join(', ') }]
                : []),
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

/** The files of a report: links for those who may open them, names for others. */
function Files({ ctx, line }: Pick<AssignmentProps, 'ctx' | 'line'>) {
  const at = { territory: ctx.territory.code, assignment: line.id }
  const mayOpen = may(ctx, 'assignment.files', filesSubject(ctx.territory.id, line))
  return (
    <RowList
      rows={line.files.map(({ id, name }) =>
        mayOpen ? <TextLink href={paths.assignmentFile({ ...at, file: id })}>{name}</TextLink> : nb(name),
      )}
    />
  )
}

function dueWords(ctx: Ctx, { dueOn, startsOn, state }: DutyLine): string {
  if (dueOn === null) return startsOn === null ? 'Без срока' : `С ${longDate(startsOn)}`
  const rest = state === 'open' ? `, ${restOfDays(daysBetween(ctx.today, dueOn))}` : ''
  return `${state === 'open' ? `До ${dayAndMonth(dueOn)} ${dueOn.slice(0, 4)} г.` : `Срок ${shortDate(dueOn)}`}${rest}`
}

function Reporting({ ctx, line, form }: AssignmentProps) {
  const permitted = may(ctx, 'assignment.report', assigneeSubject(ctx.territory.id, line))
  if (!permitted || line.state !== 'open') return null
  return (
    <Sheet title="Отчитаться об исполнении">
      <Form action={paths.assignmentReports({ territory: ctx.territory.code, assignment: line.id })} guard files>
        <TextArea
          form={form}
          name="note"
          label="Что сделано"
          hint={`Прочтёт тот, кто контролирует ${groundOf(ctx, line).what}`}
        />
        <FileField
          form={form}
          name="files"
          label="Документы"
          hint="Можно не прикладывать. PDF, DOCX, XLSX, ODT, JPG или PNG, до 20 МБ каждый, не больше пяти"
          multiple
        />
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
      <Form action={paths.assignmentDecisions({ territory: ctx.territory.code, assignment: line.id })} guard>
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
