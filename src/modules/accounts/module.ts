import { by, type Grants } from '../../authz/policy.ts'
import { module } from '../../kit/module.ts'
import { facts } from './facts.ts'
import { notices } from './notices.ts'
import { own as paths } from './paths.ts'
import { ruleTexts } from './texts.ts'

const permissions = {
  'account.manage': by('territory', 'administrator', 'official'),
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

export default module({ name: 'accounts', paths, permissions, facts, notices, ruleTexts })
