import type { TagProps } from '../../ui/content.ts'
import type { RuleTexts } from '../../web/refusals.ts'
import type { GroupRow } from './queries.ts'
import { isOverdue } from './rules.ts'

export const ruleTexts: RuleTexts = {
  'group.notAsked': 'Положение этой территории рабочих групп не предусматривает',
  'group.endsBeforeItBegins': 'Поставьте последний день не раньше первого',
  'group.outsideStatus': ({ term }) => `Поставьте дни внутри срока статуса площадки: ${term}`,
  'group.needsDirection': 'Выберите направление: группы создают по направлениям работы площадки',
  'group.membersOutside': 'Поставьте срок, в который входят дни всех участников',
  'group.outsideTerm': ({ term }) => `Поставьте день внутри срока группы: ${term}`,
  'group.isMember': 'Выберите другого человека: этот уже в группе',
  'group.noPost': ({ day }) => `Выберите другого человека или запишите его должность: на ${day} её нет`,
  'group.leaderStays': 'Сначала назначьте другого руководителя группы: без него группа не работает',
  'group.leavingOutside': ({ term }) => `Поставьте день, когда человек был в группе: ${term}`,
  'group.leaderIsMember': 'Выберите того, кто уже работает в группе и остаётся в ней до конца',
  'group.postEnds': ({ who, day }) =>
    `Поставьте последний день группы раньше или запишите должность: ${who}, с ${day} должности нет`,
  'group.closedAhead': ({ today }) => `Поставьте день не позже сегодняшнего, ${today}`,
  'group.closedTooEarly': ({ day }) => `Поставьте день не раньше ${day}: в группе тогда ещё работали`,
  'group.isClosed': 'Группа уже закончила работу. Для нового дела создайте новую',
}

/** How a group stands on a day. */
export const tagOf = (one: Pick<GroupRow, 'state' | 'endsOn' | 'startsOn'>, today: string): TagProps => {
  if (one.state === 'closed') return { tone: 'ok', word: 'Закончила работу' }
  if (isOverdue(one, today)) return { tone: 'late', word: 'Ждёт результата' }
  return one.startsOn > today ? { tone: 'calm', word: 'Ещё не начала' } : { tone: 'now', word: 'Работает' }
}
