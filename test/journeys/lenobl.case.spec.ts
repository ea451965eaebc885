// Proves R-34, R-A1, R-A2, R-33, R-31, R-41, R-16, R-35.
import { expect, type Page, test } from '@playwright/test'
import { withHeadings } from '../../src/modules/programmes/reading/documents.fixture.ts'
import { facts } from '../../territories/lenobl/facts.ts'
import { draftOrder } from '../../territories/lenobl/order.ts'
import { lenobl as regulation } from '../regulations.ts'
import { aPdf } from './attachments.ts'
import { sendsToSign, signs } from './order-steps.ts'
import { bothPapersSay } from './papers.ts'
import { makesPlan, saysYes } from './plan-steps.ts'
import { enterAs, fitsPhone, hasTask, isRefused, isTold, moveTo, noBarriers, openSection, press, takesUp } from './steps.ts'

const territory = 'Ленинградская область'
const enters = (page: Page, person: string) => enterAs(page, territory, person)
const main = (page: Page) => page.getByRole('main')
const lead = 'МОУ «Берёзовская СОШ»'
const second = 'МОУ «Каменская СОШ»'
const site = `${lead} и ${second}`
const theme = 'Урок, на котором работает каждый'
const activity = {
  activity: 'Мастерская взаимного обучения',
  form: 'workshop',
  from: '2022-11-10',
  to: '2022-11-10',
  responsible: ['rodionova'],
}

test('Ленинградская область: from a call to a status, and to its end', async ({ page }) => {
  await test.step('an order opens a call', () => anOrderOpensACall(page))
  await test.step('two schools apply together', () => twoSchoolsApply(page))
  await test.step('returned, put right, admitted', () => returnedAndAdmitted(page))
  await test.step('three experts read, one has a conflict, one is late and replaced', () => expertsRead(page))
  await test.step('представление, распоряжение, status', () => theStatusIsGiven(page))
  await test.step('contract and plan', () => contractAndPlan(page))
  await test.step('extension', () => theTermIsProlonged(page))
  await test.step('termination because reports do not match reality', () => theStatusIsEnded(page))
})

async function anOrderOpensACall(page: Page): Promise<void> {
  await test.step('the regulation is put in force', async () => {
    await enters(page, 'Астафьев')
    await signs(page, draftOrder.title, 'подписано под')
  })

  await test.step('an order opens a call with hours and criteria', async () => {
    await enters(page, 'Журавлёва')
    await openSection(page, 'Распоряжения')
    await page.getByRole('link', { name: 'Подготовить распоряжение' }).first().click()
    await page.getByRole('link', { name: 'Объявить приём заявок' }).click()
    await press(page, 'Создать черновик')
    await noBarriers(page)
    await page.getByLabel('Час окончания').fill('25:00')
    await press(page, 'Сохранить и посмотреть')
    await expect(page.locator('.govuk-error-summary')).toBeVisible()
    await page.getByLabel('Час окончания').fill('18:00')
    await press(page, 'Сохранить и посмотреть')
    await expect(main(page)).toContainText('п. 3.4')
    await expect(main(page)).toContainText('Комитет образования Лесного района')
    await sendsToSign(page)
    await enters(page, 'Астафьев')
    await signs(page, 'О приёме заявок на присвоение статуса региональной стажировочной площадки', 'подписано под')
  })

  await test.step('everybody reads of the call without an account; it has not begun', async () => {
    await page.context().clearCookies()
    await page.goto('/calls')
    await main(page).getByRole('link', { name: 'Приём заявок 2021 года' }).click()
    await expect(main(page)).toContainText('Объявлен')
    await expect(main(page)).toContainText('18:00 2 октября 2021 г.')
    await noBarriers(page)
    await fitsPhone(page)
    await enters(page, 'Родионова')
    await page.goto('/t/lenobl/notices')
    await expect(main(page)).toContainText('Приём заявок 2021 года')
  })
}

