import { addressee, by, coordinator, type Grants, office, ownHead, siteTeam } from '../../authz/policy.ts'
import { module } from '../../kit/module.ts'
import { silences } from '../procedures/ports.ts'
import { siteOverview, siteRemarks } from '../sites/ports.ts'
import { silence } from './deeds/agree.ts'
import { facts } from './facts.ts'
import { notices } from './notices.ts'
import { own as paths } from './paths.ts'
import { routes } from './routes.tsx'
import { searched } from './searched.ts'
import { notAgreed, programmeOnOverview } from './site-part.tsx'
import { tasks } from './tasks.ts'
import { ruleTexts } from './texts.ts'

const permissions = {
  'programme.view': [...[...office, ...ownHead, ...addressee, ...siteTeam], ...[...coordinator, ...by('heldRole', 'anyone')]],
  'programme.edit': [...ownHead, ...addressee, ...siteTeam],
  'programme.send': by('headedSite', 'siteHead'),
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

const plugs = [
  silences.plug({ kind: 'programme', apply: silence }),
  siteOverview.plug(programmeOnOverview),
  siteRemarks.plug(notAgreed),
]

const told = { facts, notices, ruleTexts }
export default module({ name: 'programmes', paths, permissions, routes, searched, plugs, tasks, ...told })
