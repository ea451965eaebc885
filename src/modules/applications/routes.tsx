import type { Route } from '../../web/route.ts'
import { readingRoutes } from './routes-read.tsx'
import { writingRoutes } from './routes-write.tsx'

/** The applicant's side of applications; evidence and the operator's side have routes of their own. `applications/new` comes before `applications/:application`. */
export const routes: Route[] = [...writingRoutes, ...readingRoutes]