async function twoSchoolsApply(page: Page): Promise<void> {
  await test.step('on the day it opens a school begins an application', async () => {
    await enters(page, 'Родионова')
    await moveTo(page, '03.09.2021')
    await opensTheCall(page)
    await page.getByRole('link', { name: 'Подать заявку' }).click()
    await noBarriers(page)
    await press(page, 'Начать заявку')
    await isTold(page, 'Заявка начата')
    await noBarriers(page)
    await fitsPhone(page)
  })

  await test.step('it calls another school in; its own items come from the register and may be put right', async () => {
    await section(page, 'Организации')
    await page.getByLabel('Организация', { exact: true }).selectOption({ label: second })
    await press(page, 'Позвать')
    await isTold(page, 'Организация приглашена')
    await noBarriers(page)
    await fillsItems(page, lead, 'пос. Берёзовый, ул. Школьная, д. 1', 'Мастерские для стажёров')
    await section(page, 'Организации')
    await fillsItems(page, second, 'дер. Каменка, ул. Мира, д. 4', 'Дистанционные занятия')
  })

  await test.step('four years are not to be had, with the clause; the theme is kept', async () => {
    await section(page, 'Тема и срок')
    await page.getByLabel('Тема площадки').fill(theme)
    await page.getByLabel('с', { exact: true }).fill('10.01.2022')
    await page.getByLabel('по', { exact: true }).fill('31.12.2025')
    await press(page, 'Сохранить и вернуться к заявке')
    await expect(main(page)).toContainText('п. 3.2')
    await section(page, 'Тема и срок')
    await expect(page.getByLabel('Тема площадки')).toHaveValue(theme)
    await page.getByLabel('по', { exact: true }).fill('31.12.2023')
    await press(page, 'Сохранить и вернуться к заявке')
  })

  await test.step('they name the head, the other school confirms, both vote, the protocol is there', async () => {
    await section(page, 'Руководитель площадки')
    await press(page, page.getByRole('button', { name: /Назвать.*Родионова/ }))
    await isTold(page, 'Руководитель площадки назван')
    await noBarriers(page)
    await backToCase(page)
    await press(page, 'За')
    await enters(page, 'Калинина')
    await takesUp(page, `Решить, участвует ли ${second} в заявке`)
    await press(page, 'Подтвердить участие')
    await press(page, 'За')
    await noBarriers(page)
    await enters(page, 'Родионова')
    await opensTheCase(page)
    await section(page, 'Руководитель площадки')
    await page.getByLabel('Номер протокола').fill('3')
    await page.getByLabel('Дата протокола').fill('02.09.2021')
    await page.getByLabel('Протокол', { exact: true }).setInputFiles(aPdf('Протокол.pdf'))
    await press(page, 'Сохранить и вернуться к заявке')
  })

  await test.step('no adviser is an answer too; evidence is a file and a link', async () => {
    await section(page, 'Научный руководитель')
    await page.getByLabel('Научного руководителя нет').check()
    await press(page, 'Сохранить и вернуться к заявке')
    await section(page, 'Право на статус')
    await noBarriers(page)
    await page
      .getByRole('link', { name: /^Приложить/ })
      .first()
      .click()
    await page.getByLabel('Файлы').setInputFiles(aPdf('Результаты школы.pdf'))
    await page.getByLabel('Ссылка').fill('https://beryozovaya.example.ru/opyt')
    await press(page, 'Приложить')
    await expect(main(page)).toContainText('Результаты школы.pdf')
    await noBarriers(page)
    await backToCase(page)
  })

  await test.step('the programme is read from a file; a person confirms what was recognised', async () => {
    await section(page, 'Программа')
    await page.getByLabel('Название программы').fill('Урок для каждого')
    await press(page, 'Начать программу')
    await page.getByRole('link', { name: 'Разобрать файл DOCX' }).click()
    const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    await page
      .getByLabel('Файл с программой')
      .setInputFiles({ name: 'Программа.docx', mimeType, buffer: Buffer.from(await withHeadings()) })
    await press(page, 'Разобрать файл')
    await noBarriers(page)
    await fitsPhone(page)
    await page.getByLabel('Куда: текст 1').selectOption({ label: 'Не переносить' })
    await page.getByLabel('Куда: текст 2').selectOption({ label: 'Не переносить' })
    await page.getByLabel('Куда: текст 3').selectOption({ label: 'Актуальность' })
    await press(page, 'Перенести в программу')
    await isTold(page, 'Весь текст файла перенесён в программу')
    await expect(main(page)).toContainText('тема 2: добавьте хотя бы одно занятие')
    await noBarriers(page)
  })

  await test.step('what the file lacked is written by hand; hours add up by themselves', async () => {
    await page.getByRole('link', { name: 'Содержание по темам' }).first().click()
    await main(page)
      .getByRole('link', { name: /^Тема 1/ })
      .first()
      .click()
    await page.getByLabel('Часы темы').fill('')
    await savesDraft(page)
    await page.getByRole('link', { name: 'Содержание по темам' }).first().click()
    await main(page)
      .getByRole('link', { name: /^Тема 2/ })
      .first()
      .click()
    await page.getByLabel('Часы темы').fill('')
    await page.locator('[name="sessions.0.title"]').fill('Составляем критерии')
    await page.locator('[name="sessions.0.form"]').selectOption({ label: 'Мастерская' })
    await page.locator('[name="sessions.0.hours"]').fill('4')
    await page.locator('[name="results.0.text"]').fill('умение составить критерии')
    await savesDraft(page)
    await page.getByRole('link', { name: 'Способы оценки' }).first().click()
    await page.locator('[name="self.tools"]').fill('лист самооценки')
    await savesDraft(page)
    await page.getByRole('link', { name: 'Урок для каждого' }).first().click()
    await expect(main(page)).toContainText('Всего 15,5 часа')
  })

  await test.step('the answers are checked and sent; the receipt has a number', async () => {
    await opensTheCase(page)
    await page.getByRole('link', { name: 'Проверить ответы и отправить' }).click()
    await expect(main(page)).toContainText('Протокол.pdf')
    await noBarriers(page)
    await press(page, 'Отправить заявку')
    await isTold(page, 'Заявка № 1 отправлена')
    await noBarriers(page)
    await bothPapersSay(page, ['Берёзовская средняя общеобразовательная школа', 'Каменская', theme, 'Составляем критерии'])
  })
}

