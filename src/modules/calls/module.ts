import { module } from '../../kit/module.ts'
import { routes } from './routes.tsx'
import { ruleTexts } from './texts.ts'

export default module({ name: 'calls', routes, ruleTexts })
