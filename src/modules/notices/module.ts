import { type Grants, members } from '../../authz/policy.ts'
import { module } from '../../kit/module.ts'
import { own as paths } from './paths.ts'
import { routes } from './routes.tsx'

const permissions = {
  'notice.read': members,
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

export default module({ name: 'notices', paths, permissions, routes })
