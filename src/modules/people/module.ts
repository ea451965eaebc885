import { by, type Grants, members } from '../../authz/policy.ts'
import { module } from '../../kit/module.ts'
import { facts } from './facts.ts'
import { own as paths } from './paths.ts'
import { plugs } from './plugs.ts'
import { routes } from './routes.tsx'
import { searched } from './searched.ts'
import { ruleTexts } from './texts.ts'

const permissions = {
  'person.view': members,
  'person.register': [...by('territory', 'official', 'methodist', 'administrator'), ...by('ownOrganisation', 'schoolHead')],
  'person.edit': [...by('territory', 'official', 'methodist', 'administrator'), ...by('ownOrganisation', 'schoolHead')],
  'person.viewContacts': [
    ...by('territory', 'official', 'signatory', 'methodist', 'administrator'),
    ...by('ownOrganisation', 'schoolHead'),
    ...by('addressee', 'anyone'),
  ],
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

export default module({ name: 'people', paths, permissions, facts, routes, searched, ruleTexts, plugs })
