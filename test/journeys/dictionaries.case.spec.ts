import { expect, type Page, test } from '@playwright/test'
import { isFitToRead } from './case-steps.ts'
import { enterAs, isRefused, isTold, openSection, press } from './steps.ts'

const main = (page: Page) => page.getByRole('main')
const another = 'Положение о площадках наставничества'

async function opensRegulation(page: Page, link: string): Promise<void> {
  await openSection(page, 'Положение')
  await main(page).getByRole('link', { name: link, exact: true }).first().click()
  await isFitToRead(page)
}

test('a methodist adds a kind of organisation, calls a post otherwise and closes it, each beside its own words', async ({
  page,
}) => {
  await enterAs(page, 'Усть-Ишимский район', 'Щеникова')
  await opensRegulation(page, 'Справочники')
  const organisations = main(page).getByRole('region', { name: 'Виды организаций' })
  const posts = main(page).getByRole('region', { name: 'Виды должностей' })
  await organisations.getByLabel('Добавить').fill('Школа-интернат')
  const row = posts.getByRole('group', { name: 'педагог-психолог' })
  await row.getByLabel('Название').fill('психолог школы')
  await row.getByLabel('Больше не выбирают').check()
  await press(page, 'Сохранить')
  await isTold(page, 'Справочники сохранены')
  await expect(organisations.getByRole('group', { name: /школа-интернат/i })).toBeVisible()
  await expect(posts.getByRole('group', { name: 'психолог школы' }).getByLabel('Больше не выбирают')).toBeChecked()
  await isFitToRead(page)
})

test('a second Положение is begun, its name is refused when it is taken, and changed', async ({ page }) => {
  await enterAs(page, 'Усть-Ишимский район', 'Щеникова')
  await opensRegulation(page, 'Редакции')
  await page.getByRole('link', { name: 'Ещё одно Положение' }).click()
  await isFitToRead(page)
  await page.getByLabel('Как называется').fill(another)
  await press(page, 'Начать редакцию')
  await isTold(page, 'Редакция начата: проект')
  await isFitToRead(page)

  await opensRegulation(page, 'Редакции')
  await expect(main(page)).toContainText(another)
  await page.getByRole('link', { name: 'Ещё одно Положение' }).click()
  await page.getByLabel('Как называется').fill(another)
  await press(page, 'Начать редакцию')
  await isRefused(page, 'Так уже называется другое Положение')

  await opensRegulation(page, 'Редакции')
  await page.getByRole('link', { name: `Назвать иначе: ${another}` }).click()
  await isFitToRead(page)
  await page.getByLabel('Как называется').fill(`${another} района`)
  await press(page, 'Сохранить')
  await isTold(page, 'Название записано')
  await expect(main(page)).toContainText(`${another} района`)
})
