import { wholeSentences } from '../../../test/notices.ts'
import { notices } from './notices.ts'

const of = { title: 'Начало учебного года', when: '26 августа 2021 г., четверг, 10:00–11:30', where: 'Малый зал' }
wholeSentences(notices, {
  'meeting.called': of,
  'meeting.chairs': { ...of, chair: 'Наумова Е. П.' },
  'meeting.chairLeft': { ...of, chair: 'Наумова Е. П.' },
  'meeting.moved': { ...of, was: '25 августа 2021 г., среда, 10:00–11:30', again: true },
  'meeting.cancelled': { ...of, reason: 'Карантин' },
  'meeting.cannot': { title: of.title, person: 'Липатов С. В.', deputy: 'Орлова М. И., заместитель директора' },
  'meeting.minutesSigned': { title: of.title, number: 3, decisions: 2 },
  'meeting.soon': of,
})
