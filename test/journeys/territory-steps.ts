import { expect, type Page } from '@playwright/test'
import { choosePerson, openSection, press, takesUp } from './steps.ts'

const password = 'верный конь батарея скрепка'

/** What an administrator of the installation says of a territory that begins. */
export type Beginning = {
  readonly fullName: string
  readonly name: string
  readonly region: string
  readonly body: { readonly fullName: string; readonly name: string; readonly number: string }
  readonly operator?: { readonly fullName: string; readonly name: string }
  /** By which act it decides, where not by an order. */
  readonly act?: { readonly name: string; readonly word: string }
  readonly first: {
    readonly family: string
    readonly name: string
    readonly patronymic: string
    readonly post: string
    readonly email: string
  }
}

/** The administrator makes a territory with an empty regulation; its first official opens the draft. */
export async function beginsTerritory(
  page: Page,
  { fullName, name, region, body, operator, act, first }: Beginning,
): Promise<void> {
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await choosePerson(page, 'Вся установка', 'Ремизова')
  await page.getByRole('link', { name: 'Создать территорию' }).first().click()
  for (const [label, text] of [
    ['Полное название', fullName],
    ['Краткое название', name],
    ['Регион', region],
    ['Полное название органа', body.fullName],
    ['Краткое название органа', body.name],
    ['Вид номера', body.number],
    ['Фамилия', first.family],
    ['Имя', first.name],
    ['Отчество', first.patronymic],
    ['Должность в органе', first.post],
    ['Почта', first.email],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(text)
  await page
    .getByLabel('Часовой пояс')
    .selectOption({ label: 'Красноярское время, +4 часа к Москве (и Алтай, Кузбасс, Новосибирск, Томск)' })
  if (operator) {
    await page.getByLabel('Полное название оператора').fill(operator.fullName)
    await page.getByLabel('Краткое название оператора').fill(operator.name)
  }
  if (act) {
    await page.getByLabel(act.name, { exact: true }).check()
    await page.getByLabel('Слово перед пунктами').fill(act.word)
  }
  await press(page, 'Создать территорию')
  await expect(page.getByRole('heading', { level: 1, name: 'Передайте приглашение' })).toBeVisible()
  const invitation = await page.locator('code').innerText()
  await page.context().clearCookies()
  await page.goto(invitation)
  await page.getByLabel('Новый пароль').fill(password)
  await page.getByRole('button', { name: 'Задать пароль и войти' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Что ждёт вас' })).toBeVisible()
}

/** Opens the draft of the regulation that a territory begins with. */
export async function opensDraft(page: Page): Promise<void> {
  await takesUp(page, 'Напишите Положение')
  await expect(page.getByRole('navigation', { name: 'Страницы Положения' })).toBeVisible()
}

/** Signs in with an own address and password, as people of a new territory do. */
export async function signsIn(page: Page, email: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await page.getByLabel('Электронная почта').fill(email)
  await page.getByLabel('Пароль', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Войти', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Что ждёт вас' })).toBeVisible()
}

/** Puts an organisation into the register of the territory. */
export async function addsOrganisation(page: Page, kind: string, fullName: string, name: string): Promise<void> {
  await openSection(page, 'Люди и организации')
  await page.getByRole('link', { name: 'Внести организацию' }).first().click()
  await page.getByLabel('Вид', { exact: true }).selectOption({ label: kind })
  await page.getByLabel('Полное название по уставу').fill(fullName)
  await page.getByLabel('Краткое название').fill(name)
  await press(page, 'Внести в реестр')
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** A person with a post, who is invited to work here and answers. */
export type Newcomer = {
  readonly family: string
  readonly name: string
  readonly patronymic: string
  readonly organisation: string
  readonly kind: string
  readonly post: string
  readonly email: string
  /** Of the authority or the operator. */
  readonly role?: string
  readonly category?: string
}

export async function addsPerson(
  page: Page,
  { family, name, patronymic, organisation, kind, post, email, role, category }: Newcomer,
): Promise<string> {
  await openSection(page, 'Люди и организации')
  await page.getByRole('link', { name: 'Люди', exact: true }).first().click()
  await page.getByRole('link', { name: 'Записать человека' }).first().click()
  await page.getByLabel('Фамилия').fill(family)
  await page.getByLabel('Имя', { exact: true }).fill(name)
  await page.getByLabel('Отчество').fill(patronymic)
  await page.getByLabel('Организация', { exact: true }).selectOption({ label: organisation })
  await page.getByLabel('Вид должности').selectOption({ label: kind })
  await page.getByLabel('Должность', { exact: true }).fill(post)
  await page.getByLabel('Первый день').fill('01.09.2020')
  await press(page, 'Записать')
  await expect(page.getByRole('heading', { level: 1, name: family })).toBeVisible()
  if (role) {
    await page.getByRole('link', { name: 'Дать роль' }).click()
    await page.getByLabel(role).check()
    await press(page, 'Дать роль')
    await expect(page.getByRole('main')).toContainText(role)
  }
  if (category) {
    await page.getByRole('region', { name: 'Категория' }).getByRole('link', { name: 'Записать' }).click()
    await page.getByLabel('Категория', { exact: true }).first().selectOption({ label: category })
    await page.getByLabel('Первый день').fill('01.09.2021')
    await press(page, 'Записать категорию')
  }
  await page.getByRole('link', { name: 'Пригласить', exact: true }).click()
  await page.getByLabel('Почта').fill(email)
  await press(page, 'Создать приглашение')
  await expect(page.getByRole('heading', { level: 1, name: 'Передайте приглашение' })).toBeVisible()
  return page.locator('code').innerText()
}

/** A person invited sets an own password. */
export async function comes(page: Page, invitation: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto(invitation)
  await page.getByLabel('Новый пароль').fill(password)
  await page.getByRole('button', { name: 'Задать пароль и войти' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Что ждёт вас' })).toBeVisible()
}
