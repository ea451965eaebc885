import { kindNames } from './texts.ts'

/** «Продление статуса», for the pages of other modules. */
export const caseKindNames = kindNames
