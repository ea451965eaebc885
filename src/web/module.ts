import { module } from '../kit/module.ts'
import { formTexts } from './texts.ts'

export default module({ name: 'web', ruleTexts: formTexts })
