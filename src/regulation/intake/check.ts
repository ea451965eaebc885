import { windowProblems } from '../calendar/windows.ts'
import { fieldProblems } from '../fields.ts'
import type { Regulation } from '../schema.ts'

export const intakeProblems = ({ application, intakeDays, status }: Regulation): string[] => [
  ...(application === null
    ? []
    : [...fieldProblems('application', application.items), ...fieldProblems('application', application.programme)]),
  ...(intakeDays?.windows ?? []).flatMap(({ days }) => windowProblems(days)).map((problem) => `правило «intakeDays»: ${problem}`),
  ...(intakeDays !== null && status.steps.includes('call')
    ? ['правило «intakeDays»: дни приёма названы, а приём открывает объявление: оставьте одно']
    : []),
  ...(intakeDays !== null && !status.steps.includes('application')
    ? ['правило «intakeDays»: дни приёма названы, а заявки в пути к статусу нет']
    : []),
]
