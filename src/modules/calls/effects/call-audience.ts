import { counted } from '../../../kernel/plural.ts'
import type { CallId } from '../../../kernel/types.ts'
import type { Line } from '../../../kit/order/objections.ts'
import type { Registers } from '../../../kit/order/registers.ts'
import type { Basis } from '../../../regulation/cite.ts'
import { callRule } from '../../../regulation/intake/questions.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import type { Listener } from '../audience-queries.ts'

/** The clause by which the time of calls is set. */
export function basisOfCalls(regulation: Regulation | undefined): Basis[] {
  const basis = regulation && callRule(regulation).basis
  return basis ? [basis] : []
}

const namesShown = 12

/** Who will be told on the day of signing: by name while the list can be read at a glance, and always how many. */
export function audienceLines(callId: CallId, { listeners, judgedBy }: Registers): Line[] {
  const heard = listeners.get(callId) ?? []
  const told = heard.filter(({ personId }) => personId !== null)
  const silent = heard.filter(({ personId }) => personId === null)
  const people = new Set(told.map(({ personId }) => personId)).size
  return [
    {
      what: `Уведомление получат: ${counted(people, 'человек', 'человека', 'человек')}`,
      before: null,
      after: people === 0 ? 'сообщить некому' : groups(told),
      basis: basisOfCalls(judgedBy?.regulation),
      ...(silent.length > 0 ? { warning: `Руководитель не записан, сообщите сами: ${namesOf(silent)}` } : {}),
    },
  ]
}

function groups(told: readonly Listener[]): string {
  const parts = [
    { as: 'authority', caption: 'руководители муниципальных органов' },
    { as: 'host', caption: 'руководители организаций, которые могут подать заявку' },
  ] as const
  return parts
    .map(({ as, caption }) => ({ caption, rows: told.filter((one) => one.as === as) }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ caption, rows }) => `${caption}: ${namesOf(rows)}`)
    .join('; ')
}

function namesOf(rows: readonly Listener[]): string {
  const names = rows.slice(0, namesShown).map(({ name }) => name)
  const rest = rows.length - names.length
  return rest > 0 ? `${names.join(', ')} и ещё ${rest}` : names.join(', ')
}
