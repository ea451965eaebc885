import type { JSX } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { codeWaitSeconds } from '../../accounts/second-factor-rules.ts'
import { absoluteSeconds, idleSeconds, keptFormSeconds } from '../../accounts/session-rules.ts'
import { roleNames } from '../../authz/roles.ts'
import { type Contacts, noContacts } from '../../kernel/contacts.ts'
import { AccessibilityPage } from './views/accessibility-page.tsx'
import { HelpPage } from './views/help-page.tsx'
import { PrivacyPage } from './views/privacy-page.tsx'

const said: Contacts = {
  operator: 'Методический центр Н-ского района',
  address: 'г. Н-ск, ул. Садовая, 1',
  phone: '+7 800 000-00-00',
  email: 'pd@n-center.example',
  responsible: 'методист Н. Н. Некто',
}
const pages: [string, () => JSX.Element][] = [
  ['help', HelpPage],
  ['privacy', () => <PrivacyPage contacts={said} />],
  ['accessibility', () => <AccessibilityPage contacts={said} />],
]
const textOf = (page: JSX.Element) =>
  renderToString(page)
    .replaceAll('\u00a0', ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
const privacy = textOf(<PrivacyPage contacts={said} />)
const accessibility = textOf(<AccessibilityPage contacts={said} />)

test.each(pages)('every line of the contents of %s leads to a part of it', (_name, Page) => {
  const html = renderToString(<Page />)
  const led = [...html.matchAll(/href="#([a-z-]+)"/g)].map(([, id]) => id)
  expect(led.length).toBeGreaterThan(3)
  for (const id of led) expect(html).toContain(`id="${id}"`)
})

test.each(pages)('%s leads to no foreign address', (_name, Page) => {
  expect(renderToString(<Page />)).not.toMatch(/https?:\/\//)
})

test('help speaks of the sections whose names a territory gives, and of roles', () => {
  const html = renderToString(<HelpPage />).replaceAll('\u00a0', ' ')
  for (const section of ['Экспертиза', 'Документы', 'Положение']) expect(html).toContain(`<b>${section}</b>`)
  for (const role of [roleNames.siteHead, roleNames.methodist, roleNames.coordinator, roleNames.expert, roleNames.teacher])
    expect(html.toLowerCase()).toContain(role)
})

describe('what the pages claim is what the program does', () => {
  test('when a session ends, and that a form sent later is kept so long (session-rules.ts, kept-forms.pg.test.ts, session-line.tsx)', () => {
    expect([idleSeconds, absoluteSeconds, keptFormSeconds].map((seconds) => seconds / 3600)).toEqual([2, 12, 24])
    for (const page of [privacy, accessibility]) expect(page).toMatch(/через 2 часа без работы или через 12 часов/)
    expect(privacy).toContain('хранится 24 часа')
  })

  test('«Для слабовидящих» is at the top of any page (ui/layout.test.tsx)', () => {
    expect(accessibility).toContain('«Для слабовидящих» вверху любой страницы')
  })

  test('published orders name people, and the page says so; the list of schools is not in them (app/weak-schools.pg.test.ts)', () => {
    expect(privacy).toContain('все, кого он называет')
    expect(privacy).not.toContain('видно только то')
    expect(privacy).toContain('в размещённый документ не входит')
  })

  test('what is kept of a second factor, and for how long the browser waits for its code (half-way.ts, second-factor.ts)', () => {
    expect(codeWaitSeconds / 60).toBe(10)
    expect(privacy).toContain('пароль верный и остался код (десять минут)')
    expect(privacy).toContain('ключ в зашифрованном виде и отпечатки запасных кодов')
  })

  test('one consent is asked, of the name on the check of a paper, and may be taken back (certificates.pg.test.ts)', () => {
    expect(privacy).toContain('показывать ли ваше полное имя тому, кто проверяет вашу справку по коду')
    expect(privacy).toContain('передумать можно в любой день')
    expect(privacy).toContain('вместо имени владельца — первые буквы, пока он не согласится')
  })

  test('who was at an event and learns on a site is kept by name, and the page says so (events.pg, tryouts.pg)', () => {
    expect(privacy).toContain('кто был и кто это отметил')
    expect(privacy).not.toContain('только число участников')
    expect(privacy).toContain('Ответы на три вопроса о мероприятии хранятся отдельно от имени')
    expect(privacy).toContain('страница с именами — до выхода')
  })

  test('what somebody lacks is kept by name, and the page says who sees it (deficits.pg)', () => {
    expect(privacy).toContain('что человек назвал сам, что отметили методист или тот, кто ведёт стажировку')
    expect(privacy).toContain('руководитель организации — число людей, от пяти')
  })

  test('who answers for the data is what the installation says; unsaid, nobody is invented', () => {
    for (const value of Object.values(said)) for (const page of [privacy, accessibility]) expect(page).toContain(value)
    for (const page of [<PrivacyPage contacts={noContacts} />, <AccessibilityPage contacts={noContacts} />])
      expect(textOf(page)).toContain('её владелец ещё не указал')
  })
})
