import type { FactKind } from '../../history/facts.ts'
import { shortDate } from '../../kernel/dates.ts'
import type { AppointmentKind } from '../../regulation/kinds.ts'
import { label } from '../../regulation/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import type { SiteFact } from './queries.ts'
import { appointmentWords } from './texts.ts'

/** What the timeline of a site says of a fact: the title, a sentence more, and whether it is a legal act. */
export type TimelineText = {
  readonly title: string
  readonly more: string | null
  readonly act: boolean
  readonly orderId: string | null
}

const titles: Partial<Record<FactKind, string>> = {
  'site.granted': 'Дан статус площадки',
  'site.ended': 'Статус прекращён',
  'site.extended': 'Статус продлён',
  'organisation.attached': 'Закреплена школа',
  'organisation.detached': 'Школа больше не закреплена',
  'person.appointed': 'Назначен человек',
  'appointment.ended': 'Назначение закончено',
  'plan.started': 'Начат план',
  'plan.changed': 'План изменён',
  'plan.submitted': 'План отправлен',
  'plan.stepPassed': 'План прошёл согласование',
  'plan.returned': 'План возвращён',
  'plan.approved': 'План утверждён',
  'plan.versionStarted': 'Начата новая редакция плана',
  'plan.versionDropped': 'Новая редакция плана отменена',
  'plan.withdrawn': 'План отозван',
  'activity.held': 'Мероприятие проведено',
  'activity.cancelled': 'Мероприятие отменено',
  'execution.corrected': 'Отметка о проведении исправлена',
  'file.uploaded': 'Приложен файл',
  'report.started': 'Начат отчёт',
  'report.changed': 'Отчёт изменён',
  'report.submitted': 'Отчёт отправлен',
  'report.accepted': 'Отчёт принят',
  'report.returned': 'Отчёт возвращён',
  'report.withdrawn': 'Отчёт отозван',
}

const legal = new Set<string>(['site.granted', 'site.ended', 'site.extended', 'organisation.attached', 'organisation.detached'])

/** Puts a fact of the site's history into words. */
export function timelineText(regulation: Regulation | null, { kind, facts }: SiteFact): TimelineText {
  const orderId = typeof facts.orderId === 'string' ? facts.orderId : null
  return {
    title: facts.restored === true ? 'Статус возвращён' : (titles[kind as FactKind] ?? 'Изменение'),
    more: sentenceOf(regulation, kind, facts),
    act: legal.has(kind) || (kind === 'person.appointed' && orderId !== null),
    orderId,
  }
}

type Facts = SiteFact['facts']
const text = (value: Facts[string] | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null)
const day = (value: Facts[string] | undefined): string | null => (text(value) === null ? null : shortDate(String(value)))

function sentenceOf(regulation: Regulation | null, kind: string, facts: Facts): string | null {
  const until = day(facts.to) && `по ${day(facts.to)}`
  const last = day(facts.on) && `последний день ${day(facts.on)}`
  switch (kind) {
    case 'site.granted':
      return joinedBy([text(facts.theme), until])
    case 'site.extended':
      return until
    case 'site.ended':
      return facts.neverBegan === true ? 'не успел начаться: приказ отменён' : joinedBy([last, text(facts.ground)])
    case 'organisation.attached':
      return joinedBy([text(facts.organisation), until])
    case 'organisation.detached':
      return joinedBy([text(facts.organisation), last])
    case 'person.appointed':
      return joinedBy([text(facts.person), roleWord(regulation, facts), until])
    case 'appointment.ended':
      return joinedBy([text(facts.person), roleWord(regulation, facts), last])
    default:
      return joinedBy([text(facts.activity), text(facts.step), text(facts.reason), text(facts.remark), text(facts.note)])
  }
}

const joinedBy = (parts: readonly (string | null)[]): string | null => parts.filter((part) => part !== null).join(', ') || null

function roleWord(regulation: Regulation | null, facts: Facts): string | null {
  const kind = text(facts.as) as AppointmentKind | null
  return kind === null ? null : ((regulation && label(regulation, kind)) ?? appointmentWords[kind] ?? null)
}
