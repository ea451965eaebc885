import { by, type Grants } from '../../authz/policy.ts'
import { module } from '../../kit/module.ts'
import { facts } from './facts.ts'
import { own as paths } from './paths.ts'
import { routes } from './routes.tsx'
import { ruleTexts } from './texts.ts'

const permissions = {
  'settings.edit': by('territory', 'official', 'methodist'),
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

export default module({ name: 'settings', paths, permissions, facts, ruleTexts, routes })
