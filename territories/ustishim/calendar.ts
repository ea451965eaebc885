import { type CalendarDays, exam, holidays } from '../../src/regulation/calendar/school-year.ts'

/** Invented for the demonstration. */
export const calendar: readonly CalendarDays[] = [
  holidays('Осенние каникулы', '2023-10-30', '2023-11-06'),
  exam('Итоговое сочинение, 11 класс', '2023-12-06'),
  holidays('Зимние каникулы', '2023-12-30', '2024-01-10'),
  exam('Итоговое собеседование по русскому языку, 9 класс', '2024-02-14'),
  holidays('Весенние каникулы', '2024-03-25', '2024-04-01'),
  holidays('Летние каникулы', '2024-05-27', '2024-08-31'),
  exam('ЕГЭ, русский язык, 11 класс', '2024-05-28'),
  exam('ОГЭ, русский язык, 9 класс', '2024-06-03'),
]
