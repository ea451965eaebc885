import { module } from '../../kit/module.ts'
import { routes } from './routes.ts'
import { ruleTexts } from './texts.ts'

export default module({ name: 'clock', routes, ruleTexts })
