import { counted, plural } from '../../kernel/plural.ts'
import type { Instant } from '../../kernel/types.ts'
import type { TagProps } from '../../ui/content.ts'
import type { RuleTexts } from '../../web/refusals.ts'
import type { EventState, PlaceState } from './machine.ts'
import type { Running } from './rules.ts'

export const ruleTexts: RuleTexts = {
  'event.notOpen': 'Дождитесь, когда мероприятие объявят: пока его готовят',
  'event.isCancelled': 'Выберите другое мероприятие: это отменено',
  'event.isOver': 'Откройте список мероприятий: это уже состоялось',
  'event.hasBegun': 'Подойдите к ведущему: мероприятие уже началось, и он отметит вас сам',
  'event.own': 'Пригласите других: вы проводите это мероприятие сами',
  'event.headsIts': 'Выберите другого человека: руководителя площадки в список гостей не добавляют',
  'event.sendsOthers': 'Выберите педагога: сами вы записываетесь кнопкой «Записаться»',
  'event.clash': ({ title }) => `Сначала откажитесь от места на «${title}»: оно идёт в это же время`,
  'event.markTooEarly': 'Отметьте пришедших, когда они соберутся: список открывается за полчаса до начала',
  'event.markCancelled':
    'Назначьте мероприятие заново из строки плана, если оно всё-таки прошло, и отметьте людей там: это отменено',
  'event.markedAlready': 'Выберите другого человека: этот уже отмечен',
  'event.pressTooEarly': 'Нажмите ближе к началу: отметиться можно за полчаса до него',
  'event.pressTooLate': 'Попросите ведущего отметить вас: час после окончания прошёл',
  'event.wrongCode': 'Откройте страницу по коду, который показан на занятии: здесь он не подошёл',
  'event.outsidePlan': ({ from, to }) =>
    from
      ? `Поставьте день с ${from}${to ? ` по ${to}` : ''}: за этот период составлен план площадки`
      : 'Выберите другой план: в его период площадка не работает',
  'event.endsBeforeStart': 'Поставьте окончание позже начала: мероприятие кончается в тот же день',
  'event.onlyRemote': ({ reason }) => `${reason}. Дайте ссылку и оставьте поле «Где» пустым`,
  'event.noLetters': 'Сообщите участникам иначе: о работе на расстоянии Положение ничего не говорит',
  'event.nobodyToWrite': 'Дождитесь, когда кто-нибудь запишется: писать пока некому',
  'event.needsPlace': 'Напишите, где пройдёт мероприятие, или дайте ссылку',
  'event.placesBelowTaken': ({ confirmed }) => `Оставьте не меньше ${confirmed}: столько мест уже занято`,
  'event.keptAbovePlaces': 'Придержите не больше мест, чем их всего',
  'event.keptNeedsDay': 'Назовите и число мест, которые придержать, и день, по который',
  'event.keptTooLong': 'Поставьте день раньше дня мероприятия: потом места займут все желающие',
  'event.longAgo': ({ days }) => `Поставьте день не раньше чем ${days} дней назад: о более давнем отчитываются в строке плана`,
  'event.noPlace': 'Вы не записаны: отказываться не от чего',
  'event.noAnswerNow': 'Скажите тому, кто вас направил, придёте ли вы: записать ответ здесь сейчас нельзя',
  'event.ownPeopleOnly': 'Выберите человека из своей организации',
  'event.comesAlready': 'Выберите другого человека: этот уже записан или приглашён',
  'event.lineIsReported': 'Поправьте отчёт этой строки плана или выберите другую: о ней уже отчитались без мероприятия',
  'event.notOver': 'Закройте мероприятие, когда оно закончится. Закончилось раньше — сначала поправьте час окончания',
  'event.nobodyMarked': 'Отметьте в списке, кто был, или напишите число гостей; если не пришёл никто, отмените мероприятие',
  'event.someWereThere': ({ present }) =>
    `Закройте мероприятие, когда оно кончится: в списке уже ${plural(Number(present), 'отмечен', 'отмечены', 'отмечены')}: ${counted(Number(present), 'человек', 'человека', 'человек')}. Отметили по ошибке — сначала снимите отметки`,
  'event.manyGuests': ({ guests, places }) =>
    `Проверьте число: гостей ${guests}, а мест было ${places}. Если так и есть, отметьте это`,
  'event.correctedTooLate': ({ days }) =>
    `Напишите о неточности в примечании к отчёту: список правят ${days} дней после закрытия`,
  'event.correctionNeedsReason': 'Напишите, почему исправляете список закрытого мероприятия',
  'event.answersOfThosePresent': 'Отвечают те, кто был на мероприятии; если вы были, попросите ведущего отметить вас',
  'event.answeredAlready': 'Вы уже ответили: второй раз не нужно',
}

