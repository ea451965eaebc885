import { module } from '../../kit/module.ts'
import { routes } from './routes.tsx'

export default module({ name: 'public-calls', routes })