async function returnedAndAdmitted(page: Page): Promise<void> {
  await test.step('the operator returns it with a remark at its item', async () => {
    await enters(page, 'Кондратьев')
    await hasTask(page, `Проверить заявку № 1: ${lead}`)
    await opensTheCase(page)
    await page.getByRole('link', { name: 'Вернуть на доработку' }).click()
    await noBarriers(page)
    await page.getByLabel('Программа: Ресурсы').fill('Назовите, кто ведёт дистанционные занятия')
    await press(page, 'Вернуть на доработку')
  })

  await test.step('the school puts it right, sees what has changed, and sends it again', async () => {
    await enters(page, 'Родионова')
    await opensTheCase(page)
    await expect(main(page)).toContainText('Назовите, кто ведёт дистанционные занятия')
    await noBarriers(page)
    await section(page, 'Программа')
    await main(page).getByRole('link', { name: 'Ресурсы', exact: true }).first().click()
    await press(page, page.getByRole('button', { name: 'Добавить строку' }).first())
    await page.locator('[name="people.1.text"]').fill('методист, который ведёт дистанционные занятия')
    await savesDraft(page)
    await opensTheCase(page)
    await page.getByRole('link', { name: 'Что изменилось' }).click()
    await expect(main(page)).toContainText('методист, который ведёт дистанционные занятия')
    await noBarriers(page)
    await fitsPhone(page)
    await opensTheCase(page)
    await page.getByRole('link', { name: 'Проверить ответы и отправить' }).click()
    await press(page, 'Отправить исправленную заявку')
    await isTold(page, 'Заявка № 1 отправлена')
  })

  await test.step('the operator sees the remark met and admits the application', async () => {
    await enters(page, 'Кондратьев')
    await takesUp(page, `Проверить заявку № 1: ${lead}`)
    await noBarriers(page)
    await fitsPhone(page)
    for (const line of await page.getByLabel('Проходит', { exact: true }).all()) await line.check()
    await press(page, 'Допустить заявку')
    await isRefused(page, 'прежние замечания исправлены')
    await page.getByLabel(/Назовите, кто ведёт/).check()
    await press(page, 'Допустить заявку')
    await expect(main(page)).toContainText('Допущена')
  })
}

