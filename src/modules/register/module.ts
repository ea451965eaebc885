import { module } from '../../kit/module.ts'
import type { Navigation } from '../../kit/navigation.ts'
import { own as paths } from './paths.ts'
import { routes } from './routes.tsx'

const navigation: Navigation = {
  open: [
    { place: 10, section: 'register', label: 'Площадки', href: paths.register({}) },
    { place: 40, section: 'openData', label: 'Открытые данные', href: paths.openData({}) },
  ],
  footer: [
    { place: 10, label: 'Реестр площадок', href: paths.register({}) },
    { place: 50, label: 'Открытые данные', href: paths.openData({}) },
  ],
}

export default module({ name: 'register', paths, navigation, routes })
