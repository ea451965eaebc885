import { isId } from '../../kernel/ids.ts'
import { no, ok, type Result, type RuleRefusal, refuseAll } from '../../kernel/result.ts'
import type { OrganisationId, PersonId } from '../../kernel/types.ts'
import type { Reading as NameReading } from '../../kit/order/effect-fields.tsx'
import type { AskedNames, OrderChoices } from '../../kit/order/effect-props.ts'
import type { AppendixPlan, Choices, DraftPoint } from '../../kit/order/template.ts'
import { type EffectForm, kitOf, readEffect } from './effects/kits.ts'
import type { OrderForm, PointForm, StartForm } from './forms.ts'
import type { OrderContent } from './model.ts'
import { named } from './naming-rules.ts'

const mostShown = 5
const someOf = (labels: readonly string[]) =>
  labels
    .slice(0, mostShown)
    .map((label) => `«${label}»`)
    .join('; ') + (labels.length > mostShown ? '; и другие' : '')

type Lists = Pick<OrderChoices, 'people' | 'organisations'>

/** Finds the rows behind typed names and gathers what could not be found. */
class Reading implements NameReading {
  readonly refusals: RuleRefusal[] = []
  private readonly lists: Lists

  constructor(lists: Lists) {
    this.lists = lists
  }

  private one<List extends keyof Lists>(list: List, typed: string, field: string): Lists[List][number]['id'] | null {
    const found = named<Lists[List][number]>(this.lists[list], typed)
    if ('id' in found) return found.id
    this.refusals.push(
      found.problem === 'unknown'
        ? no('order.unknownName', { field, params: { name: typed } })
        : no('order.severalNamed', { field, params: { name: typed, like: someOf(found.like) } }),
    )
    return null
  }

  person(typed: string | null, field: string): PersonId | null {
    return typed === null ? null : this.one('people', typed, field)
  }

  people(ids: readonly PersonId[], names: readonly string[], field: string): PersonId[] {
    const typed = names.flatMap((name) => this.one('people', name, field) ?? [])
    return [...new Set([...ids, ...typed])]
  }

  organisation(typed: string | null, field: string): OrganisationId | null {
    return typed === null ? null : this.one('organisations', typed, field)
  }

  organisations(ids: readonly OrganisationId[], names: readonly string[], field: string): OrganisationId[] {
    const typed = names.flatMap((name) => this.one('organisations', name, field) ?? [])
    const all = [...new Set([...ids, ...typed])]
    if (all.length === 0 && names.length === 0) this.refusals.push({ code: 'rule', rule: 'order.noOrganisations', field })
    return all
  }
}

/** An appendix without captions of its own takes those of its kind. */
const appendixOf = ({ columns, ...appendix }: OrderForm['appendices'][number]): AppendixPlan => ({
  ...appendix,
  ...(columns.length > 0 && { columns }),
})

/** The content of a draft as typed; names that mean nobody are refused at their fields. */
export function contentFrom(form: OrderForm, lists: Lists): Result<OrderContent> {
  const reading = new Reading(lists)
  const signatoryId = form.signatoryId
  const points = form.points.map((point, index) => pointFrom(point, `points.${index}`, reading))
  const controllerId = reading.person(form.controllerName, 'controllerName') ?? signatoryId
  if (reading.refusals.length > 0) return refuseAll(reading.refusals)
  return ok({
    title: form.title,
    preamble: form.preamble,
    points: points.map(({ effects, ...point }) => ({ ...point, effects: effects.map(readEffect) })),
    appendices: form.appendices.map(appendixOf),
    signatoryId,
    controllerId,
    acquaintance: form.acquaintance,
    publishOnSigning: form.publishOnSigning,
  })
}

type Unread = Omit<DraftPoint, 'effects'> & { readonly effects: readonly object[] }

function pointFrom({ assigneeIds, assigneeNames, effects, ...point }: PointForm, field: string, reading: Reading): Unread {
  const assignees = reading.people(assigneeIds, assigneeNames, `${field}.assigneeNames`)
  return {
    ...point,
    isTask: point.isTask || assignees.length > 0,
    assigneeIds: assignees,
    effects: effects.map((effect, index) => effectFrom(effect, `${field}.effects.${index}`, reading)),
  }
}

/** A change with ids in place of names. What is missing has already been refused at its field. */
const effectFrom = (effect: EffectForm, field: string, reading: Reading): object =>
  kitOf(effect).read({ ...effect }, field, reading)

/** What was chosen for a template. */
export function choicesFrom(form: StartForm, lists: Lists): Result<Choices> {
  const reading = new Reading(lists)
  const { organisationIds, organisationNames, personName, templateCode: _, issuerId: __, ...rest } = form
  const typed = organisationIds.length + organisationNames.length
  const choices = {
    ...rest,
    onSubmission: null,
    organisationIds: typed === 0 ? [] : reading.organisations(organisationIds, organisationNames, 'organisationNames'),
    personId: reading.person(personName, 'personName'),
  }
  return reading.refusals.length > 0 ? refuseAll(reading.refusals) : ok(choices)
}

/** `controllerName`, `points.0.assigneeNames.1` */
const isName = (key: string) => /Names?(\.\d+)?$/.test(key)

/** Whom a form, as typed or as read, or a stored order names: by ids and by typed names. Which register a name is of its field tells later. */
export function askedNames(...forms: readonly unknown[]): AskedNames {
  const ids = new Set<string>()
  const names = new Set<string>()
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      if (isId(value)) ids.add(value)
      else if (isName(key) && value.trim() !== '') names.add(value)
    } else if (Array.isArray(value)) for (const one of value) walk(one, key)
    else if (value !== null && typeof value === 'object') for (const [name, one] of Object.entries(value)) walk(one, name)
  }
  for (const form of forms) walk(form, '')
  return { ids: [...ids], people: [...names], organisations: [...names] }
}
