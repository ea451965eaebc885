import { module } from '../../kit/module.ts'
import { invariants } from './invariants.ts'
import { notices } from './notices.ts'
import { reminders } from './reminders.ts'
import { applySilence } from './silence.ts'
import { tasks } from './tasks.ts'
import { ruleTexts } from './texts.ts'

export default module({ name: 'procedures', notices, ruleTexts, tasks, reminders, clockDeeds: [applySilence], invariants })
