// Proves R-41, C-33, X-O.
import { expect, type Page, test } from '@playwright/test'
import { draftOrder } from '../../territories/lenobl/order.ts'
import { opensOrder, sendsBack, sendsToSign, signs, theRegisterHas } from './order-steps.ts'
import { enterAs, isTold, moveTo, noBarriers, press, takesUp } from './steps.ts'

const territory = 'Ленинградская область'
const entersThePreparer = (page: Page) => enterAs(page, territory, 'Журавлёва')
const entersTheSignatory = (page: Page) => enterAs(page, territory, 'Астафьев')

test('Ленинградская область: a распоряжение gives one site to two organisations, another one takes it back', async ({ page }) => {
  await test.step('the signatory gives the draft back and asks for four years', async () => {
    await entersTheSignatory(page)
    await sendsBack(page, draftOrder.title, 'Программа рассчитана на четыре года: продлите срок')
  })

  await test.step('four years are refused with the clause of the longest term; what was typed stays', async () => {
    await entersThePreparer(page)
    await takesUp(page, `Закончить проект «${draftOrder.title}»`)
    await expect(page.getByRole('main')).toContainText('Программа рассчитана на четыре года')
    await setsLastDay(page, '31.08.2025')
    await expect(page.getByRole('main')).toContainText('п. 3.2')
    await expect(page.getByText('Подписать пока нельзя')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Отправить на подпись' })).toHaveCount(0)
    await noBarriers(page)
    await page.getByRole('link', { name: 'Править', exact: true }).click()
    await expect(lastDay(page)).toHaveValue('31.08.2025')
  })

  await test.step('three years are accepted, and the распоряжение is signed under its number', async () => {
    await lastDay(page).fill('31.08.2024')
    await press(page, 'Сохранить и посмотреть')
    await sendsToSign(page)
    await entersTheSignatory(page)
    await signs(page, draftOrder.title, 'подписано под', 2419)
    await expect(page.getByText('№ 2419-р').first()).toBeVisible()
  })

  await test.step('the register shows one site of both organisations', async () => {
    await theRegisterHas(page, 'Озёрная', { on: '', sites: 1 })
    await page.getByRole('table').getByRole('link').first().click()
    await expect(page.getByRole('main')).toContainText('Озёрная')
    await expect(page.getByRole('main')).toContainText('Сосновская')
    await noBarriers(page)
  })

  await test.step('two months later another распоряжение revokes it', async () => {
    await entersThePreparer(page)
    await moveTo(page, '01.11.2021')
    await opensOrder(page, '№ 2419-р')
    await page.getByRole('link', { name: 'Подготовить отмену распоряжения' }).click()
    await press(page, 'Создать черновик')
    await isTold(page, 'Черновик создан')
    await noBarriers(page)
    const title = await page.getByLabel('О чём распоряжение').inputValue()
    await press(page, 'Сохранить и посмотреть')
    await sendsToSign(page)
    await entersTheSignatory(page)
    await signs(page, title, 'подписано под')
    await opensOrder(page, '№ 2419-р')
    await expect(page.getByRole('main')).toContainText('Отменено с 1 ноября 2021 г.')
  })

  await test.step('the register remembers: the day before the site worked, from that day it does not', async () => {
    await theRegisterHas(page, 'Озёрная', { on: '31.10.2021', sites: 1 })
    await theRegisterHas(page, 'Озёрная', { on: '02.11.2021', sites: 0 })
    await theRegisterHas(page, 'Озёрная', { on: '31.08.2021', sites: 0 })
  })
})

const lastDay = (page: Page) => page.getByRole('group', { name: 'Срок статуса' }).getByLabel('по', { exact: true })

async function setsLastDay(page: Page, day: string): Promise<void> {
  await page.getByRole('link', { name: 'Править', exact: true }).click()
  await lastDay(page).fill(day)
  await noBarriers(page)
  await press(page, 'Сохранить и посмотреть')
}
