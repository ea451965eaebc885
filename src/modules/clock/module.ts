import { type Grants, members } from '../../authz/policy.ts'
import { module } from '../../kit/module.ts'
import { facts } from './facts.ts'
import { own as paths } from './paths.ts'
import { routes } from './routes.ts'
import { ruleTexts } from './texts.ts'

const permissions = {
  'clock.advance': members,
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

export default module({ name: 'clock', paths, permissions, facts, routes, ruleTexts })
