import { z } from 'zod'
import { shortDate } from '../../kernel/dates.ts'
import type { CallId, OrderId, OrganisationId, PersonId, RegulationLineId, SiteId, StatusCaseId } from '../../kernel/types.ts'
import { type Labels, typedNames } from '../../kit/order/effect-fields.tsx'
import { planFates } from '../../kit/order/template.ts'
import type { FormState } from '../../ui/fields.ts'
import {
  checked,
  choice,
  chosenIds,
  optionalDay,
  optionalId,
  optionalText,
  optionalWhole,
  text,
  whole,
} from '../../web/fields.ts'
import { effectForm, kitOf } from './effects/kits.ts'
import type { FullOrder } from './model.ts'
import { deepestLevel } from './rules.ts'

const written = (what: string, most: number) => optionalText(what, most).transform((value) => value ?? '')

const pointForm = z.object({
  text: written('текст пункта', 8000),
  level: whole('ступень пункта', 1, deepestLevel),
  isTask: checked(),
  assigneeIds: chosenIds<PersonId>('исполнителя'),
  assigneeNames: typedNames,
  startsOn: optionalDay('начало'),
  dueOn: optionalDay('срок'),
  effects: z.array(effectForm).default([]),
})
export type PointForm = z.infer<typeof pointForm>

const captions = z.preprocess((value) => value ?? [], z.array(z.string().max(200)).max(10))

const appendixForm = z.object({
  title: text('заголовок приложения', 1000),
  content: choice('вид приложения', ['regulation', 'sites', 'attachments', 'criteria']),
  columns: captions,
})

/** The whole draft. `base` is the version the person began with; it stays the same while the form is mended. */
export const orderForm = z.object({
  base: whole('номер записи', 0, 1_000_000),
  intent: choice('что сделать', ['save', 'view']),
  title: written('заголовок', 1000),
  preamble: written('преамбулу', 4000),
  signatoryId: optionalId<PersonId>('кто подписывает'),
  controllerName: optionalText('кому поручен контроль', 300),
  acquaintance: choice('кого знакомят', ['assignees', 'allHeads']),
  publishOnSigning: checked(),
  points: z.array(pointForm).max(200, 'Пунктов не больше 200').default([]),
  appendices: z.array(appendixForm).default([]),
})
export type OrderForm = z.infer<typeof orderForm>

/** What a person chooses before the text is written from a template. */
export const startForm = z.object({
  templateCode: text('образец', 60),
  issuerId: optionalId<OrganisationId>('кто издаёт'),
  lineId: optionalId<RegulationLineId>('Положение'),
  organisationIds: chosenIds<OrganisationId>('организацию'),
  organisationNames: typedNames,
  theme: optionalText('тему', 1000),
  from: optionalDay('начало срока'),
  to: optionalDay('конец срока'),
  siteId: optionalId<SiteId>('площадку'),
  personName: optionalText('человека', 300),
  protocol: optionalText('протокол', 500),
  ground: optionalText('основание', 200),
  on: optionalDay('день'),
  reason: optionalText('причину', 2000),
  attachTo: optionalId<SiteId>('площадку для закреплённых школ'),
  plan: z.preprocess((value) => value || 'keep', choice('что станет с планом', planFates)),
  caseId: optionalId<StatusCaseId>('дело о статусе'),
  orderId: optionalId<OrderId>('что отменяют'),
  callId: optionalId<CallId>('приём заявок'),
})
export type StartForm = z.infer<typeof startForm>

export const signingForm = z
  .object({
    numbering: choice('откуда номер', ['next', 'journal']),
    number: optionalWhole('номер', 1, 99_999),
    effectiveOn: optionalDay('день вступления в силу'),
    sure: checked(),
    read: checked().refine((read) => read, 'Отметьте, что изменения прочитаны: подписанное не правят'),
    code: z.string().max(40).default(''),
  })
  .superRefine(({ numbering, number }, context) => {
    if (numbering === 'journal' && number === null)
      context.addIssue({ code: 'custom', path: ['number'], message: 'Напишите номер, который уже дан в журнале' })
  })

export const remarkForm = z.object({ remark: text('замечание', 3000) })
export const reportForm = z.object({ note: text('о том, что сделано', 3000) })
export const decisionForm = z.object({
  outcome: choice('решение', ['accept', 'return']),
  remark: optionalText('замечание', 3000),
})
export const nothingForm = z.object({})

/** A stored draft as the form shows it. */
export function storedValues({ order, points }: FullOrder, labels: Labels): FormState['values'] {
  const keepsControl = order.controllerId === null || order.controllerId === order.signatoryId
  const values: Record<string, string | string[]> = {
    base: String(order.version),
    title: order.title,
    preamble: order.preamble,
    signatoryId: order.signatoryId ?? '',
    controllerName: keepsControl ? '' : labels.person(order.controllerId),
    acquaintance: order.acquaintance,
    ...(order.publishOnSigning ? { publishOnSigning: 'yes' } : {}),
  }
  const put = (prefix: string, fields: Readonly<Record<string, string | string[]>>) => {
    for (const [name, value] of Object.entries(fields)) values[`${prefix}.${name}`] = value
  }
  points.forEach((point, index) => {
    put(`points.${index}`, {
      text: point.text,
      level: String(point.level),
      ...(point.isTask ? { isTask: 'yes' } : {}),
      'assigneeIds[]': [...point.assigneeIds],
      startsOn: point.startsOn === null ? '' : shortDate(point.startsOn),
      dueOn: point.dueOn === null ? '' : shortDate(point.dueOn),
    })
    point.effects.forEach((effect, at) => {
      put(`points.${index}.effects.${at}`, kitOf(effect).values(effect, labels))
    })
  })
  order.appendices.forEach(({ title, content, columns = [] }, index) => {
    put(`appendices.${index}`, { title, content, 'columns[]': [...columns] })
  })
  return values
}
