import type { JSX } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { roleNames } from '../../authz/roles.ts'
import { AccessibilityPage } from './views/accessibility-page.tsx'
import { HelpPage } from './views/help-page.tsx'
import { PrivacyPage } from './views/privacy-page.tsx'

const pages: [string, () => JSX.Element][] = [
  ['help', HelpPage],
  ['privacy', PrivacyPage],
  ['accessibility', AccessibilityPage],
]

test.each(pages)('every line of the contents of %s leads to a part of it', (_name, Page) => {
  const html = renderToString(<Page />)
  const led = [...html.matchAll(/href="#([a-z-]+)"/g)].map(([, id]) => id)
  expect(led.length).toBeGreaterThan(3)
  for (const id of led) expect(html).toContain(`id="${id}"`)
})

test.each(pages)('%s leads to no foreign address', (_name, Page) => {
  expect(renderToString(<Page />)).not.toMatch(/https?:\/\//)
})

test('help speaks of every section of the navigation', () => {
  const html = renderToString(<HelpPage />).replaceAll('\u00a0', ' ')
  for (const section of [
    'Дела',
    'Площадки',
    'Заявки',
    'Экспертиза',
    'Приказы',
    'Планы',
    'Отчёты',
    'Люди и организации',
    'Положение',
  ])
    expect(html).toContain(`<b>${section}</b>`)
  for (const role of [roleNames.siteHead, roleNames.methodist, roleNames.coordinator, roleNames.expert])
    expect(html.toLowerCase()).toContain(role)
})
