import { expect, type Locator, type Page } from '@playwright/test'
import { sendsToSign, signs } from './order-steps.ts'
import { fitsPhone, isTold, noBarriers, openSection, press, takesUp } from './steps.ts'

const main = (page: Page): Locator => page.getByRole('main')

/** Whoever looks at it, at whatever width and by whatever means: the page is whole. */
export async function isFitToRead(page: Page): Promise<void> {
  await noBarriers(page)
  await fitsPhone(page)
}

/** Opens the application with this theme, or of this organisation, from the list of applications. */
export async function opensCase(page: Page, words: string): Promise<void> {
  await openSection(page, 'Заявки')
  await main(page).getByRole('row').filter({ hasText: words }).getByRole('link').first().click()
  await expect(main(page).getByRole('heading', { level: 1 })).toHaveText(/заявк/i)
}

/** Opens a part of the application that is being written. */
export const opensPart = (page: Page, name: string): Promise<void> =>
  main(page).getByRole('table', { name: 'Разделы заявки' }).getByRole('link', { name, exact: true }).click()

export const backToCase = (page: Page): Promise<void> => page.getByRole('link', { name: 'Вернуться к заявке' }).first().click()

/** Begins an application where no call is asked for. */
export async function beginsApplication(
  page: Page,
  choices: { initiator?: string; organisation?: string; theme: string },
): Promise<void> {
  await openSection(page, 'Заявки')
  await page.getByRole('link', { name: 'Начать заявку' }).first().click()
  await isFitToRead(page)
  const { initiator, organisation, theme } = choices
  if (initiator) await page.getByLabel(initiator, { exact: true }).check()
  if (organisation) await page.getByLabel('Организация, где будет площадка').selectOption({ label: organisation })
  await page.getByLabel('Тема площадки').fill(theme)
  await press(page, 'Начать заявку')
  await isTold(page, 'Заявка начата')
}

/** Names the head of the future site from the list of people. */
export async function namesHead(page: Page, name: string): Promise<void> {
  await opensPart(page, 'Руководитель площадки')
  await press(page, page.getByRole('button', { name: new RegExp(`^Назвать.*${name}`) }))
  await isTold(page, 'Руководитель площадки назван')
  await noBarriers(page)
}

/** Writes from when to when the status is wanted; gives back to the application. */
export async function wants(page: Page, from: string, to: string): Promise<void> {
  await opensPart(page, 'Тема и срок')
  await isFitToRead(page)
  await page.locator('[name="wantedFrom"]').fill(from)
  await page.locator('[name="wantedTo"]').fill(to)
  await press(page, 'Сохранить и вернуться к заявке')
}

/** Puts something to one criterion of the right to the status. */
export async function proves(page: Page, criterion: string, fill: () => Promise<void>): Promise<void> {
  await page.getByRole('link', { name: new RegExp(`^Приложить.*: ${criterion}`) }).click()
  await noBarriers(page)
  await fill()
  await press(page, 'Приложить')
  await isTold(page, 'Доказательство приложено')
}

/** Reads the answers before sending; the page names what is missing. */
export async function readsAnswers(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Проверить ответы и отправить' }).click()
  await expect(main(page).getByRole('heading', { level: 1, name: 'Проверьте ответы' })).toBeVisible()
}

export async function sends(page: Page, number: number): Promise<void> {
  await readsAnswers(page)
  await isFitToRead(page)
  await press(page, 'Отправить заявку')
  await isTold(page, `Заявка № ${number} отправлена`)
  await isFitToRead(page)
}

/** The operator goes through the list of the check and admits the application. */
export async function admits(page: Page, task: string): Promise<void> {
  await takesUp(page, task)
  await isFitToRead(page)
  for (const line of await page.getByLabel('Проходит', { exact: true }).all()) await line.check()
  await press(page, 'Допустить заявку')
  await isTold(page, 'Заявка допущена')
  await noBarriers(page)
}

/** Where the regulation knows no submission: the choice becomes a draft order, and its signature decides. */
export async function decidesDirectly(page: Page, task: string): Promise<void> {
  await takesUp(page, task)
  await isFitToRead(page)
  await page.getByLabel('Присвоить статус', { exact: true }).first().check()
  await press(page, 'Составить проект приказа')
  await isTold(page, 'Проект решения составлен')
  await sendsToSign(page)
}

export const signsDecision = (page: Page, title: string): Promise<void> => signs(page, title, 'подписан под')
