import { type CalendarDays, exam, holidays } from '../../src/regulation/calendar/school-year.ts'

/** Invented for the demonstration: each municipality of a region may have other days; these are recommended to all. */
export const calendar: readonly CalendarDays[] = [
  holidays('Осенние каникулы', '2021-10-25', '2021-11-03'),
  exam('Региональная диагностическая работа по математике, 9 класс', '2021-11-25'),
  exam('Итоговое сочинение, 11 класс', '2021-12-01'),
  holidays('Зимние каникулы', '2021-12-29', '2022-01-09'),
  exam('Итоговое собеседование по русскому языку, 9 класс', '2022-02-09'),
  holidays('Весенние каникулы', '2022-03-24', '2022-04-02'),
  exam('ОГЭ, математика, 9 класс', '2022-05-23'),
  exam('ЕГЭ, русский язык, 11 класс', '2022-05-30'),
  holidays('Летние каникулы', '2022-06-01', '2022-08-31'),
]
