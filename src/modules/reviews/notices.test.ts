import { wholeSentences } from '../../../test/notices.ts'
import { notices } from './notices.ts'

const ofReview = { number: 5, dueOn: '2021-11-15' }
const ofReviewing = { number: 5, applicationId: 'a' }

wholeSentences(notices, {
  'review.assigned': ofReview,
  'review.dueSoon': ofReview,
  'review.dueToday': ofReview,
  'review.overdue': ofReview,
  'review.replaced': { number: 5 },
  'review.closed': { number: 5, reason: 'Заявку вернули на доработку' },
  'review.declined': { ...ofReviewing, expert: 'Ветров О. П.', reason: 'Работал с автором' },
  'review.late': { ...ofReviewing, expert: 'Ветров О. П.', dueOn: '2021-11-15' },
  'review.finished': ofReviewing,
  'review.needsExtra': { ...ofReviewing, spread: '32,5', limit: 20 },
  'review.outcomeKnown': { number: 5, granted: true, order: 'приказ от 28.01.2021 № 37-о' },
})
