import type { Route } from '../../web/route.ts'
import { readingRoutes } from './routes-read.tsx'
import { writingRoutes } from './routes-write.tsx'

/** The applicant's side of applications; evidence and the operator's side have routes of their own. */
export const routes: Route[] = [...readingRoutes, ...writingRoutes]
