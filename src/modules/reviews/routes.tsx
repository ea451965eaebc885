import type { Route } from '../../web/route.ts'
import { expertRoutes } from './routes-expert.tsx'
import { leadingRoutes } from './routes-leading.tsx'
import { poolRoutes } from './routes-pool.tsx'
import { summaryRoutes } from './routes-summary.tsx'

export const routes: Route[] = [...poolRoutes, ...leadingRoutes, ...expertRoutes, ...summaryRoutes]
