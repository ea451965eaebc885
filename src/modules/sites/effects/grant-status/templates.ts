import { addMonths } from '../../../../kernel/dates.ts'
import { newId } from '../../../../kernel/ids.ts'
import { academicYears, inPeriod, periodAt, periodName } from '../../../../kernel/periods.ts'
import type { Day, OrganisationId, SiteId } from '../../../../kernel/types.ts'
import type { EffectOf } from '../../../../kit/order/effects.ts'
import { ofRegulation, ordering, quality, type Setting, type Template, task } from '../../../../kit/order/template.ts'
import { mayShareSite } from '../../../../regulation/hosts/questions.ts'
import { siteWord } from '../../../../regulation/parties/questions.ts'
import { lastDayOfStatus, listColumns } from '../../../../regulation/status/questions.ts'

type Term = { readonly from: Day; readonly to: Day }

/** The term a status gets when nobody has chosen one: the longest allowed, else the academic year. */
function termOf({ regulation, choices, today }: Setting): Term {
  const from = choices.from ?? today
  const to = choices.to ?? lastDayOfStatus(regulation, from).value ?? periodAt(academicYears, from, { from, to: null }).to ?? from
  return { from, to }
}

const grant = ({ choices }: Setting, hosts: readonly OrganisationId[], term: Term): EffectOf<'grantStatus'> => ({
  kind: 'grantStatus',
  siteId: newId<SiteId>(),
  organisationIds: [...hosts],
  leadOrganisationId: hosts[0]!,
  theme: choices.theme ?? '',
  direction: null,
  ...term,
  headPersonId: null,
  headGround: null,
})
/** A site of each organisation. */
const grants = (setting: Setting, term: Term) => ordering(setting.choices.organisationIds.map((id) => grant(setting, [id], term)))

const duty = ({ choices, headOf }: Setting, text: string, term: Term) => task(text, choices.organisationIds.map(headOf), term)
const title = ({ regulation }: Setting) => `О присвоении статуса ${siteWord(regulation, 'genitive')}`

export const designateSites: Template = {
  code: 'designateSites',
  name: 'Присвоить статус площадок',
  hint: 'Несколько организаций сразу станут площадками на выбранный срок; их руководители получат поручение.',
  place: 1,
  asks: ['organisations', 'theme', 'from', 'to'],
  fits: () => true,
  write(setting) {
    const term = termOf(setting)
    return {
      title: title(setting),
      preamble: quality,
      points: [grants(setting, term), duty(setting, 'Руководителям этих организаций обеспечить работу площадок.', term)],
    }
  },
}

export const designateJointSite: Template = {
  code: 'designateJointSite',
  name: 'Присвоить статус одной площадки нескольким организациям',
  hint: 'Одна площадка на несколько организаций, с ведущей и с руководителем, которого они выбрали вместе.',
  place: 2,
  asks: ['organisations', 'theme', 'from', 'to', 'person', 'protocol'],
  fits: (regulation) => mayShareSite(regulation, 2).ok,
  write(setting) {
    const { organisationIds, personId: headPersonId, protocol: headGround } = setting.choices
    const term = termOf(setting)
    const joint = organisationIds.length === 0 ? [] : [{ ...grant(setting, organisationIds, term), headPersonId, headGround }]
    return {
      title: title(setting),
      preamble: ofRegulation(setting),
      points: [ordering(joint), duty(setting, 'Руководителям этих организаций обеспечить работу площадки.', term)],
    }
  },
}

export const approveSiteList: Template = {
  code: 'approveSiteList',
  name: 'Утвердить перечень площадок на учебный год',
  hint: 'Перечень площадок с темами и сроками на учебный год станет приложением, каждая строка — статусом.',
  place: 3,
  asks: ['organisations', 'theme', 'from', 'to'],
  fits: (regulation) => listColumns(regulation) !== null,
  write(setting) {
    const from = setting.choices.from ?? setting.today
    // An order of June, July or August opens the coming academic year.
    const { key, to } = periodAt(academicYears, addMonths(from, 3), { from, to: null })
    const term = { from, to: setting.choices.to ?? to ?? from }
    const columns = ['№', ...(listColumns(setting.regulation) ?? [])]
    return {
      title: `Об организации работы площадок в ${inPeriod(key)}`,
      preamble: quality,
      points: [grants(setting, term), duty(setting, 'Руководителям этих организаций обеспечить работу площадок.', term)],
      appendices: [{ title: `Перечень площадок на ${periodName(key)}`, content: 'sites', columns }],
    }
  },
}
