import { asked, checkbox, day, line, lineRead, optionalDay, optionalLine } from '../../kit/form/fields.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { attaches } from '../../regulation/status/questions.ts'
import { hour, httpsLink, optionalWhole } from '../../web/fields.ts'

/** What is said of an event when it is planned. */
export const eventForm = {
  title: line('Название', { most: 300 }),
  day: day('День'),
  from: lineRead('Начало', hour('начало'), { width: 5, hint: 'По местному времени, например 10:20' }),
  until: lineRead('Окончание', hour('окончание'), { width: 5 }),
  room: optionalLine('Где', { most: 300, hint: 'Адрес и кабинет; пусто, если только по ссылке' }),
  link: lineRead('Ссылка для участия на расстоянии', httpsLink, {
    hint: 'Можно оставить пустым. Её увидят те, у кого есть место',
  }),
  audience: optionalLine('Для кого', { most: 300, hint: 'Например: учителя математики. Можно оставить пустым' }),
  places: lineRead('Сколько мест', optionalWhole('сколько мест', 1, 100_000), {
    width: 5,
    hint: 'Пусто — сколько придёт',
    inputMode: 'decimal',
  }),
  keptPlaces: lineRead('Из них придержать для закреплённых организаций', optionalWhole('сколько мест придержать', 1, 100_000), {
    width: 5,
    hint: 'Можно оставить пустым',
    inputMode: 'decimal',
  }),
  keptUntil: optionalDay('Придержать по день включительно'),
  takesLessons: checkbox('Идёт в учебное время: руководитель отпускает участника с уроков'),
}

/** The form where a regulation is in force: places are kept for attached organisations only where there are any. */
export const formUnder = (regulation: Regulation) =>
  attaches(regulation).value ? eventForm : asked(eventForm, { keptPlaces: false, keptUntil: false })
