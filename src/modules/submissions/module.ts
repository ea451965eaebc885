import { by, type Grants, office } from '../../authz/policy.ts'
import { module } from '../../kit/module.ts'
import { facts } from './facts.ts'
import { invariants } from './invariants.ts'
import { notices } from './notices.ts'
import { own as paths } from './paths.ts'
import { plugs } from './plugs.ts'
import { routes } from './routes.tsx'
import { tasks } from './tasks.ts'
import { ruleTexts } from './texts.ts'

const permissions = {
  'submission.view': office,
  'submission.edit': by('territory', 'methodist'),
  'submission.decide': by('territory', 'official', 'signatory'),
  // Where the regulation knows no submission, whoever prepares orders writes the decision down.
  'decision.prepare': office,
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

export default module({ name: 'submissions', paths, permissions, facts, invariants, tasks, notices, routes, ruleTexts, plugs })
