import type { TagProps } from '../../ui/content.ts'
import type { RuleTexts } from '../../web/refusals.ts'
import type { DutyLine } from '../orders/execution-queries.ts'
import type { Guest, MeetingRow } from './queries.ts'

export const ruleTexts: RuleTexts = {
  'meeting.endsBeforeItBegins': 'Поставьте окончание позже начала',
  'meeting.isPast': 'Поставьте день и час, которые ещё впереди',
  'meeting.nowhere': 'Напишите, где собираются, или дайте ссылку',
  'meeting.unknownKind': 'Выберите вид встречи из списка',
  'meeting.noAgenda': 'Напишите хотя бы один вопрос повестки',
  'meeting.longAgenda': ({ most }) => `Сократите повестку: в ней не больше ${most} вопросов`,
  'meeting.longItem': ({ most }) => `Сократите вопрос повестки до ${most} знаков`,
  'meeting.foreignPage': ({ address }) =>
    `Уберите адрес ${address}: в повестку вставляют адреса страниц этой территории в системе. Другую ссылку напишите словами`,
  'meeting.itemIsAddress': ({ address }) => `Напишите перед адресом ${address}, о чём вопрос`,
  'meeting.hasBegun': 'Отвечать уже поздно: встреча началась',
  'meeting.isAhead': ({ day, from }) => `Отметить, кто был, можно ${day} с ${from}: до этого часа встреча не началась`,
  'meeting.isChair': 'Выберите другого человека: этот уже ведёт встречу',
  'meeting.isInvited': 'Выберите другого человека: этот уже приглашён',
  'meeting.emptyMinutes': 'Сначала запишите, что слушали или решили: пустой протокол не подписывают',
  'meeting.dueBefore': ({ day }) => `Поставьте срок не раньше дня встречи, ${day}`,
  'meeting.dueIsPast': ({ day }) => `Поставьте срок не раньше сегодняшнего дня, ${day}`,
  'meeting.lateDecisions': ({ late }) =>
    `Срок уже прошёл в решениях: ${late}. Уберите их и запишите снова с новым сроком, потом подписывайте`,
  'meeting.notHeld': 'Протокол пишут, когда встреча состоялась, и до подписи: после неё в нём ничего не меняется',
  'meeting.chairStays': 'Протокол подписан или встреча отменена: кто её вёл, больше не меняется',
  'meeting.isOver': 'Встреча уже прошла или отменена. Созовите новую',
}

export const placeWords = ({ room }: { readonly room: string | null }): string => room ?? 'по ссылке'

/** How a meeting stands. */
export function tagOf({ state, day }: Pick<MeetingRow, 'state'> & { readonly day: string }, today: string): TagProps {
  if (state === 'cancelled') return { tone: 'calm', word: 'Отменено' }
  if (state === 'minutesSigned') return { tone: 'ok', word: 'Протокол подписан' }
  if (state === 'held') return { tone: 'wait', word: 'Ждёт протокола' }
  if (day === today) return { tone: 'now', word: 'Сегодня' }
  return day < today ? { tone: 'wait', word: 'Отметьте, кто был' } : { tone: 'now', word: 'Впереди' }
}

/** How a duty by the minutes stands. */
export const dutyTag = ({ state, isOverdue }: Pick<DutyLine, 'state' | 'isOverdue'>): TagProps => {
  if (isOverdue) return { tone: 'late', word: 'Просрочено' }
  if (state === 'open') return { tone: 'now', word: 'В работе' }
  if (state === 'done') return { tone: 'wait', word: 'Ждёт приёмки' }
  return state === 'accepted' ? { tone: 'ok', word: 'Исполнено' } : { tone: 'calm', word: 'Снято' }
}

/** What a guest has answered. */
export const answerTag = ({ answer, deputy }: Pick<Guest, 'answer' | 'deputy'>): TagProps => {
  if (answer === null) return { tone: 'wait', word: 'Ответа нет' }
  if (answer === 'comes') return { tone: 'ok', word: 'Будет' }
  return deputy === null ? { tone: 'late', word: 'Не сможет' } : { tone: 'calm', word: 'Пришлёт другого' }
}
