import { type Grants, members } from '../../authz/policy.ts'
import { module } from '../../kit/module.ts'
import type { Navigation } from '../../kit/navigation.ts'
import { own as paths } from './paths.ts'
import { routes } from './routes.tsx'

const permissions = {
  'task.list': members,
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

const navigation: Navigation = { work: [{ place: 10, section: 'tasks', label: 'Дела', href: (to) => paths.tasks(to) }] }

export default module({ name: 'tasks', paths, navigation, permissions, routes })