async function expertsRead(page: Page): Promise<void> {
  await test.step('the operator shares applications out evenly', async () => {
    await enters(page, 'Кондратьев')
    await opensTheCall(page)
    await page.getByRole('link', { name: 'Эксперты', exact: true }).first().click()
    await page.getByRole('link', { name: 'Распределить' }).first().click()
    await noBarriers(page)
    await fitsPhone(page)
    await press(page, 'Назначить экспертов')
    await isTold(page, 'Эксперты назначены')
    await noBarriers(page)
  })

  await test.step('nothing opens before a declaration; the second expert has a conflict and says so', async () => {
    await enters(page, 'Лукин')
    await takesUp(page, 'Ответить, нет ли конфликта интересов: заявка № 1')
    await expect(main(page)).not.toContainText(theme)
    await noBarriers(page)
    await page.getByLabel('Почему отказываетесь').fill('Вместе с автором писали программу района')
    await press(page, 'Отказаться')
    await isTold(page, 'Отказ записан')
  })

  await test.step('the first one declares, reads and writes; a reason is asked for where the regulation says', async () => {
    await enters(page, 'Ветров')
    await takesUp(page, 'Ответить, нет ли конфликта интересов: заявка № 1')
    await press(page, 'Заявить и открыть заявку')
    await expect(main(page)).toContainText(theme)
    await noBarriers(page)
    await fitsPhone(page)
    await writesAReview(page, {
      points: ['2', '3', '1', '2'],
      conclusion: 'Сильная программа двух школ',
      recommendation: 'Поддержать',
    })
  })

  await test.step('instead of the one with the conflict another is asked; he does not answer in time', async () => {
    await enters(page, 'Кондратьев')
    await takesUp(page, 'Эксперт отказался, назначьте другого: заявка № 1')
    await page.getByLabel(/Стрельников/).check()
    await press(page, 'Передать заявку')
    await isTold(page, 'Заявка передана экспертам')
    await noBarriers(page)
    await moveTo(page, '05.11.2021')
    await takesUp(page, 'Эксперт опаздывает, замените или напомните: заявка № 1')
    await noBarriers(page)
    await page.getByLabel(/Фомина/).check()
    await page.getByLabel('Почему заменяете').fill('Срок прошёл, ответа нет')
    await press(page, 'Заменить эксперта')
  })

  await test.step('the one who came instead sees no other points before sending; the totals lie far apart', async () => {
    await declares(page, 'Фомина')
    await expect(main(page)).not.toContainText('Сильная программа двух школ')
    const points = ['1', '1', '0', '1']
    await writesAReview(page, { points, conclusion: 'Есть что доработать', recommendation: 'Поддержать с замечаниями' })
    await enters(page, 'Кондратьев')
    await takesUp(page, 'Оценки разошлись, назначьте ещё одного эксперта: заявка № 1')
    await expect(main(page)).toContainText('Оценки разошлись')
    await noBarriers(page)
    await page.getByLabel(/Шубина/).check()
    await press(page, 'Передать заявку')
    await declares(page, 'Шубина')
    const opinion = { points: ['2', '2', '2', '1'], conclusion: 'Хорошая программа', recommendation: 'Поддержать' }
    await writesAReview(page, opinion)
    await expect(main(page)).toContainText('Сильная программа двух школ')
  })

  await test.step('the summary shows medians; the protocol is signed and printed', async () => {
    await enters(page, 'Кондратьев')
    await opensTheCall(page)
    await page.getByRole('link', { name: 'Сводка экспертизы' }).click()
    await expect(main(page).getByRole('table')).toContainText('76,19')
    await noBarriers(page)
    await fitsPhone(page)
    await page.getByRole('link', { name: 'Протоколы', exact: true }).first().click()
    await page.getByLabel('Место').fill('Санкт-Петербург')
    await page.getByLabel('Председатель').selectOption({ label: 'Яковлева Рената Олеговна, методист, ГАОУ ДПО «ЛОИРО»' })
    await press(page, 'Начать протокол')
    await noBarriers(page)
    await press(page, 'Подписать протокол')
    await expect(page.getByRole('button', { name: 'Подписать протокол' })).toHaveCount(0)
    await noBarriers(page)
  })
}

