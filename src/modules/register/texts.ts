/** What a field of the data or a condition of an address means. */
export type Description = { readonly name: string; readonly text: string }

export const fieldDescriptions: readonly Description[] = [
  { name: 'id', text: 'Постоянный знак площадки' },
  { name: 'name, fullName', text: 'Короткое и полное название организации или организаций' },
  { name: 'kinds', text: 'Виды организаций: school, kindergarten, supplementary, methodicalCentre, institute' },
  { name: 'settlements', text: 'Населённые пункты' },
  { name: 'territory', text: 'Территория: code для адресов и name' },
  { name: 'theme, direction', text: 'Тема площадки и направление, если приказ его называет' },
  {
    name: 'state, stateOn',
    text: 'Состояние и день, на который оно сказано: notStarted — ещё не начала, active — действует, expiring — истекает в ближайшие 90 дней, suspended — приостановлена, ended — завершена в срок, terminated — прекращена раньше срока',
  },
  { name: 'from, to', text: 'Первый и последний день статуса, год-месяц-день' },
  {
    name: 'suspensions',
    text: 'Когда деятельность была или остаётся приостановлена: from, to (пусто, пока не возобновлена) и приказ order',
  },
  {
    name: 'order',
    text: 'Основание: kind (order — приказ, directive — распоряжение), number, date, point и адрес page, если приказ опубликован',
  },
  { name: 'head', text: 'Руководитель площадки, как его называет приказ' },
  { name: 'page', text: 'Адрес страницы площадки' },
]

export const queryDescriptions: readonly Description[] = [
  { name: 'q', text: 'Слова: ищутся во всех формах и с опечатками' },
  { name: 'date', text: 'День, на который нужен реестр, например 01.09.2021; без него — на сегодня' },
  { name: 'territory', text: 'Код территории' },
  { name: 'kind', text: 'Вид организации; можно несколько раз' },
  { name: 'direction', text: 'Направление, слово в слово' },
  { name: 'state', text: 'Состояние, как в поле state, или all; без него — действующие' },
]

export const callDescriptions: readonly Description[] = [
  { name: 'id, title', text: 'Постоянный знак и название приёма' },
  { name: 'territory', text: 'Территория: code для адресов, name и timeZone — по каким часам идёт приём' },
  { name: 'state', text: 'announced — объявлен, open — идёт, closingSoon — закончится в ближайшие 7 дней, closed — окончен' },
  { name: 'opensAt, closesAt', text: 'Мгновения начала и конца по всемирному времени' },
  { name: 'revokedOn', text: 'День, с которого приём отменён приказом' },
  { name: 'initiators, hostKinds', text: 'Кто подаёт заявку и какие организации могут стать площадкой' },
  { name: 'directions, contingent, places', text: 'Направления, кто стажируется, сколько площадок можно открыть' },
  { name: 'criteria', text: 'Критерии экспертизы: title, weight и levels с points и text' },
  { name: 'order, page', text: 'Основание и адрес страницы приёма' },
]
