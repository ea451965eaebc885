import type { Route } from '../../web/route.ts'
import { historyList } from './list.tsx'

export const routes: readonly Route[] = historyList.routes
