import { module } from '../../kit/module.ts'
import type { Navigation } from '../../kit/navigation.ts'
import { own as paths } from './paths.ts'
import { routes } from './routes.tsx'

const navigation: Navigation = {
  open: [{ place: 20, section: 'publicCalls', label: 'Приём заявок', href: paths.publicCalls({}) }],
}

export default module({ name: 'public-calls', paths, navigation, routes })
