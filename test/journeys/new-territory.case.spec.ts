import { expect, type Page, test } from '@playwright/test'
import { isFitToRead } from './case-steps.ts'
import { sendsToSign } from './order-steps.ts'
import { choosePerson, hasNoTask, hasTask, isRefused, isTold, openSection, press, takesUp } from './steps.ts'

const paper = `Положение о стажировочной площадке Верхнереченского района
1. Общие положения
1.1. Положение разработано по Федеральному закону от 29.12.2012 № 273-ФЗ.
1.2. Площадкой может стать школа, детский сад или организация дополнительного образования.
2. Статус
2.1. Статус присваивает Комитет образования приказом.
3. Работа
3.1. Площадка проводит семинары.
3.2. Работа ведётся по плану, план утверждает Комитет образования.`

/** Which clause answers which rule that may not be left unsaid. */
const clauses: readonly (readonly [rule: RegExp, clause: string])[] = [
  [/правовые основания/i, '1.1'],
  [/кто может стать площадкой/i, '1.2'],
  [/присвоение статуса/i, '2.1'],
  [/формы работы/i, '3.1'],
  [/план/i, '3.2'],
]

test('a territory nobody has seen: from the administrator of the installation to a first signed order', async ({ page }) => {
  let invitation = ''

  await test.step('the administrator says what it is; what is wrong is told at its field', async () => {
    await page.goto('/sign-in')
    await choosePerson(page, 'Вся установка', 'Ремизова')
    await expect(page.getByRole('heading', { level: 1, name: 'Территории установки' })).toBeVisible()
    await expect(page.getByRole('main')).toContainText('Лужский район')
    await isFitToRead(page)
    await page.getByRole('link', { name: 'Создать территорию' }).first().click()
    await isFitToRead(page)
    await page.getByLabel('Полное название', { exact: true }).fill('Верхнереченский муниципальный район')
    await page.getByLabel('Краткое название', { exact: true }).fill('Верхнереченский район')
    await page.getByLabel('Код в адресах страниц').fill('luga')
    await page.getByLabel('Регион', { exact: true }).fill('Томская область')
    await page
      .getByLabel('Часовой пояс')
      .selectOption({ label: 'Красноярское время, +4 часа к Москве (и Алтай, Кузбасс, Новосибирск, Томск)' })
    await page.getByLabel('Полное название органа').fill('Комитет образования Верхнереченского района')
    await page.getByLabel('Краткое название органа').fill('Комитет образования')
    await page.getByLabel('Вид номера').fill('17-о')
    await page.getByLabel('Фамилия').fill('Новикова')
    await page.getByLabel('Имя', { exact: true }).fill('Мария')
    await page.getByLabel('Отчество').fill('Олеговна')
    await page.getByLabel('Должность в органе').fill('председатель комитета')
    await page.getByLabel('Почта').fill('novikova@primer.ru')
    await press(page, 'Создать территорию')
    await isRefused(page, 'Этот код занят: напишите другой, например luga-2', 'поставив N на место самого номера')
    await page.getByLabel('Код в адресах страниц').fill('')
    await page.getByLabel('Вид номера').fill('N-о')
    await press(page, 'Создать территорию')
    await expect(page.getByRole('heading', { level: 1, name: 'Передайте приглашение' })).toBeVisible()
    await isFitToRead(page)
    invitation = await page.locator('code').innerText()
    await page.getByRole('link', { name: 'К территории' }).click()
    await expect(page.getByRole('main')).toContainText('никто ещё не вошёл')
    await isFitToRead(page)
    await openSection(page, 'История установки')
    await expect(page.getByRole('main')).toContainText('Создана территория')
    await isFitToRead(page)
  })

  await test.step('the first official sets an own password and sees what to do first', async () => {
    await page.context().clearCookies()
    await page.goto(invitation)
    await page.getByLabel('Новый пароль').fill('верный конь батарея скрепка')
    await page.getByRole('button', { name: 'Задать пароль и войти' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Что ждёт вас' })).toBeVisible()
    for (const task of ['Напишите Положение', 'Добавьте организации территории', 'Добавьте людей и пригласите их'])
      await hasTask(page, task)
    await isFitToRead(page)
  })

  await test.step('the regulation is written: its paper is cut, and what must be said is answered with its clause', async () => {
    await takesUp(page, 'Напишите Положение')
    await page.getByRole('navigation', { name: 'Страницы Положения' }).getByRole('link', { name: 'Текст' }).click()
    await page.getByRole('link', { name: 'Вставить текст целиком' }).click()
    await isFitToRead(page)
    await press(page, 'Прочитать файл')
    await isRefused(page, 'Выберите файл с текстом Положения')
    await page
      .getByLabel('Файл Положения')
      .setInputFiles({ name: 'Положение.txt', mimeType: 'text/plain', buffer: Buffer.from(paper) })
    await press(page, 'Прочитать файл')
    await expect(page.getByLabel('Текст Положения')).toHaveValue(/3\.2\. Работа ведётся по плану/)
    await isFitToRead(page)
    await press(page, 'Разложить по пунктам')
    await page.getByRole('navigation', { name: 'Страницы Положения' }).getByRole('link', { name: 'Проверка' }).click()
    await isFitToRead(page)
    for (const [rule, clause] of clauses) await answers(page, rule, clause)
    await expect(page.getByRole('heading', { name: 'Замечаний нет' })).toBeVisible()
    await isFitToRead(page)
  })

  await test.step('an order approves it: number one of the new journal', async () => {
    await takesUp(page, 'Утвердите Положение')
    await page.getByRole('link', { name: 'Подготовить утверждение' }).click()
    await press(page, 'Создать черновик')
    await isTold(page, 'Черновик создан')
    const title = await page.getByLabel('О чём приказ').inputValue()
    await press(page, 'Сохранить и посмотреть')
    await sendsToSign(page)
    await hasNoTask(page, 'Утвердите Положение')
    await takesUp(page, `Подписать «${title}»`)
    await page.getByLabel('Изменения прочитаны').check()
    await press(page, 'Подписать приказ')
    await isTold(page, 'подписан под № 1-о')
    await openSection(page, 'Положение')
    await expect(page.getByRole('main')).toContainText('Площадка проводит семинары')
    await hasNoTask(page, 'Утвердите Положение')
  })

  await test.step('everyone reads it, and the territory stands among the others', async () => {
    await page.context().clearCookies()
    await page.goto('/regulations/verkhnerechenskiy')
    await expect(page.getByRole('main')).toContainText('Комитет образования')
    await isFitToRead(page)
  })
})

/** Opens the rules that the check names so, one after another, confirms what stands there and marks the clause it comes from. */
async function answers(page: Page, rule: RegExp, clause: string): Promise<void> {
  const open = page
    .getByRole('region', { name: 'Что мешает утвердить' })
    .getByRole('listitem')
    .filter({ hasText: rule })
    .getByRole('link')
    .first()
  await expect(open).toBeVisible()
  await open.click()
  await page.locator('[name="value.clause"]').fill(clause)
  await press(page, page.getByRole('button', { name: 'Записать', exact: true }).last())
  await isTold(page, 'Записано')
  await page.getByRole('navigation', { name: 'Страницы Положения' }).getByRole('link', { name: 'Проверка' }).click()
}