const eventTags: Readonly<Record<EventState, TagProps>> = {
  draft: { tone: 'calm', word: 'Готовится' },
  open: { tone: 'now', word: 'Открыта запись' },
  closed: { tone: 'ok', word: 'Состоялось' },
  cancelled: { tone: 'calm', icon: 'end', word: 'Отменено' },
}

/**
 * The state of an event as one reads it at a moment: what is announced is signed up for, where there is no place left for the queue, goes on, or
 * is over and not yet closed.
 */
export function eventTag({ state, startsAt, endsAt, free }: Running & { readonly free?: number | null }, now: Instant): TagProps {
  if (state === 'open' && now < startsAt && free === 0) return { tone: 'wait', icon: 'wait', word: 'Запись в очередь' }
  if (state !== 'open' || now < startsAt) return eventTags[state]
  return now < endsAt ? { tone: 'now', word: 'Идёт' } : { tone: 'wait', icon: 'wait', word: 'Прошло' }
}

export const placeTags: Readonly<Record<PlaceState, TagProps>> = {
  offered: { tone: 'wait', icon: 'wait', word: 'Вас направляют' },
  confirmed: { tone: 'ok', word: 'Вы записаны' },
  waiting: { tone: 'wait', icon: 'wait', word: 'Вы в очереди' },
  declined: { tone: 'calm', word: 'Вы отказались' },
  withdrawn: { tone: 'calm', word: 'Вы отказались' },
  came: { tone: 'ok', word: 'Вы пришли' },
}

const ofOthers: Readonly<Record<PlaceState, string>> = {
  offered: 'Ждём ответа',
  confirmed: 'Есть место',
  waiting: 'В очереди',
  declined: 'Отказ',
  withdrawn: 'Отказ',
  came: 'Без записи',
}
/** The place of somebody else, as it is told to those who see it. */
export const othersTag = (state: PlaceState): TagProps => ({ ...placeTags[state], word: ofOthers[state] })

type Counted = {
  readonly places: number | null
  readonly taken: number
  /** Null: nobody signs up any more. */
  readonly free: number | null
  /** Whether what is free is for whoever reads it. */
  readonly isTheirs: boolean
}
/** «всего 12, занято 3, для вас свободно 9» */
export function placesWords({ places, taken, free, isTheirs }: Counted): string {
  if (places === null) return taken === 0 ? 'сколько придёт' : `сколько придёт, записано ${taken}`
  const all = `всего ${places}, занято ${taken}`
  if (free === null || (!isTheirs && free === 0)) return all
  if (free === 0) return `${all}, свободных для вас нет`
  return `${all}, ${isTheirs ? 'для вас свободно' : 'свободно'} ${free}`
}

/** «9 человек, из них гостей — 7» */
export const cameWords = (present: number, guests: number): string =>
  [counted(present + guests, 'человек', 'человека', 'человек'), ...(guests > 0 ? [`из них гостей — ${guests}`] : [])].join(', ')

/** Over the list of an event: who is to come, who may be there now, who had signed up. */
export const peopleTitle = ({ state, startsAt }: Pick<Running, 'state' | 'startsAt'>, now: Instant): string =>
  state === 'closed' ? 'Кто записывался' : now < startsAt ? 'Кто придёт' : 'Кто записан'

/** In place of a list of nobody; `adds`: whether those who came are added under it now. */
export const nobodyToMark = (adds: boolean): string =>
  [
    'На мероприятие никто не записан.',
    `Пришедшие отметятся сами по коду в комнате${adds ? '; можно и добавить их ниже по фамилии' : ''}.`,
    'Кого нет в системе, тех впишите в число гостей, когда закроете мероприятие.',
  ].join(' ')

/** Secret addresses, each shown once. */
export const ofFeed = {
  title: 'Адрес вашего календаря',
  says: 'Добавьте этот адрес в календарь телефона как подписку. Никому его не показывайте: по нему видно, куда вы идёте.',
}
export const ofAnswer = {
  title: 'Ссылка для ответа',
  says: 'Передайте эту ссылку педагогу: по ней он ответит «Приду» или «Не приду» без входа. Прежняя ссылка больше не действует.',
}