async function theStatusIsGiven(page: Page): Promise<void> {
  await test.step('the operator proposes; the list is ranked and the reasons are written already', async () => {
    await enters(page, 'Кондратьев')
    await takesUp(page, 'Составить представление: Приём заявок 2021 года')
    await noBarriers(page)
    await press(page, 'Составить представление')
    await noBarriers(page)
    await fitsPhone(page)
    await press(page, page.getByRole('button', { name: 'Сохранить', exact: true }).last())
    await bothPapersSay(page, ['Берёзовская', theme])
    await press(page, 'Отправить на решение')
  })

  await test.step('the authority decides, and its choice becomes a draft order', async () => {
    await enters(page, 'Журавлёва')
    await takesUp(page, 'Решить по представлению № 1: Приём заявок 2021 года')
    await noBarriers(page)
    await fitsPhone(page)
    await press(page, 'Составить проект распоряжения')
    await isTold(page, 'Проект решения составлен')
    await expect(main(page)).toContainText('п. 3.1')
    await sendsToSign(page)
    await enters(page, 'Астафьев')
    await signs(page, 'О присвоении статуса региональной стажировочной площадки', 'подписано под')
  })

  await test.step('both schools read the decision, the experts learn of it', async () => {
    for (const person of ['Родионова', 'Калинина']) {
      await enters(page, person)
      await opensTheCase(page)
      await expect(main(page)).toContainText('Статус дан')
      await expect(main(page)).not.toContainText('Фомина')
    }
    await noBarriers(page)
    await enters(page, 'Ветров')
    await page.goto('/t/lenobl/reviews')
    await main(page).getByRole('table').getByRole('link').first().click()
    await expect(main(page)).toContainText('Статус присвоен')
    await noBarriers(page)
  })
}

async function contractAndPlan(page: Page): Promise<void> {
  await test.step('the contract is written by the operator and signed by both sides', async () => {
    await enters(page, 'Кондратьев')
    await takesUp(page, `Заключить договор: ${site}`)
    await noBarriers(page)
    await page.getByLabel('Номер договора').fill('17')
    await press(page, 'Начать договор')
    await bothPapersSay(page, ['Берёзовская', 'Ленинградский областной институт'])
    await page.getByRole('link', { name: 'Открыть текст' }).click()
    await press(page, 'Сохранить и отправить на подпись')
    await isTold(page, 'Договор отправлен на подпись обеим сторонам')
    await press(page, 'Записать подпись оператора')
    await noBarriers(page)
    await enters(page, 'Родионова')
    await takesUp(page, `Подписать договор: ${site}`)
    await press(page, 'Записать подпись площадки')
    await isTold(page, 'договор вступил в силу')
    await noBarriers(page)
    await fitsPhone(page)
  })

  await test.step('a year on the head plans an activity and holds none', async () => {
    await moveTo(page, '02.09.2022')
    await makesPlan(page, [activity], { regulation, facts })
    await press(page, 'Отправить на согласование')
    await saysYes(page, 'Утвердить план на', 'Утвердить план', 'План утверждён и действует')
  })
}

