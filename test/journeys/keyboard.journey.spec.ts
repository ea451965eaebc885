import { type Page, test } from '@playwright/test'
import { presses, types } from './keyboard-steps.ts'
import { isTold, noBarriers } from './steps.ts'

const task = (page: Page, what: string) => page.getByRole('heading', { level: 3, name: what }).getByRole('link')

test('a head of a school reads an order and reports on its point with the keyboard alone', async ({ page }) => {
  await page.goto('/sign-in')
  await presses(page, page.getByRole('region', { name: 'Чебулинский округ' }).getByRole('button', { name: /Коротеева/ }))
  await presses(page, task(page, 'Ознакомиться с приказом № 37-о'))
  await presses(page, page.getByRole('button', { name: 'Подтвердить: приказ прочитан' }))
  await isTold(page, 'Вы подтвердили, что прочли приказ')

  await presses(page, page.getByRole('banner').getByRole('link', { name: /^Дела/ }).first())
  await presses(page, task(page, 'обеспечить работу площадок'))
  await types(page, page.getByLabel('Что сделано', { exact: true }), 'Площадка работает: кабинет и часы выделены')
  await presses(page, page.getByRole('button', { name: 'Отправить отчёт' }))
  await isTold(page, 'Отчёт отправлен тому, кто контролирует приказ')
  await noBarriers(page)
})
