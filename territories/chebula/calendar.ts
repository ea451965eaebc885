import { type CalendarDays, dayOff, exam, holidays } from '../../src/regulation/calendar/school-year.ts'

/** Invented for the demonstration: holidays by quarters, exams on the days on which they are usually held. */
export const calendar: readonly CalendarDays[] = [
  holidays('Осенние каникулы', '2021-10-30', '2021-11-07'),
  exam('Итоговое сочинение, 11 класс', '2021-12-01'),
  holidays('Зимние каникулы', '2021-12-29', '2022-01-11'),
  exam('Итоговое собеседование по русскому языку, 9 класс', '2022-02-09'),
  holidays('Весенние каникулы', '2022-03-19', '2022-03-27'),
  dayOff('Радоница', '2022-05-03'),
  exam('ОГЭ, математика, 9 класс', '2022-05-23'),
  exam('ЕГЭ, русский язык, 11 класс', '2022-05-30'),
  holidays('Летние каникулы', '2022-06-01', '2022-08-31'),
]
