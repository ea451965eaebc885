import { module } from '../kit/module.ts'
import { ruleTexts } from './texts.ts'

export default module({ name: 'files', ruleTexts })
