import { expect, type Page } from '@playwright/test'
import { isRefused, isTold, noBarriers, press, takesUp } from './steps.ts'

/** The head has the report of a year assembled from what is already known. */
export async function assemblesReport(page: Page, year: string): Promise<void> {
  await takesUp(page, `Сдать отчёт за ${year}`)
  await noBarriers(page)
  await press(page, 'Собрать отчёт')
  await isTold(page, 'Отчёт собран: допишите его и сдайте')
  await noBarriers(page)
}

/** Without a conclusion by every criterion the report is refused, and what has been written stays. */
export async function isRefusedWithout(page: Page, written: Readonly<Record<string, string>>, missing: string): Promise<void> {
  await page.getByRole('link', { name: 'Написать выводы' }).click()
  for (const [criterion, text] of Object.entries(written)) await page.getByLabel(criterion, { exact: true }).fill(text)
  await noBarriers(page)
  await press(page, 'Сдать отчёт')
  await isRefused(page, `Напишите вывод: «${missing}»`)
  for (const [criterion, text] of Object.entries(written))
    await expect(page.getByLabel(criterion, { exact: true })).toHaveValue(text)
}

export async function handsInReport(page: Page, conclusions: Readonly<Record<string, string>>): Promise<void> {
  for (const [criterion, text] of Object.entries(conclusions)) await page.getByLabel(criterion, { exact: true }).fill(text)
  await press(page, 'Сдать отчёт')
  await isTold(page, 'Отчёт сдан')
  await noBarriers(page)
}

export async function returnsReport(page: Page, task: string, remark: string): Promise<void> {
  await takesUp(page, task)
  await noBarriers(page)
  await press(page, 'Вернуть с замечанием')
  await isRefused(page, 'без замечания отчёт не возвращают')
  await page.getByLabel('Замечание').fill(remark)
  await press(page, 'Вернуть с замечанием')
  await isTold(page, 'Отчёт возвращён с замечанием')
}

export async function acceptsReport(page: Page, task: string): Promise<void> {
  await takesUp(page, task)
  await press(page, 'Принять отчёт')
  await isTold(page, 'Отчёт принят')
  await noBarriers(page)
}
