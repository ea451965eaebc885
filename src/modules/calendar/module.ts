import { by, type Grants, members } from '../../authz/policy.ts'
import { module } from '../../kit/module.ts'
import { facts } from './facts.ts'
import { own as paths } from './paths.ts'
import { routes } from './routes.tsx'
import { ruleTexts } from './texts.ts'

const permissions = {
  'calendar.view': members,
  'calendar.keep': by('territory', 'official', 'methodist'),
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

export default module({ name: 'calendar', paths, permissions, facts, ruleTexts, routes })
