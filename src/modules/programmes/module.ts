import { addressee, by, type Grants, office, ownHead, siteTeam } from '../../authz/policy.ts'
import { module } from '../../kit/module.ts'
import { facts } from './facts.ts'
import { own as paths } from './paths.ts'
import { routes } from './routes.tsx'
import { searched } from './searched.ts'
import { ruleTexts } from './texts.ts'

const permissions = {
  'programme.view': [...office, ...ownHead, ...addressee, ...by('coordinatedSite', 'coordinator'), ...siteTeam],
  'programme.edit': [...ownHead, ...addressee, ...siteTeam],
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

export default module({ name: 'programmes', paths, permissions, facts, routes, searched, ruleTexts })
