import { expect, type Page, test } from '@playwright/test'
import { isFitToRead } from './case-steps.ts'
import { type Acts, entersRules, pastesPaper } from './entering.ts'
import { paper, rules } from './invented/lukomor.ts'
import * as lived from './invented/lukomor-year.ts'
import { sendsToSign } from './order-steps.ts'
import { isRefused, isTold, openSection, press, takesUp } from './steps.ts'
import { addsOrganisation, addsPerson, beginsTerritory, comes, opensDraft } from './territory-steps.ts'

const main = (page: Page) => page.getByRole('main')

test('Лукоморский край: people apply, three bodies sign, a defence stands for a report: entered in the browser', async ({
  page,
}) => {
  const acts: Acts = []

  await test.step('the administrator begins the region', () =>
    beginsTerritory(page, {
      fullName: 'Лукоморский край',
      name: 'Лукоморский край',
      region: 'Лукоморский край',
      body: { fullName: 'Министерство образования Лукоморского края', name: 'Министерство', number: '01-N' },
      operator: { fullName: 'Институт развития образования Лукоморского края', name: 'Институт' },
      first: {
        ...{ family: 'Котова', name: 'Дарья', patronymic: 'Глебовна', post: 'министр', email: 'kotova@lukomor.primer.ru' },
      },
    }))

  await test.step('its regulation is entered, page by page', async () => {
    await opensDraft(page)
    await pastesPaper(page, acts, paper)
    await entersRules(page, acts, rules)
  })

  await test.step('the check wants an office of each body that signs', async () => {
    const left = page.getByRole('region', { name: 'Что мешает утвердить' }).getByRole('listitem')
    await expect(left).toHaveCount(2)
    for (const body of ['у Института нет канцелярии', 'у Союза учителей нет канцелярии'])
      await expect(left.filter({ hasText: body })).toHaveCount(1)
    await isFitToRead(page)
  })

  await test.step('the year on trial knows the defence, the kinds of those who apply and the day a status is confirmed', async () => {
    await page.getByRole('navigation', { name: 'Страницы Положения' }).getByRole('link', { name: 'Пробный год' }).click()
    // Months without a question are folded: their rows are there, and not seen.
    const rows = main(page).locator('tr')
    for (const [said, clause] of [
      ['Площадкой может стать: объединение педагогов, педагогический работник. Здесь — школа', 'п. 1.2'],
      ['Статус подтверждают каждый год: последний возможный день — 15 января', 'п. 2.3'],
      [/публичная защита за \d{4} год: последний день/, 'п. 4.1'],
      [/публичная защита за \d{4} год принимают/, 'п. 4.1'],
      ['Статус прекращают без причины — нельзя', 'п. 2.5'],
    ] as const)
      await expect(rows.filter({ hasText: said }).first()).toContainText(clause)
    await isFitToRead(page)
  })

  await test.step('the three that sign get their offices', () => offices(page))

  await test.step('an order approves it, and everybody reads it', async () => {
    await takesUp(page, 'Утвердите Положение')
    await page.getByRole('link', { name: 'Подготовить утверждение' }).click()
    await press(page, 'Создать черновик')
    await isTold(page, 'Черновик создан')
    const title = await page.getByLabel('О чём приказ').inputValue()
    await press(page, 'Сохранить и посмотреть')
    await sendsToSign(page)
    await takesUp(page, `Подписать «${title}»`)
    await page.getByLabel('Изменения прочитаны').check()
    await press(page, 'Подписать приказ')
    await isTold(page, 'подписан под № 01-1')
    await openSection(page, 'Положение')
    await expect(main(page)).toContainText('проводится публичная защита итогов года')
  })

  await test.step('who applies without an organisation is written down under a name of their own', async () => {
    const invitation = await addsPerson(page, {
      ...{ family: 'Лешева', name: 'Ольга', patronymic: 'Юрьевна', email: 'lesheva@lukomor.primer.ru' },
      ...{ organisation: 'Институт', kind: 'Учитель или воспитатель', post: 'учитель физики' },
    })
    await comes(page, invitation)
    await openSection(page, 'Заявки')
    await page.getByRole('link', { name: 'Заявка не от организации' }).click()
    await isFitToRead(page)
    await press(page, 'Записать')
    await isRefused(page, 'как называть в документах')
    await page.getByLabel('От кого заявка').selectOption({ label: 'Объединение педагогов' })
    await page.getByLabel('Как называть в документах').fill('Объединение учителей физики Лукоморья')
    await press(page, 'Записать')
    await isTold(page, 'Записано: теперь заявку можно начать')
    await isFitToRead(page)
  })

  await test.step('a union of teachers comes, and whoever signs for the two other bodies', async () => {
    await lived.unionComes(page)
    await lived.signersCome(page)
  })
  await test.step('it applies for no longer than to the next confirmation', () => lived.unionApplies(page))
  await test.step('three sign, and only then is the status there', () => lived.threeSign(page))
  await test.step('a plan of a calendar year is approved by the institute and held', () => lived.planIsApproved(page))
  await test.step('the year is defended before the union of teachers', () => lived.yearIsDefended(page))
  await test.step('the status is confirmed for a year', () => lived.statusIsConfirmed(page))
  await test.step('the union leaves; the register keeps what was', () => lived.unionLeaves(page))
})

async function offices(page: Page): Promise<void> {
  await addsOrganisation(page, 'Методический центр', 'Союз учителей Лукоморского края', 'Союз учителей')
  const heads = [
    { family: 'Рыбаков', name: 'Егор', patronymic: 'Ильич', organisation: 'Институт', post: 'ректор', body: 'Институт развития' },
    {
      family: 'Сорока',
      name: 'Вера',
      patronymic: 'Павловна',
      organisation: 'Союз учителей',
      post: 'председатель',
      body: 'Союз учителей',
    },
  ]
  for (const { body: _body, ...one } of heads)
    await addsPerson(page, { ...one, kind: 'Специалист', email: `${one.post.length}@lukomor.primer.ru` })
  for (const { family, post, organisation, body } of heads) {
    await openSection(page, 'Положение')
    await page.getByRole('link', { name: 'Редакции', exact: true }).first().click()
    await page
      .getByRole('link', { name: /Редакция 1/ })
      .first()
      .click()
    await page.getByRole('link', { name: 'Органы и канцелярии', exact: true }).first().click()
    await main(page)
      .getByRole('link', { name: new RegExp(`^${body}`) })
      .click()
    const named = page.getByLabel('Какая это организация')
    if (await named.isVisible()) {
      await named.selectOption({ label: organisation })
      await press(page, 'Сохранить')
      await isTold(page, 'Организация названа')
    }
    await page.getByLabel('Приказ', { exact: true }).check()
    await page.getByLabel('Вид номера').fill('N')
    await page.getByLabel('Слово перед пунктами').fill('приказываю:')
    const signatory = page.getByLabel('Кто подписывает обычно')
    const option = signatory.locator('option').filter({ hasText: family })
    await signatory.selectOption((await option.getAttribute('value')) ?? '')
    await page.getByLabel('Его должность под текстом').fill(post)
    await press(page, 'Сохранить')
    await isTold(page, 'Канцелярия сохранена')
  }
}
