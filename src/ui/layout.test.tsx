import { expect, test } from 'vitest'
import { renderPage } from './render-page.tsx'

const assets = {
  style: '/assets/app.1.css',
  script: '/assets/enhance.1.js',
  font: '/assets/golos.1.woff2',
  icon: '/assets/icon.1.svg',
}
const frame = {
  assets,
  footer: [{ href: '/help', label: 'Помощь' }],
  home: '/',
  vision: {},
  path: '/t/luga?a=1',
  children: <h1>Дела</h1>,
}
const person = { name: 'Наумова Т. Я.', links: [{ href: '/my', label: 'Мои территории' }], signOut: '/sign-out' }
const work = {
  ...frame,
  kind: 'work',
  title: 'Дела',
  person,
  tasks: { href: '/t/luga', count: 6 },
  territory: 'Лужский район',
  formKey: 'k.s',
} as const

test('every address on the page is one that was given', () => {
  const page = renderPage({
    ...work,
    search: { action: '/t/luga/search', label: 'Поиск' },
    sections: [{ href: '/t/luga', label: 'Дела', current: true }],
  })
  const addresses = new Set([...page.matchAll(/(?:href|action|src)="([^"#?]*)/g)].map((found) => found[1]))
  const given = ['/', '/help', '/my', '/sign-out', '/t/luga', '/t/luga/search', '/view', ...Object.values(assets)]
  expect([...addresses].filter((address) => address !== '' && !given.includes(address!))).toEqual([])
})

test('the frame names title, person, tasks and place', () => {
  const page = renderPage({ ...work, failed: true, notice: 'Приказ подписан под № 33' }).replaceAll('\u00a0', ' ')
  expect(page).toMatch(/^<!doctype html><html lang="ru"/)
  expect(page).toContain('<title>Ошибка: Дела — Площадка</title>')
  expect(page).toContain('<span class="moj-notification-badge">6</span>')
  expect(page).toContain('Наумова Т. Я.')
  expect(page).toMatch(/role="status".*Приказ подписан под № 33/)
  expect(page).not.toMatch(/\sstyle=|<script>|undefined/)
})

test('signing out is a form with the key, not a link', () => {
  expect(renderPage(work)).toMatch(/<form action="\/sign-out" method="post"[^>]*><input type="hidden" name="_key" value="k\.s"/)
})

test('a page of a demonstration without its clock says that it is a sample, a real one never', () => {
  expect(renderPage({ ...work, isSample: true })).toContain('Учебный образец')
  expect(renderPage(work)).not.toContain('Учебный образец')
})

test('the day of a demonstration shows only when there is one', () => {
  expect(renderPage(work)).not.toContain('Демонстрация')
  const page = renderPage({ ...work, clock: { today: '24 августа 2021 г.', action: '/t/luga/clock' } })
  expect(page).toContain('Демонстрация')
  expect(page).toMatch(/name="move" value="week"/)
  expect(page).toContain('name="back" value="/t/luga?a=1"')
})

test('the version for the visually impaired: its bar, its attributes, the way back', () => {
  expect(renderPage(work)).not.toContain('class="pl-vision"')
  const page = renderPage({ ...work, vision: { scheme: 'blue', size: 'large' } })
  expect(page).toMatch(/<html[^>]* data-scheme="blue" data-size="large" data-vision="on"/)
  expect(page).toContain('class="pl-vision"')
  expect(page).toContain('back=%2Ft%2Fluga%3Fa%3D1')
})

test('a stranger sees the way in and no tasks', () => {
  const page = renderPage({ ...frame, kind: 'public', title: 'Реестр', signIn: '/sign-in' })
  expect(page).toContain('href="/sign-in"')
  expect(page).not.toContain('moj-notification-badge')
})

test.each([
  ['signed in', work],
  ['a visitor', { ...frame, kind: 'public', title: 'Реестр', signIn: '/sign-in', formKey: '' }],
  ['a page by itself', { ...frame, kind: 'bare', title: 'Вход', formKey: '' }],
] as const)('«Для слабовидящих» stands at the top of every page and in no closed menu: %s', (_who, page) => {
  const top = /<header[\s\S]*?<\/header>/.exec(renderPage(page))?.[0] ?? ''
  const open = top.replace(/<details[\s\S]*?<\/details>/g, '')
  expect(open).toMatch(/<a class="pl-tool[^"]*" href="\/view\?[^"]*"[^>]*>[\s\S]*Для слабовидящих/)
})
