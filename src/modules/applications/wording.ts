import { localTime } from '../../kernel/clock.ts'
import { longDate, longPeriod } from '../../kernel/dates.ts'
import type { Day, Instant } from '../../kernel/types.ts'
import { type ApplicationSection, applicationForm, itemNumber } from '../../regulation/intake/questions.ts'
import type { ApplicationItem } from '../../regulation/kinds.ts'
import type { Regulation } from '../../regulation/schema.ts'
import type { LinkItem } from '../../ui/content.ts'
import type { Application, ShownCriterion, ShownOwn, ShownVote, VoteChoice } from './model.ts'
import { paths } from './paths.ts'
import { applicationTitle } from './queries.ts'

/** «с 1 сентября 2026 г. по 31 августа 2028 г.»; empty while either day is missing. */
export function termWords({ wantedFrom, wantedTo }: { wantedFrom: Day | null; wantedTo: Day | null }): string {
  if (wantedFrom === null) return wantedTo === null ? '' : `по ${longDate(wantedTo)}`
  return longPeriod({ from: wantedFrom, to: wantedTo })
}

/** «14 мая 2026 г., 09:30» by the clock of the territory. */
export function momentOf(at: Instant, timeZone: string): string {
  const { day, time } = localTime(at, timeZone)
  return `${longDate(day)}, ${time.slice(0, 5)}`
}

export const choiceNames: Readonly<Record<VoteChoice, string>> = { for: 'за', against: 'против', abstained: 'воздержалась' }

export const voteWords = ({ organisation, choice, by }: ShownVote): string => `${organisation}: ${choiceNames[choice]} (${by})`

export const evidenceGroupNames: Readonly<Record<ShownCriterion['group'], string>> = {
  base: 'Обязательно',
  further: 'Дополнительно',
}

/** The caption of an item with its number in the form of the appendix, «3. Телефон, факс, электронная почта». */
export function itemCaption(regulation: Regulation | null, code: ApplicationItem, fallback: string): string {
  const number = regulation && itemNumber(regulation, code)
  const text = (regulation && applicationForm(regulation))?.find((item) => item.code === code)?.text ?? fallback
  return number ? `${number}. ${text}` : text
}

/** The caption of an item of the paper's own, with its number. */
export const ownCaption = (regulation: Regulation, { code, caption }: Pick<ShownOwn, 'code' | 'caption'>): string => {
  const number = itemNumber(regulation, code)
  return number === null ? caption : `${number}. ${caption}`
}

/** «(812) 123-45-67, факс 123-45-68, shkola@primer.ru» */
export const contactsOf = ({ phone, fax, email }: { phone: string; fax: string; email: string }): string =>
  [phone, fax && `факс ${fax}`, email].filter((part) => part !== '').join(', ')

/** The way to an application, as far as itself. */
export const wayTo = (territory: string, app: Pick<Application, 'id' | 'number'>): LinkItem[] => [
  { href: paths.applications({ territory }), label: 'Заявки' },
  { href: paths.application({ territory, application: app.id }), label: applicationTitle(app) },
]

/** Where a section is filled in. */
export function sectionHref(at: { territory: string; application: string }, code: ApplicationSection): string {
  const places: Readonly<Record<ApplicationSection, (at: { territory: string; application: string }) => string>> = {
    organisations: paths.applicationOrganisations,
    theme: paths.applicationTheme,
    head: paths.applicationHead,
    adviser: paths.applicationAdviser,
    own: paths.applicationOwn,
    eligibility: paths.applicationEvidence,
    programme: paths.applicationProgramme,
  }
  return places[code](at)
}
