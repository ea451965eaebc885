import { type CalendarDays, dayOff, exam, holidays } from '../../src/regulation/calendar/school-year.ts'

/** Invented for the demonstration; the republic has a holiday of its own, whose day is set each year. */
export const calendar: readonly CalendarDays[] = [
  holidays('Осенние каникулы', '2023-10-28', '2023-11-06'),
  exam('Итоговое сочинение, 11 класс', '2023-12-06'),
  holidays('Зимние каникулы', '2023-12-30', '2024-01-08'),
  dayOff('Чага-Байрам', '2024-02-12'),
  exam('Итоговое собеседование по русскому языку, 9 класс', '2024-02-14'),
  holidays('Весенние каникулы', '2024-03-23', '2024-03-31'),
  holidays('Летние каникулы', '2024-05-27', '2024-08-31'),
  exam('ОГЭ, математика, 9 класс', '2024-06-06'),
]
