import type { Route } from '../../web/route.ts'
import { draftRoutes } from './routes-draft.tsx'
import { lineRoutes } from './routes-line.tsx'
import { planRoutes } from './routes-plan.tsx'

export const routes: Route[] = [...planRoutes, ...draftRoutes, ...lineRoutes]
