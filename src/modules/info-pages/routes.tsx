import { publicGet, type Route } from '../../web/route.ts'
import { paths } from './paths.ts'
import { AccessibilityPage } from './views/accessibility-page.tsx'
import { HelpPage } from './views/help-page.tsx'
import { PrivacyPage } from './views/privacy-page.tsx'

export const routes: Route[] = [
  publicGet(paths.help, { page: async () => ({ title: 'Помощь', body: <HelpPage /> }) }),
  publicGet(paths.privacy, {
    page: async ({ contacts }) => ({ title: 'Персональные данные', body: <PrivacyPage contacts={contacts} /> }),
  }),
  publicGet(paths.accessibility, {
    page: async ({ contacts }) => ({ title: 'Доступность', body: <AccessibilityPage contacts={contacts} /> }),
  }),
]
