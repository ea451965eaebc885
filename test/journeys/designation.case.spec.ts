// Proves L-O1, U-O3, X-O.
import { expect, type Page, test } from '@playwright/test'
import { isFitToRead } from './case-steps.ts'
import { sendsToSign, signs, theRegisterHas } from './order-steps.ts'
import { enterAs, isRefused, isTold, moveTo, openSection, press } from './steps.ts'

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
  await expect(said.getByRole('link', { name: /^Открыть (приказы|документы)$/ })).toBeVisible()
  await isFitToRead(page)
}

test('Лужский район: a new edition is written in the browser, checked, compared and put in force by an order', async ({
  page,
}) => {
  let title = ''

  await test.step('the official begins it as a copy, and changes a rule with its clause', async () => {
    await enterAs(page, 'Лужский район', 'Орехова')
    // The one in force began on the first day of the demonstration; the next may begin on the day after it.
    await moveTo(page, '29.01.2021')
    await openSection(page, 'Положение')
    await page.getByRole('link', { name: 'Редакции', exact: true }).click()
    await page.getByRole('link', { name: 'Начать новую редакцию' }).click()
    await press(page, 'Начать редакцию')
    await isTold(page, 'Редакция начата')
    await isFitToRead(page)
    await page.getByRole('navigation', { name: 'Страницы Положения' }).getByRole('link', { name: 'Статус' }).click()
    await isFitToRead(page)
    await page.getByRole('link', { name: /^Изменить ?: срок статуса$/ }).click()
    await isFitToRead(page)
    await page.getByLabel('Как сказано о сроке', { exact: true }).selectOption({ label: 'не дольше стольких месяцев' })
    await page.getByLabel('Не дольше, месяцев').first().fill('сорок')
    await press(page, page.getByRole('button', { name: 'Записать', exact: true }).last())
    await isRefused(page, 'Напишите целое число от 1')
    await page.getByLabel('Не дольше, месяцев').first().fill('24')
    await press(page, page.getByRole('button', { name: 'Записать', exact: true }).last())
    await isTold(page, 'Записано: Срок статуса')
  })

  await test.step('the text of the clause is written, and both are seen beside what is in force', async () => {
    await page.getByRole('navigation', { name: 'Страницы Положения' }).getByRole('link', { name: 'Текст' }).click()
    await isFitToRead(page)
    await page.getByRole('link', { name: /^Изменить ?: пункт.2\.2$/ }).click()
    await page.getByLabel('Текст', { exact: true }).fill('Статус присваивается на срок до двух лет.')
    await isFitToRead(page)
    await press(page, 'Записать')
    await isTold(page, 'Пункт записан')
    await page.getByRole('navigation', { name: 'Страницы Положения' }).getByRole('link', { name: 'Проверка' }).click()
    await page.getByRole('link', { name: 'Сравнить с действующей' }).click()
    for (const words of ['31 августа 2023', '24', 'до двух лет']) await expect(page.getByRole('main')).toContainText(words)
    await isFitToRead(page)
    await page.getByRole('link', { name: 'Редакция 2, проект' }).click()
  })

  await test.step('examples of the former term keep it back until they are taken out', async () => {
    await expect(page.getByRole('link', { name: 'Подготовить утверждение' })).toHaveCount(0)
    await page.getByRole('navigation', { name: 'Страницы Положения' }).getByRole('link', { name: 'Примеры' }).click()
    await isFitToRead(page)
    const astray = page.locator('tr').filter({ hasText: 'расходится' })
    await expect(astray).toHaveCount(3)
    for (let left = 3; left > 0; left--) {
      await expect(astray).toHaveCount(left)
      await astray.first().getByRole('link').first().click()
      await page.locator('summary').filter({ hasText: 'Убрать пример' }).click()
      await press(page, 'Убрать пример')
      await isTold(page, 'Пример убран')
    }
    await page.getByRole('navigation', { name: 'Страницы Положения' }).getByRole('link', { name: 'Проверка' }).click()
  })

  await test.step('an order approves it, and from its day the page of the regulation says so', async () => {
    await page.getByRole('link', { name: 'Подготовить утверждение' }).click()
    await press(page, 'Создать черновик')
    await isTold(page, 'Черновик создан')
    title = await page.getByLabel('О чём приказ').inputValue()
    await press(page, 'Сохранить и посмотреть')
    await sendsToSign(page)
    await enterAs(page, 'Лужский район', 'Красий')
    await signs(page, title, 'подписан под')
    await openSection(page, 'Положение')
    await expect(page.getByRole('main')).toContainText('редакция 2')
    await expect(page.getByRole('main')).toContainText('до двух лет')
  })
})
