import { counted } from '../../kernel/plural.ts'
import type { Day } from '../../kernel/types.ts'
import type { TagProps } from '../../ui/content.ts'
import type { RuleTexts } from '../../web/refusals.ts'
import type { PairState } from './machine.ts'
import { isSilent } from './meeting-rules.ts'
import { isOrphan, isOverdue, type Load } from './rules.ts'

/** What no answer can mend. */
const beginsNoMore = (why: string) => `Эту пару уже нельзя начать: ${why}. Откажитесь и предложите новую`

export const ruleTexts: RuleTexts = {
  'pair.notAsked': 'Положение этой территории о наставничестве не говорит, и центр его не включил',
  'pair.endsBeforeItBegins': 'Поставьте последний день не раньше первого',
  'pair.outsideStatus': ({ term }) => `Поставьте дни внутри срока статуса площадки: ${term}`,
  'pair.termIsOver': ({ today }) => `Срок пары уже вышел. Поставьте последний день не раньше сегодняшнего, ${today}`,
  'pair.oneself': 'Выберите другого человека: наставником самому себе быть нельзя',
  'pair.mentorHasNoRole': ({ day }) =>
    `Выберите другого: у этого человека на ${day} нет назначения, которое даёт право вести пару`,
  'pair.roleEnds': ({ day }) => `Поставьте последний день не позже ${day}: тогда кончается назначение того, кто ведёт пару`,
  'pair.noPost': ({ day }) => `Выберите другого человека или запишите его должность: на ${day} её нет`,
  'pair.postEnds': ({ day }) => `Поставьте последний день не позже ${day}: тогда кончается должность того, кто учится`,
  'pair.tooMany': ({ pairs, most }) => `Выберите другого: этот человек ведёт ${pairs} из ${most} пар, больше он не берёт`,
  'pair.youLeadEnough': ({ pairs, most }) =>
    `Вы ведёте ${pairs} из ${most} пар: измените число на странице «Сколько пар я веду» или откажитесь`,
  'pair.mentorLeadsEnough': ({ pairs, most }) =>
    `Эту пару сейчас начать нельзя: наставник ведёт ${pairs} из ${most} пар. Откажитесь или подождите`,
  'pair.answeredWithoutRole': ({ day }) => beginsNoMore(`на ${day} у наставника нет назначения, которое даёт право вести пару`),
  'pair.answeredRoleEnds': ({ day }) => beginsNoMore(`назначение наставника кончается ${day}, раньше, чем пара`),
  'pair.answeredWithoutPost': ({ day }) => beginsNoMore(`на ${day} у того, кто учится, нет должности`),
  'pair.answeredPostEnds': ({ day }) => beginsNoMore(`должность того, кто учится, кончается ${day}, раньше, чем пара`),
  'pair.answeredTooLate': beginsNoMore('её срок вышел'),
  'pair.answeredOutsideStatus': ({ term }) => beginsNoMore(`её дни не внутри срока статуса площадки: ${term}`),
  'pair.heirRoleEnds': ({ day }) => `Выберите другого: назначение этого человека кончается ${day}, раньше, чем пара`,
  'pair.passedTooLate': ({ day }) => `Запишите итог пары: её срок вышел ${day}, передавать уже нечего`,
  'pair.twice': 'Эта пара уже есть: откройте её в списке',
  'pair.notOwnDeficit': 'Выберите дефицит из своих открытых или оставьте поле пустым',
  'pair.endedAhead': ({ today }) => `Поставьте день не позже сегодняшнего, ${today}`,
  'pair.endedBeforeItBegan': ({ today }) => `Поставьте сегодняшний день, ${today}: пара ещё не началась`,
  'pair.endedTooEarly': ({ day }) => `Поставьте день не раньше ${day}: тогда пара ещё работала`,
  'pair.endedAfterTerm': ({ day }) => `Поставьте день не позже ${day}: это последний день пары`,
  'pair.notBegunYet': ({ day }) => `Подождите до ${day}: это первый день пары, встречи записывают с него`,
  'pair.meetingAhead': ({ today }) => `Поставьте день не позже сегодняшнего, ${today}: записывают то, что уже было`,
  'pair.meetingBefore': ({ day }) => `Поставьте день не раньше ${day}: до него пары не было`,
  'pair.meetingAfter': ({ day }) => `Поставьте день не позже ${day}: это последний день пары`,
  'pair.noticeIsShort': ({ day }) => `Поставьте день не раньше ${day}: предупреждают не позднее чем за три рабочих дня`,
  'pair.endsSooner': ({ day }) => `Пара и так закончится ${day}: отказываться уже не от чего`,
  'pair.isWithdrawn': 'Отказ уже записан: кто ведёт пару дальше, решает руководитель площадки',
  'pair.isPassed': 'Другой человек для этой пары уже назван: дождитесь ответа или отзовите предложение',
  'pair.nothingLed': 'Показывать пока нечего: вы ещё не вели ни одной пары',
  'pair.isOver': 'Пара уже закончила работу. Для нового дела предложите новую',
  'pair.isAnswered': 'Ответ уже записан: откройте страницу заново',
}

export const stateWords: Readonly<Record<PairState, string>> = {
  proposed: 'Ждёт обоих',
  waitsForMentor: 'Ждёт наставника',
  waitsForMentee: 'Ждёт подопечного',
  running: 'Работает',
  declined: 'Не состоялась',
  ended: 'Закончена',
}

type Shown = {
  readonly state: PairState
  readonly startsOn: Day
  readonly endsOn: Day
  readonly heardOn: Day
  readonly isLed: boolean
}

/** How a pair stands on a day; `silence`: after so many days without a word it is silent. */
export function tagOf(one: Shown, today: Day, silence: number): TagProps {
  const { state, startsOn } = one
  if (isOrphan(one, today)) return { tone: 'late', word: 'Ничья' }
  if (isOverdue(one, today)) return { tone: 'late', word: 'Ждёт итога' }
  if (isSilent(one, today, silence)) return { tone: 'wait', word: 'Нет вестей' }
  if (state === 'running')
    return startsOn > today ? { tone: 'calm', word: 'Ещё не началась' } : { tone: 'now', word: stateWords[state] }
  if (state === 'ended') return { tone: 'ok', word: stateWords[state] }
  return { tone: state === 'declined' ? 'calm' : 'wait', word: stateWords[state] }
}

/** «ведёт 2 пары из 3» */
export const loadWords = ({ pairs, most }: Load): string =>
  pairs === 0 ? `пар нет, берёт до ${most}` : `ведёт ${counted(pairs, 'пару', 'пары', 'пар')} из ${most}`

export type Answer = 'met' | 'later'
export const answerWords: Readonly<Record<Answer, string>> = { met: 'встречались', later: 'пока не нужно' }

/** «45 мин», «2 ч», «2 ч 30 мин» */
export const minutesWords = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours > 0 && `${hours} ч`, rest > 0 && `${rest} мин`].filter(Boolean).join(' ') || '0 мин'
}
