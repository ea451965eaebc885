import { wholeSentences } from '../../../test/notices.ts'
import { notices } from './notices.ts'

const information = { applicationId: 'a', number: 3, question: 'Сколько учителей?' }
const dueInformation = { ...information, dueOn: '2022-06-15' }
const ofCall = { title: 'Приём 2021 года', closes: '18:00 15 октября 2021 г. по московскому времени' }

wholeSentences(notices, {
  'application.unsent': { ...ofCall, days: 7 },
  'application.invited': {
    theme: 'Читаем вместе',
    by: 'Школа № 2',
    organisation: 'Школа № 1',
    deadline: '18:00 15 октября 2026 г.',
  },
  'application.confirmed': { theme: 'Читаем вместе', by: 'Школа № 1' },
  'application.refused': { theme: '', by: 'Школа № 1', reason: 'Нет людей' },
  'application.letIn': { theme: 'Читаем вместе', by: 'Снигур Н. А.' },
  'application.voteAsked': { theme: 'Читаем вместе', by: 'Школа № 2', candidate: 'Снигур Н. А.' },
  'application.submitted': { number: 12, theme: 'Читаем вместе', organisation: 'Школа № 2', call: null, round: 2 },
  'application.withdrawn': { number: 12, theme: 'Читаем вместе', organisation: 'Школа № 2', call: null, reason: 'Передумали' },
  'application.received': {
    number: 12,
    theme: 'Читаем вместе',
    organisation: 'Школа № 2',
    call: 'Приём 2026',
    round: 1,
    at: '15 октября 2026 г., 17:59',
  },
  'application.admitted': { number: 3, theme: 'Наставничество', next: 'Дальше заявку читают эксперты' },
  'application.returned': { number: 3, theme: 'Наставничество', remarks: 2, first: 'Нет протокола' },
  'information.asked': { ...information, dueOn: null },
  'information.withdrawn': information,
  'information.dueSoon': dueInformation,
  'information.dueToday': dueInformation,
  'information.overdue': dueInformation,
  'information.answered': { ...information, answer: 'Двенадцать' },
  'information.notAnswered': dueInformation,
  'application.granted': { number: 5, theme: 'Наставничество', order: 'приказ от 28.01.2021 № 37-о' },
  'application.declined': { number: 5, theme: 'Наставничество', order: 'приказ от 28.01.2021 № 37-о', reason: 'Мало занятий' },
  'application.reopened': { number: 5, theme: 'Наставничество', order: 'приказ от 28.01.2021 № 37-о' },
})
