import { fieldProblems } from '../fields.ts'
import type { Regulation } from '../schema.ts'

export const intakeProblems = ({ application }: Regulation): string[] =>
  application === null
    ? []
    : [...fieldProblems('application', application.items), ...fieldProblems('application', application.programme)]
