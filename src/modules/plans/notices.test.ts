import { wholeSentences } from '../../../test/notices.ts'
import { notices } from './notices.ts'

const ofPlan = { site: 'Верх-Чебулинская СОШ', academicYear: 2021, caption: 'Утверждение' }

wholeSentences(notices, {
  'plan.awaitsDecision': ofPlan,
  'plan.stepPassed': ofPlan,
  'plan.returned': { ...ofPlan, remark: 'Мало занятий' },
  'plan.approved': ofPlan,
  'plan.withdrawn': { site: 'Верх-Чебулинская СОШ', academicYear: 2021 },
})
