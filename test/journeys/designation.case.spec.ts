// Proves L-O1, U-O3, X-O.
import { expect, type Page, test } from '@playwright/test'
import { isFitToRead } from './case-steps.ts'
import { sendsToSign, signs, theRegisterHas } from './order-steps.ts'
import { enterAs, isTold, openSection, press } from './steps.ts'

const places = [
  {
    territory: 'Лужский район',
    code: 'luga',
    head: 'Снигур',
    prepares: 'Орехова',
    signatory: 'Красий',
    organisation: 'МОУ «СОШ № 6»',
    theme: 'Урок в разновозрастном классе',
  },
  {
    territory: 'Усть-Ишимский район',
    code: 'ustishim',
    head: 'Ершов',
    prepares: 'Боброва',
    signatory: 'Моржевилова',
    organisation: 'МКУ «ИМЦ в сфере образования»',
    theme: 'Наставник для педагога кружка',
  },
] as const

for (const { territory, code, head, prepares, signatory, organisation, theme } of places)
  test(`${territory}: the authority names sites itself, and the pages say that nobody applies`, async ({ page }) => {
    let title = ''

    await test.step('a head is told that no application is asked for, and where the orders are', async () => {
      await enterAs(page, territory, head)
      await expect(page.getByRole('navigation', { name: 'Разделы' }).getByRole('link', { name: 'Заявки' })).toHaveCount(0)
      await page.goto(`/t/${code}/applications`)
      await saysNobodyApplies(page)
      await page.goto(`/t/${code}/applications/new`)
      await saysNobodyApplies(page)
      await page.goto(`/t/${code}/calls`)
      await expect(page.getByRole('main')).toContainText('Здесь нет сроков приёма')
      await isFitToRead(page)
    })

    await test.step('the authority prepares an order that names an organisation', async () => {
      await enterAs(page, territory, prepares)
      await page.goto(`/t/${code}/decisions`)
      await expect(page.getByRole('main')).toContainText('По Положению заявок не подают')
      await isFitToRead(page)
      await openSection(page, 'Приказы')
      await page.getByRole('link', { name: 'Подготовить приказ' }).first().click()
      await page.getByRole('link', { name: 'Присвоить статус площадок' }).click()
      await page.getByRole('group', { name: 'Организации' }).locator('input[list]').first().fill(organisation)
      await page.getByLabel('Тема площадки').fill(theme)
      await press(page, 'Создать черновик')
      await isTold(page, 'Черновик создан')
      title = await page.getByLabel('О чём приказ').inputValue()
      await press(page, 'Сохранить и посмотреть')
      await expect(page.getByRole('main')).not.toContainText('Заявки нет')
      await sendsToSign(page)
    })

    await test.step('its signature makes the site', async () => {
      await enterAs(page, territory, signatory)
      await signs(page, title, 'подписан под')
      await theRegisterHas(page, theme, { on: '', sites: 1 })
    })
  })

async function saysNobodyApplies(page: Page): Promise<void> {
  const said = page.getByRole('main')
  await expect(said).toContainText('Здесь статус дают без заявки')
  await expect(said.getByRole('link', { name: /Положения/ })).toBeVisible()
  await expect(said.getByRole('link', { name: 'Открыть приказы' })).toBeVisible()
  await isFitToRead(page)
}
