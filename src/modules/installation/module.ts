import { by, type Grants } from '../../authz/policy.ts'
import { module } from '../../kit/module.ts'
import { facts } from './facts.ts'
import { own as paths } from './paths.ts'
import { routes } from './routes.tsx'
import { ruleTexts } from './texts.ts'

/** Of the installation itself: whoever keeps it has no right in any territory by that. */
const permissions = {
  'installation.keep': by('territory', 'installer'),
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

export default module({ name: 'installation', paths, permissions, facts, routes, ruleTexts })
