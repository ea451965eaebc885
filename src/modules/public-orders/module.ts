import { module } from '../../kit/module.ts'
import type { Navigation } from '../../kit/navigation.ts'
import { anyAct } from '../../regulation/acts.ts'
import { own as paths } from './paths.ts'
import { routes } from './routes.tsx'

const navigation: Navigation = {
  open: [{ place: 30, section: 'publicOrders', label: anyAct.many.title, href: paths.publicOrders({}) }],
}

export default module({ name: 'public-orders', paths, navigation, routes })
