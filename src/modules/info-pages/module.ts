import { module } from '../../kit/module.ts'
import type { Navigation } from '../../kit/navigation.ts'
import { own as paths } from './paths.ts'
import { routes } from './routes.tsx'

const navigation: Navigation = {
  footer: [
    { place: 20, label: 'Помощь', href: paths.help({}) },
    { place: 30, label: 'Персональные данные', href: paths.privacy({}) },
    { place: 40, label: 'Доступность', href: paths.accessibility({}) },
  ],
}

export default module({ name: 'info-pages', paths, navigation, routes })
