import { module } from '../../kit/module.ts'
import { evidenceRoutes } from './evidence/routes.tsx'
import { ruleTexts as evidenceTexts } from './evidence/texts.ts'
import { operatorRoutes } from './operator/routes.tsx'
import { ruleTexts as operatorTexts } from './operator/texts.ts'
import { routes } from './routes.tsx'
import { ruleTexts } from './texts.ts'

export default module({
  name: 'applications',
  routes: [...routes, ...evidenceRoutes, ...operatorRoutes],
  ruleTexts: { ...ruleTexts, ...evidenceTexts, ...operatorTexts },
})
