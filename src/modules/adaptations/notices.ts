import { longDate } from '../../kernel/dates.ts'
import { lower } from '../../kernel/names.ts'
import type { Day } from '../../kernel/types.ts'
import { type NoticesOf, notice } from '../../notices/kinds.ts'
import { ofSite } from '../../notices/words.ts'
import { paths } from './paths.ts'
import type { Outcome } from './rules.ts'
import { outcomeWords } from './texts.ts'

const of = ofSite((to, adaptation) => paths.adaptation({ ...to, adaptation }))
type Of = { site: string; person: string; takes: string }

export const notices = {
  'adaptation.described': notice<Of>(
    of(
      ({ person }) => `${person}: описано, что внедряется у себя`,
      ({ takes }) => takes,
    ),
  ),
  'adaptation.introduced': notice<Of & { on: Day }>(
    of(
      ({ person, on }) => `${person}: внедрено у себя с ${longDate(on)}`,
      ({ takes }) => takes,
    ),
  ),
  'adaptation.answered': notice<Of & { outcome: Outcome }>(
    of(
      ({ person, outcome }) => `${person}: ${lower(outcomeWords[outcome])}`,
      ({ takes }) => takes,
    ),
  ),
  'adaptation.said': notice<{ site: string; by: string; takes: string; words: string; help: boolean }>(
    of(
      ({ by, help }) => (help ? `Помощь во внедрении: ${by}` : `Руководитель школы о внедрении: ${by}`),
      ({ words }) => words,
    ),
  ),
}

declare module '../../notices/kinds.ts' {
  interface Notices extends NoticesOf<typeof notices> {}
}
