import { by, type Grants } from '../../authz/policy.ts'
import { module } from '../../kit/module.ts'
import { own as paths } from './paths.ts'
import { routes } from './routes.tsx'
import { copyMissing } from './tasks.ts'

const permissions = {
  'copy.view': by('territory', 'administrator'),
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

export default module({ name: 'copies', paths, permissions, routes, tasks: [copyMissing] })
