import {
  bold,
  clause,
  column,
  dateAndNumber,
  document,
  gap,
  heading,
  letterhead,
  p,
  paragraphs,
  section,
  signature,
  table,
} from '../../documents/build.ts'
import type { Block, Doc } from '../../documents/model.ts'
import { longDate } from '../../kernel/dates.ts'
import { whenWords, type Zone } from '../../kernel/hours.ts'
import { asSigned, lower } from '../../kernel/names.ts'
import { counted } from '../../kernel/plural.ts'
import type { OpenMeeting } from './case.ts'
import type { Guest } from './queries.ts'

/** Whose paper it is: the organisation of the chair and the post under the name. */
export type Heading = { readonly organisation: string | null; readonly post: string }
type Given = { readonly opened: OpenMeeting; readonly of: Heading; readonly zone: Zone }

const letterheadOf = ({ organisation }: Heading): Block[] => (organisation === null ? [] : [letterhead(bold(organisation))])
const named = ({ person, post }: Pick<Guest, 'person' | 'post'>): string => [person, post].filter(Boolean).join(', ')
/** The last line of a list ends with a full stop, the others with «;». */
const listed = (lines: readonly string[]): Block[] =>
  lines.map((line, at) => p(`— ${line}${at + 1 < lines.length ? ';' : '.'}`, { align: 'left' }))

const agendaOf = ({ items }: OpenMeeting): Block[] => items.map(({ position, text }) => clause(String(position), `${text}.`))

/** The invitation with the agenda. (L-321m) */
export function invitationDocument({ opened, of, zone }: Given): Doc {
  const { one, chair, guests, day } = opened
  return document({ title: `Приглашение: ${one.title}`, date: day }, [
    section([
      ...letterheadOf(of),
      heading(1, 'Приглашение'),
      p(`«${one.title}»`, { align: 'center' }),
      gap(),
      p(`${one.kindTitle} состоится ${whenWords(one, zone)}.`),
      ...(one.room === null ? [] : [p(`Место: ${one.room}.`)]),
      ...(one.link === null ? [] : [p(`Ссылка для участия на расстоянии: ${one.link}`, { align: 'left' })]),
      heading(2, 'Повестка'),
      ...agendaOf(opened),
      ...(guests.length === 0 ? [] : [heading(2, 'Приглашены'), ...listed(guests.map(named))]),
      gap(),
      signature(of.post, asSigned(chair), { line: true }),
    ]),
  ])
}

const decisionLine = ({ person, dueOn }: OpenMeeting['decisions'][number]) => `Исполнитель — ${person}, срок — ${longDate(dueOn)}`

/** The minutes: who was there, what was heard, what was decided, each decision one person's by one day. (L-321m) */
export function minutesDocument({ opened, of, zone }: Given): Doc {
  const { one, chair, guests, items, decisions, day } = opened
  const there = guests.filter(({ present }) => present)
  const number = one.minutesNumber === null ? '№ ____' : `№ ${one.minutesNumber}`
  return document({ title: `Протокол: ${one.title}`, date: day }, [
    section([
      ...letterheadOf(of),
      heading(1, 'Протокол'),
      dateAndNumber(longDate(day), number),
      ...(one.minutesNumber === null ? [p('Черновик, ещё не подписан', { align: 'center' })] : []),
      heading(2, `${one.kindTitle}: «${one.title}»`),
      p(`${whenWords(one, zone)}${one.room === null ? '' : `; ${one.room}`}.`, { align: 'left' }),
      p(`Председатель: ${[chair, lower(of.post)].filter(Boolean).join(', ')}.`, { align: 'left' }),
      p(`Присутствовали: ${present(there.length, one.others)}`, { align: 'left', keepWithNext: there.length > 0 }),
      ...listed(there.map((guest) => (guest.deputy === null ? named(guest) : `${guest.deputy} (вместо: ${named(guest)})`))),
      heading(2, 'Повестка'),
      ...agendaOf(opened),
      ...items.flatMap((item) => {
        const own = decisions.filter(({ itemId }) => itemId === item.id)
        if (item.heard === null && own.length === 0) return []
        return [
          heading(3, `${item.position}. ${item.text}`, { align: 'left' }),
          ...(item.heard === null ? [] : [p([bold('Слушали: ')], { keepWithNext: true }), ...paragraphs(item.heard)]),
          ...(own.length === 0 ? [] : [p([bold('Решили:')], { keepWithNext: true })]),
          ...own.flatMap((decision) => [clause(decision.number, `${stopped(decision.text)} ${decisionLine(decision)}.`)]),
        ]
      }),
      gap(),
      signature('Председатель', asSigned(chair), { line: true }),
    ]),
  ])
}

const stopped = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)

const present = (invited: number, others: number | null): string => {
  const people = counted(invited + (others ?? 0), 'человек', 'человека', 'человек')
  return invited === 0 ? `${people}.` : others ? `${people}, из них по приглашению ${invited}:` : `${people}:`
}

/** One decision of signed minutes, for whoever carries it out. (L-321m) */
export function extractDocument({ opened, of }: Given, decision: OpenMeeting['decisions'][number]): Doc | null {
  const { one, items, chair, day } = opened
  const item = items.find(({ id }) => id === decision.itemId)
  if (one.minutesNumber === null || !item) return null
  return document({ title: `Выписка из протокола № ${one.minutesNumber}, п. ${decision.number}`, date: day }, [
    section([
      ...letterheadOf(of),
      heading(1, 'Выписка из протокола'),
      dateAndNumber(longDate(day), `№ ${one.minutesNumber}`),
      heading(2, `${one.kindTitle}: «${one.title}»`),
      p([bold('Вопрос повестки: '), `${item.position}. ${item.text}.`]),
      p([bold('Решили:')], { keepWithNext: true }),
      clause(decision.number, stopped(decision.text)),
      table(
        [column('Исполнитель', 4), column('Должность', 6), column('Срок', 3)],
        [[decision.person, decision.post ?? '', longDate(decision.dueOn)]],
      ),
      gap(),
      p('Выписка верна.', { align: 'left' }),
      gap(),
      signature('Председатель', asSigned(chair), { line: true }),
    ]),
  ])
}
