import { wholeSentences } from '../../../test/notices.ts'
import { periodKey } from '../../kernel/periods.ts'
import { notices } from './notices.ts'

const ofPlan = { site: 'Верх-Чебулинская СОШ', period: periodKey('2021/22'), caption: 'Утверждение' }

const { caption: _, ...named } = ofPlan
const proposed = { ...named, activity: 'Открытый урок' }

wholeSentences(notices, {
  'plan.awaitsDecision': ofPlan,
  'plan.stepPassed': ofPlan,
  'plan.returned': { ...ofPlan, remark: 'Мало занятий' },
  'plan.approved': ofPlan,
  'plan.lineProposed': { ...proposed, by: 'Зуева А. П.' },
  'plan.proposalTaken': proposed,
  'plan.proposalDeclined': { ...proposed, reason: 'Такое уже есть в плане' },
  'plan.withdrawn': { site: 'Верх-Чебулинская СОШ', period: periodKey('2021/22') },
})