async function theTermIsProlonged(page: Page): Promise<void> {
  await test.step('the status is prolonged, but never past the longest term of the regulation', async () => {
    await enters(page, 'Кондратьев')
    await moveTo(page, '20.06.2023')
    await opensStatus(page)
    await page.getByRole('link', { name: 'Продление статуса: открыть дело' }).click()
    await page.getByLabel('Новый последний день').fill('31.12.2025')
    await page.getByLabel('Почему').fill('Школы просят ещё год')
    await press(page, 'Открыть дело')
    await isRefused(page, '9 января 2025 г.', 'п. 3.2')
    await page.getByLabel('Новый последний день').fill('31.12.2024')
    await press(page, 'Открыть дело')
    await isTold(page, 'Дело открыто')
    await noBarriers(page)
    await page.getByLabel('Текст представления').fill('Просим продлить: школам нужна поддержка')
    await press(page, 'Отправить представление')
    await enters(page, 'Журавлёва')
    await takesUp(page, `Решить по представлению: продление статуса, ${site}`)
    await press(page, 'Составить проект решения')
    await sendsToSign(page)
    await enters(page, 'Астафьев')
    await signs(page, 'О продлении статуса стажировочной площадки', 'подписано под')
    await enters(page, 'Родионова')
    await opensStatus(page)
    await expect(main(page)).toContainText('Статус продлён')
    await expect(main(page)).toContainText('31 декабря 2024 г.')
    await noBarriers(page)
    await fitsPhone(page)
  })
}

async function theStatusIsEnded(page: Page): Promise<void> {
  await test.step('what was planned and what was held do not agree: the site is asked to explain', async () => {
    await enters(page, 'Кондратьев')
    await opensStatus(page)
    await page.getByRole('link', { name: 'Прекращение статуса: открыть дело' }).click()
    await noBarriers(page)
    await page.getByLabel('Основание').selectOption({ label: 'работа площадки расходится с отчётами' })
    await page.getByLabel('Последний день статуса').fill('31.08.2023')
    await page.getByLabel('Почему').fill('Мероприятия плана не проведены, отчёта нет')
    await page.getByLabel('Будут отмечены отменёнными').check()
    await press(page, 'Открыть дело')
    await expect(main(page)).toContainText(activity.activity)
    await expect(main(page)).toContainText('без него статус не прекращают')
    await noBarriers(page)
    await fitsPhone(page)
    await press(page, 'Запросить объяснение')
    await enters(page, 'Родионова')
    await takesUp(page, 'Дать объяснение')
    await noBarriers(page)
    await page.getByLabel('Что произошло и что будет сделано').fill('Педагоги уволились, проводить некому')
    await press(page, 'Отправить объяснение')
  })

  await test.step('the operator submits, the order ends the status, and its site is only read from then on', async () => {
    await enters(page, 'Кондратьев')
    await takesUp(page, 'Подготовить представление: прекращение статуса')
    await expect(main(page)).toContainText('Педагоги уволились')
    await page.getByLabel(activity.activity).check()
    await press(page, 'Приложить отмеченные строки')
    await noBarriers(page)
    await page.getByLabel('Текст представления').fill('Просим прекратить: работа не ведётся')
    await press(page, 'Отправить представление')
    await bothPapersSay(page, ['Берёзовская', 'работа не ведётся'])
    await enters(page, 'Журавлёва')
    await takesUp(page, `Решить по представлению: прекращение статуса, ${site}`)
    await press(page, 'Составить проект решения')
    await expect(main(page)).toContainText('п. 3.5')
    await sendsToSign(page)
    await enters(page, 'Астафьев')
    await signs(page, 'О прекращении статуса стажировочной площадки', 'подписано под')
    await enters(page, 'Родионова')
    await moveTo(page, '01.09.2023')
    await openSection(page, 'Площадки')
    await expect(main(page).getByRole('table')).not.toContainText('Берёзовская')
    await page.getByLabel('На дату').fill('31.08.2023')
    await page.getByRole('button', { name: 'Показать' }).click()
    await main(page)
      .getByRole('table')
      .getByRole('link', { name: /Берёзовская/ })
      .first()
      .click()
    await expect(main(page)).toContainText('работа площадки расходится с отчётами')
    await noBarriers(page)
    await fitsPhone(page)
  })
}

