import type { Route } from '../../web/route.ts'
import { editRoutes } from './routes-edit.tsx'
import { programmeRoutes } from './routes-programme.tsx'
import { takingRoutes } from './routes-taking.tsx'

/** Programmes: what they say, their editor, what they take from elsewhere. */
export const routes: readonly Route[] = [...programmeRoutes, ...editRoutes, ...takingRoutes]
