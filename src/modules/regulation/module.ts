import { type Grants, members } from '../../authz/policy.ts'
import { module } from '../../kit/module.ts'
import { facts } from './facts.ts'
import { invariants } from './invariants.ts'
import { plugs } from './plugs.ts'
import { routes } from './routes.tsx'
import { ruleTexts } from './texts.ts'

const permissions = {
  'regulation.view': members,
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

export default module({ name: 'regulation', permissions, facts, invariants, routes, ruleTexts, plugs })