async function opensTheCall(page: Page): Promise<void> {
  await openSection(page, 'Заявки')
  await main(page).getByRole('link', { name: 'Приём заявок 2021 года' }).first().click()
}

/** Opens the only application this person has. */
async function opensTheCase(page: Page): Promise<void> {
  await page.goto('/t/lenobl/applications')
  await main(page).getByRole('table').getByRole('link').first().click()
}

const section = (page: Page, name: string) => main(page).getByRole('table').getByRole('link', { name, exact: true }).click()
const backToCase = (page: Page) => page.getByRole('link', { name: 'Вернуться к заявке' }).click()

async function fillsItems(page: Page, organisation: string, address: string, share: string): Promise<void> {
  await main(page).getByRole('link', { name: organisation }).first().click()
  await page.getByLabel('2. Юридический адрес').fill(address)
  await page.getByLabel('Телефон').fill('8 (81300) 2-00-01')
  await page.getByLabel('Почта').fill('shkola@example.ru')
  await page.getByLabel('Что организация делает в общей программе').fill(share)
  await press(page, 'Сохранить и вернуться к заявке')
}

async function savesDraft(page: Page): Promise<void> {
  await press(page, page.getByRole('button', { name: 'Сохранить', exact: true }).last())
  await isTold(page, 'сохранен')
}

type Opinion = { points: readonly string[]; conclusion: string; recommendation: string }

/** Fills in the form of a review and sends it; without reasons for the highest level it is refused first. */
async function writesAReview(page: Page, { points, conclusion, recommendation }: Opinion): Promise<void> {
  await page.getByRole('link', { name: 'Написать заключение' }).click()
  const criteria = ['note', 'topics', 'resources', 'assessment']
  for (const [n, code] of criteria.entries()) await page.locator(`[name="scores.${code}.points"][value="${points[n]}"]`).check()
  await page.getByRole('textbox', { name: 'Заключение' }).fill(conclusion)
  await page.getByLabel(recommendation, { exact: true }).check()
  await press(page, 'Отправить заключение')
  await expect(page.locator('.govuk-error-summary')).toBeVisible()
  await noBarriers(page)
  for (const code of criteria) await page.locator(`[name="scores.${code}.comment"]`).fill(`Видно из программы: ${conclusion}`)
  await press(page, 'Отправить заключение')
  await isTold(page, 'Заключение отправлено')
}

async function declares(page: Page, expert: string): Promise<void> {
  await enters(page, expert)
  await takesUp(page, 'Ответить, нет ли конфликта интересов: заявка № 1')
  await press(page, 'Заявить и открыть заявку')
}

/** The page of the status of the only site of the two schools. */
async function opensStatus(page: Page): Promise<void> {
  await openSection(page, 'Площадки')
  await main(page)
    .getByRole('table')
    .getByRole('link', { name: /Берёзовская/ })
    .first()
    .click()
  await main(page).getByRole('link', { name: 'Статус', exact: true }).first().click()
}
