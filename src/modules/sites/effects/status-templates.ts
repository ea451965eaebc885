import { academicYearName, academicYearOf, academicYearPeriod, longDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Day, SiteId } from '../../../kernel/types.ts'
import type { Effect } from '../../../kit/order/effects.ts'
import { namesOf, ofRegulation, point, quality, type Setting, type Template, task } from '../../../kit/order/template.ts'
import { attaches, lastDayOfStatus } from '../../../regulation/questions.ts'

/** The term a status gets when nobody has chosen one: the longest allowed, else the academic year. */
function termOf({ regulation, choices, today }: Setting): { from: Day; to: Day } {
  const from = choices.from ?? today
  const to = choices.to ?? lastDayOfStatus(regulation, from).value ?? academicYearPeriod(academicYearOf(from)).to
  return { from, to }
}

const grantsOf = (setting: Setting, theme: string, term: { from: Day; to: Day }): Effect[] =>
  setting.choices.organisationIds.map((id) => ({
    kind: 'grantStatus',
    siteId: newId<SiteId>(),
    organisationIds: [id],
    leadOrganisationId: id,
    theme,
    direction: null,
    ...term,
    headPersonId: null,
    headGround: null,
  }))

export const designateSites: Template = {
  code: 'designateSites',
  name: 'Присвоить статус площадок',
  hint: 'Несколько организаций сразу станут площадками на выбранный срок; их руководители получат поручение.',
  place: 1,
  asks: ['organisations', 'theme', 'from', 'to'],
  fits: () => true,
  write(setting) {
    const term = termOf(setting)
    const word = setting.regulation.siteWords.genitive
    return {
      title: `О присвоении статуса ${setting.regulation.siteWords.genitive}`,
      preamble: quality,
      points: [
        point(
          `Присвоить статус ${word} по теме «${setting.choices.theme ?? ''}» на срок с ${longDate(term.from)} по ${longDate(term.to)}: ${namesOf(setting).join('; ')}.`,
          grantsOf(setting, setting.choices.theme ?? '', term),
        ),
        task(
          'Руководителям этих организаций обеспечить работу площадок.',
          setting.choices.organisationIds.map(setting.headOf),
          term,
        ),
      ],
    }
  },
}

export const designateJointSite: Template = {
  code: 'designateJointSite',
  name: 'Присвоить статус одной площадки нескольким организациям',
  hint: 'Одна площадка на несколько организаций, с ведущей и с руководителем, которого они выбрали вместе.',
  place: 2,
  asks: ['organisations', 'theme', 'from', 'to', 'person', 'protocol'],
  fits: ({ joint }) => joint !== null,
  write(setting) {
    const { choices } = setting
    const term = termOf(setting)
    const effects: Effect[] = choices.organisationIds.slice(0, 1).map((lead) => ({
      kind: 'grantStatus',
      siteId: newId<SiteId>(),
      organisationIds: [...choices.organisationIds],
      leadOrganisationId: lead,
      theme: choices.theme ?? '',
      direction: null,
      ...term,
      headPersonId: choices.personId,
      headGround: choices.protocol,
    }))
    const head = choices.personId === null ? [] : [point(`Руководит площадкой: ${setting.personTitle(choices.personId)}.`)]
    return {
      title: `О присвоении статуса ${setting.regulation.siteWords.genitive}`,
      preamble: ofRegulation(setting),
      points: [
        point(
          `Присвоить статус ${setting.regulation.siteWords.genitive} по теме «${setting.choices.theme ?? ''}» на срок с ${longDate(term.from)} по ${longDate(term.to)} организациям вместе: ${namesOf(setting).join('; ')}.`,
          effects,
        ),
        ...head,
        task('Руководителям этих организаций обеспечить работу площадки.', choices.organisationIds.map(setting.headOf), term),
      ],
    }
  },
}

export const approveSiteList: Template = {
  code: 'approveSiteList',
  name: 'Утвердить перечень площадок на учебный год',
  hint: 'Перечень площадок с темами и сроками на учебный год станет приложением, каждая строка — статусом.',
  place: 3,
  asks: ['organisations', 'theme', 'from', 'to'],
  fits: ({ siteList }) => siteList !== null,
  write(setting) {
    const from = setting.choices.from ?? setting.today
    // An order of June, July or August opens the coming academic year.
    const year = academicYearOf(from.slice(5) >= '06-01' && from.slice(5) < '09-01' ? `${from.slice(0, 4)}-09-01` : from)
    const term = { from, to: setting.choices.to ?? academicYearPeriod(year).to }
    const title = `Перечень площадок на ${academicYearName(year)} учебный год`
    return {
      title: `Об организации работы площадок в ${academicYearName(year)} учебном году`,
      preamble: quality,
      points: [
        point(
          `Утвердить перечень организаций, на базе которых работают площадки в ${academicYearName(year)} учебном году (приложение).`,
          grantsOf(setting, setting.choices.theme ?? '', term),
        ),
        task(
          'Руководителям этих организаций обеспечить работу площадок.',
          setting.choices.organisationIds.map(setting.headOf),
          term,
        ),
      ],
      appendices: [{ title, content: 'sites', columns: ['№', ...(setting.regulation.siteList?.columns ?? [])] }],
    }
  },
}

export const attachSchools: Template = {
  code: 'attachSchools',
  name: 'Закрепить школы за площадкой',
  hint: 'Школы закрепятся за площадкой; их список станет приложением и не публикуется.',
  place: 4,
  asks: ['site', 'organisations', 'from', 'to'],
  fits: (regulation) => attaches(regulation).value,
  write(setting) {
    const { choices, site } = setting
    const from = choices.from ?? (site && site.from > setting.today ? site.from : setting.today)
    const effects: Effect[] =
      choices.siteId === null
        ? []
        : [
            {
              kind: 'attachOrganisations',
              siteId: choices.siteId,
              organisationIds: [...choices.organisationIds],
              from,
              to: choices.to ?? site?.to ?? null,
            },
          ]
    return {
      title: 'О закреплении школ за стажировочной площадкой',
      preamble: quality,
      points: [
        point(`Утвердить список школ, закреплённых за площадкой ${site?.name ?? ''} (приложение).`, effects),
        task('Руководителям этих школ направить педагогов на стажировку.', choices.organisationIds.map(setting.headOf)),
      ],
      appendices: [{ title: 'Список сетевого партнёрства', content: 'attachments' }],
    }
  },
}
