// Proves T-32.
import { expect, type Page, test } from '@playwright/test'
import { enterAs, fitsPhone, isRefused, isTold, noBarriers, openSection, press } from './steps.ts'

const territory = 'Турочакский район'
const main = (page: Page) => page.getByRole('main')
const phone = { width: 360, height: 740 }
const wide = { width: 1280, height: 900 }

test('T-32: a teacher names in a minute what they lack, the methodist adds a diagnosis, the head sees numbers alone, a fact closes', async ({
  page,
}) => {
  await test.step('Сафонова names two rows and own words on a telephone: the way, the rows, the press', async () => {
    await page.setViewportSize(phone)
    await enterAs(page, territory, 'Сафонова')
    await page.goto('/t/turochak/my')
    await main(page).getByRole('link', { name: 'Назвать дефицит' }).click()
    await fitsPhone(page)
    await noBarriers(page)
    await expect(main(page)).toContainText('п. 3.2')
    await press(page, 'Записать')
    await isRefused(page, 'Отметьте хотя бы одну строку')
    await page.getByLabel('Разговор с родителями').check()
    await page.getByLabel('Мотивация и вовлечение детей').check()
    await page.getByLabel('Своими словами').fill('Речь дошкольника: не знаю, с чего начать')
    await press(page, 'Записать')
    await isTold(page, /Записано: [23] дефицит/)
    await expect(main(page).getByRole('link', { name: 'Речь дошкольника: не знаю, с чего начать' })).toBeVisible()
    await fitsPhone(page)
  })

  await test.step('Чупина finds them by name, and notes a diagnosis of Бедарева with its document', async () => {
    await page.setViewportSize(wide)
    await enterAs(page, territory, 'Чупина')
    await openSection(page, 'Дефициты')
    await expect(main(page).getByRole('row').filter({ hasText: 'Сафонова' }).first()).toBeVisible()
    await noBarriers(page)
    await main(page).getByRole('link', { name: 'Отметить дефицит' }).click()
    await page.getByLabel('Человек', { exact: true }).selectOption({ label: await labelWith(page, 'Бедарева') })
    await press(page, 'Дальше')
    await page.getByLabel('Диагностика, есть документ').check()
    await page.getByLabel('Чего не хватает').selectOption({ label: 'Разноуровневая работа на одном занятии' })
    await press(page, 'Отметить')
    await isRefused(page, 'Напишите, каким документом оформлена диагностика', 'Напишите день документа')
    await page.getByLabel('Документ диагностики').fill('Справка о результатах диагностики, № 14')
    await page.getByLabel('День документа').fill('01.09.2023')
    await press(page, 'Отметить')
    await isTold(page, 'Дефицит отмечен')
    await noBarriers(page)
  })

  await test.step('by a personal link somebody names without signing in', async () => {
    await page.locator('.govuk-breadcrumbs a').last().click()
    await press(page, 'Получить ссылку')
    const link = new URL((await page.locator('code').textContent()) ?? '').pathname
    await page.context().clearCookies()
    await page.setViewportSize(phone)
    const answer = await page.goto(link)
    expect((await answer!.body()).length).toBeLessThan(30_000)
    await fitsPhone(page)
    await noBarriers(page)
    await page.getByLabel('Работа в команде коллег').check()
    await page.getByRole('button', { name: 'Записать' }).click()
    await expect(page.locator('.pl-notice').filter({ hasText: 'Записано: 1 дефицит' })).toBeVisible()
  })

  await test.step('the head of the kindergarten sees numbers from five and no name', async () => {
    await page.setViewportSize(wide)
    await enterAs(page, territory, 'Попова')
    await openSection(page, 'Дефициты')
    await expect(main(page)).toContainText('меньше пяти')
    await expect(main(page)).not.toContainText('Сафонова')
    await noBarriers(page)
  })

  await test.step('another diagnosis closes it; it never opens again', async () => {
    await enterAs(page, territory, 'Чупина')
    await openSection(page, 'Дефициты')
    await main(page)
      .getByRole('row')
      .filter({ hasText: 'Сафонова' })
      .filter({ hasText: 'Разговор с родителями' })
      .getByRole('link')
      .click()
    await page.getByText('Закрыть повторной диагностикой').click()
    await page.getByLabel('Документ', { exact: true }).fill('Справка № 21')
    await page.getByLabel('День документа').fill('20.09.2023')
    await press(page, 'Закрыть')
    await isRefused(page, 'он ещё не наступил')
    await page.getByLabel('День документа').fill('04.09.2023')
    await press(page, 'Закрыть')
    await isTold(page, 'Дефицит закрыт повторной диагностикой')
    await expect(main(page)).toContainText('повторная диагностика «Справка № 21»')
    await expect(main(page).getByText('Отозвать')).toHaveCount(0)
  })
})

/** The whole label of a row of a choice that begins so. */
async function labelWith(page: Page, name: string): Promise<string> {
  return (
    (await page.getByLabel('Человек', { exact: true }).locator('option').filter({ hasText: name }).first().textContent()) ?? ''
  )
}
