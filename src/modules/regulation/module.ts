import { by, type Grants, members, office } from '../../authz/policy.ts'
import { module } from '../../kit/module.ts'
import type { Navigation } from '../../kit/navigation.ts'
import { paperWord } from '../../regulation/paper/questions.ts'
import { facts } from './facts.ts'
import { invariants } from './invariants.ts'
import { own as paths } from './paths.ts'
import { plugs } from './plugs.ts'
import { routes } from './routes.tsx'
import { firstRegulation } from './tasks.ts'
import { ruleTexts } from './texts.ts'

const permissions = {
  'regulation.view': members,
  // A draft is of those who write it, and of those whose signature puts it in force.
  'regulation.viewDraft': [...office, ...by('territory', 'signer', 'bodyMember')],
  'regulation.edit': by('territory', 'official', 'methodist'),
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

const navigation: Navigation = {
  work: [
    {
      place: 90,
      section: 'regulation',
      workOf: ['official', 'administrator'],
      label: (_, [first]) => (first ? paperWord(first.paper) : 'Положение'),
      href: (to) => paths.regulation(to),
    },
  ],
}

export default module({
  name: 'regulation',
  paths,
  navigation,
  permissions,
  facts,
  invariants,
  routes,
  tasks: [firstRegulation],
  ruleTexts,
  plugs,
})
