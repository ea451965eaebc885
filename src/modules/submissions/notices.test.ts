import { wholeSentences } from '../../../test/notices.ts'
import { notices } from './notices.ts'

wholeSentences(notices, {
  'submission.awaitsDecision': { number: 1, call: 'Приём 2021 года', include: 2, exclude: 1 },
  'submission.returned': { number: 1, call: null, remark: 'Нет оснований' },
})
