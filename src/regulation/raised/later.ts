import { entriesIn } from './values.ts'

/** Rules that there were not at first: a document without them is one whose paper is silent. */
const later = { intakeDays: null, consequences: null, programmeAgreement: null, deficits: null }

export const laterRules = (document: unknown): unknown =>
  'plan' in entriesIn(document) ? { ...later, ...entriesIn(document) } : document
