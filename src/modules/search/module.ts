import { sql } from 'kysely'
import { type Grants, members } from '../../authz/policy.ts'
import type { Invariant } from '../../kit/invariants.ts'
import { module } from '../../kit/module.ts'
import { own as paths } from './paths.ts'
import { routes } from './routes.tsx'

const permissions = {
  'search.use': members,
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

const invariants: readonly Invariant[] = [
  {
    name: 'search.isWhole',
    says: 'Слова для поиска — те, что стоят в именах, документах, планах и программах',
    broken: sql`select id from search_astray() id`,
  },
]

export default module({ name: 'search', paths, permissions, invariants, routes })
