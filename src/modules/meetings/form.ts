import type { PersonId } from '../../kernel/types.ts'
import { area, day, type Field, line, lineRead, optionalLine, row } from '../../kit/form/fields.ts'
import { chosenCode, hour, httpsLink } from '../../web/fields.ts'

const kind: Field<string> = {
  label: 'Вид встречи',
  told: 'вид встречи',
  reads: chosenCode('вид встречи'),
  look: { as: 'radios', options: [] },
}

/** What may be changed of a meeting until it is held. */
export const meetingForm = {
  title: line('Тема', { what: 'тему', most: 300 }),
  day: day('День'),
  from: lineRead('Начало', hour('начало'), { width: 5, hint: 'По местному времени, например 10:20' }),
  until: lineRead('Окончание', hour('окончание'), { width: 5 }),
  room: optionalLine('Где', { most: 300, hint: 'Адрес и кабинет; пусто, если только по ссылке' }),
  link: lineRead('Ссылка для участия на расстоянии', httpsLink, { hint: 'Начинается с https://. Можно оставить пустым' }),
  chairId: row<PersonId>('Кто ведёт', { what: 'того, кто ведёт', hint: 'Он же подписывает протокол' }),
  agenda: area('Повестка', {
    what: 'повестку',
    most: 8000,
    rows: 5,
    hint: 'Каждый вопрос с новой строки. В конце строки можно вставить адрес страницы системы: плана, отчёта, заявки, площадки',
  }),
}

/** The same when it is called: the kind says who is invited. */
export const callForm = { kind, ...meetingForm }
