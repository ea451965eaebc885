import { kindNames, stateNames } from './texts.ts'

/** «Продление статуса», «Ждёт объяснения площадки», for the pages of other modules. */
export const caseKindNames = kindNames
export const caseStateNames = stateNames
