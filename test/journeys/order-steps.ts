import { expect, type Page } from '@playwright/test'
import { isRefused, isTold, noBarriers, openSection, press, takesUp } from './steps.ts'

/** Opens an order by its number, «№ 33», from the list of orders. */
export async function opensOrder(page: Page, number: string): Promise<void> {
  await openSection(page, /^(Приказы|Распоряжения)$/)
  await page.getByRole('row').filter({ hasText: number }).getByRole('link').first().click()
  await expect(page.getByRole('article', { name: /^Текст (приказа|распоряжения)$/ })).toBeVisible()
}

/** The paper of the order on the page says these words. */
export async function thePaperSays(page: Page, ...words: string[]): Promise<void> {
  const paper = page.getByRole('article', { name: /^Текст (приказа|распоряжения)$/ })
  for (const said of words) await expect(paper).toContainText(said)
}

/** Whoever prepared the draft reads what it will change and sends it to be signed. */
export async function sendsToSign(page: Page): Promise<void> {
  await noBarriers(page)
  await press(page, 'Отправить на подпись')
  await isTold(page, /отправлено? на подпись/)
}

/** The signatory gives the order back with what to put right. */
export async function sendsBack(page: Page, title: string, remark: string): Promise<void> {
  await takesUp(page, `Подписать «${title}»`)
  await page.getByRole('group').getByText('Вернуть с замечанием').first().click()
  await page.getByLabel('Что исправить').fill(remark)
  await press(page, 'Вернуть с замечанием')
  await isTold(page, /возвращ(ён|ено) тому, кто его готовил/)
}

/** The signatory opens the order from the list of tasks, reads what it changes and signs it. */
export async function signs(page: Page, title: string, told: string, fromJournal?: number): Promise<void> {
  await takesUp(page, `Подписать «${title}»`)
  await expect(page.getByRole('heading', { name: 'Что изменится при подписании' })).toBeVisible()
  await noBarriers(page)
  await press(page, /^Подписать (приказ|распоряжение|постановление)$/)
  await isRefused(page, /^(Приказ не подписан|(Распоряжение|Постановление) не подписано)/)
  if (fromJournal !== undefined) {
    await page.getByLabel('Уже дан в бумажном журнале').check()
    await page.getByLabel('Номер из журнала').fill(String(fromJournal))
  }
  await page.getByLabel('Изменения прочитаны').check()
  await press(page, /^Подписать (приказ|распоряжение|постановление)$/)
  await isTold(page, told)
  await noBarriers(page)
}

/** The public register, asked by words as of a day or today, finds so many sites. */
export async function theRegisterHas(page: Page, words: string, { on, sites }: { on: string; sites: number }): Promise<void> {
  await page.goto('/')
  if (on !== '') {
    await page.getByLabel('На дату').fill(on)
    await page.getByRole('button', { name: 'Показать' }).click()
    await expect(page.getByRole('link', { name: `Убрать условие: на ${on}` })).toBeVisible()
  }
  await page.getByRole('main').getByLabel('Школа, тема или город').last().fill(words)
  await page.getByRole('main').getByRole('button', { name: 'Найти' }).click()
  await expect(page.getByRole('link', { name: `Убрать условие: «${words}»` })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: new RegExp(`^${sites} площад`) })).toBeVisible()
  await noBarriers(page)
}
