import { academicYearName, academicYearOf, academicYearPeriod, longDate } from '../../kernel/dates.ts'
import type { Day, OrderId, OrganisationId, PersonId, RegulationId, SiteId } from '../../kernel/types.ts'
import { attaches, lastDayOfStatus, publishes, role, terminationGrounds } from '../../regulation/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import type { Effect } from './effects.ts'
import { type ActKind, type AppendixPlan, actNames, type DraftPoint, type OrderContent } from './model.ts'

/** What a person chooses before the text of an order can be written. */
export const choiceNames = [
  'organisations',
  'theme',
  'from',
  'to',
  'site',
  'person',
  'protocol',
  'ground',
  'on',
  'order',
] as const
export type ChoiceName = (typeof choiceNames)[number]

export type Choices = {
  readonly organisationIds: readonly OrganisationId[]
  readonly theme: string | null
  readonly from: Day | null
  readonly to: Day | null
  readonly siteId: SiteId | null
  readonly personId: PersonId | null
  readonly protocol: string | null
  readonly ground: string | null
  readonly on: Day | null
  readonly orderId: OrderId | null
}

export const noChoices: Choices = {
  organisationIds: [],
  theme: null,
  from: null,
  to: null,
  siteId: null,
  personId: null,
  protocol: null,
  ground: null,
  on: null,
  orderId: null,
}

/** Everything a template writes from. */
export type Setting = {
  readonly regulation: Regulation
  /** The newest version of the regulation that no order has approved yet. */
  readonly draftRegulationId: RegulationId | null
  readonly today: Day
  readonly actKind: ActKind
  readonly choices: Choices
  readonly organisationName: (id: string) => string
  readonly headOf: (organisationId: string) => PersonId | null
  readonly personTitle: (id: string) => string
  readonly site: { readonly name: string; readonly from: Day; readonly to: Day | null } | null
  readonly orderTitle: string
  readonly newSiteId: () => SiteId
}

export type Drafted = Pick<OrderContent, 'title' | 'preamble' | 'points' | 'appendices' | 'acquaintance' | 'publishOnSigning'>

export type Template = {
  readonly code: string
  readonly name: string
  readonly asks: readonly ChoiceName[]
  /** Whether the regulation of the territory knows such an order at all. */
  readonly fits: (regulation: Regulation, hasDraftRegulation: boolean) => boolean
  readonly write: (setting: Setting) => { title: string; preamble: string; points: DraftPoint[]; appendices?: AppendixPlan[] }
}

const point = (text: string, effects: readonly Effect[] = []): DraftPoint => ({
  text,
  level: 1,
  isTask: false,
  assigneeIds: [],
  startsOn: null,
  dueOn: null,
  effects,
})

const task = (
  text: string,
  assignees: readonly (PersonId | null)[],
  period: { from?: Day; to?: Day | null } = {},
): DraftPoint => ({
  ...point(text),
  isTask: true,
  assigneeIds: [...new Set(assignees.filter((id) => id !== null))],
  startsOn: period.from ?? null,
  dueOn: period.to ?? null,
})

/** The term a status gets when nobody has chosen one: the longest allowed, else the academic year. */
function termOf({ regulation, choices, today }: Setting): { from: Day; to: Day } {
  const from = choices.from ?? today
  const to = choices.to ?? lastDayOfStatus(regulation, from).value ?? academicYearPeriod(academicYearOf(from)).to
  return { from, to }
}

const namesOf = ({ choices, organisationName }: Setting) => choices.organisationIds.map(organisationName)

const grantsOf = (setting: Setting, theme: string, term: { from: Day; to: Day }): Effect[] =>
  setting.choices.organisationIds.map((id) => ({
    kind: 'grantStatus',
    siteId: setting.newSiteId(),
    organisationIds: [id],
    leadOrganisationId: id,
    theme,
    direction: null,
    ...term,
    headPersonId: null,
    headGround: null,
  }))

const quality = 'В целях повышения качества образования и методической помощи педагогам'
const ofRegulation = ({ regulation }: Setting) => `В соответствии с документом «${regulation.title}»`

const designateSites: Template = {
  code: 'designateSites',
  name: 'Присвоить статус площадок',
  asks: ['organisations', 'theme', 'from', 'to'],
  fits: () => true,
  write(setting) {
    const term = termOf(setting)
    const word = setting.regulation.siteWords.genitive
    return {
      title: `О присвоении статуса: ${setting.regulation.siteWords.nominative}`,
      preamble: quality,
      points: [
        point(
          `Присвоить статус ${word} на срок с ${longDate(term.from)} по ${longDate(term.to)}: ${namesOf(setting).join('; ')}.`,
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

const designateJointSite: Template = {
  code: 'designateJointSite',
  name: 'Присвоить статус одной площадки нескольким организациям',
  asks: ['organisations', 'theme', 'from', 'to', 'person', 'protocol'],
  fits: ({ joint }) => joint !== null,
  write(setting) {
    const { choices } = setting
    const term = termOf(setting)
    const effects: Effect[] = choices.organisationIds.slice(0, 1).map((lead) => ({
      kind: 'grantStatus',
      siteId: setting.newSiteId(),
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
      title: `О присвоении статуса: ${setting.regulation.siteWords.nominative}`,
      preamble: ofRegulation(setting),
      points: [
        point(
          `Присвоить статус ${setting.regulation.siteWords.genitive} по одной программе на срок с ${longDate(term.from)} по ${longDate(term.to)} организациям вместе: ${namesOf(setting).join('; ')}.`,
          effects,
        ),
        ...head,
        task('Руководителям этих организаций обеспечить работу площадки.', choices.organisationIds.map(setting.headOf), term),
      ],
    }
  },
}

const approveSiteList: Template = {
  code: 'approveSiteList',
  name: 'Утвердить перечень площадок на учебный год',
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
          `Утвердить перечень организаций, на базе которых работают площадки в ${academicYearName(year)} учебном году (приложение 1).`,
          grantsOf(setting, setting.choices.theme ?? '', term),
        ),
        task(
          'Руководителям этих организаций обеспечить работу площадок.',
          setting.choices.organisationIds.map(setting.headOf),
          term,
        ),
      ],
      appendices: [{ title, content: 'sites', columns: setting.regulation.siteList?.columns }],
    }
  },
}

const attachSchools: Template = {
  code: 'attachSchools',
  name: 'Закрепить школы за площадкой',
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
        point(`Утвердить список школ, закреплённых за площадкой ${site?.name ?? ''} (приложение 1).`, effects),
        task('Руководителям этих школ направить педагогов на стажировку.', choices.organisationIds.map(setting.headOf)),
      ],
      appendices: [{ title: 'Список сетевого партнёрства', content: 'attachments' }],
    }
  },
}

/** An order that puts one person in charge, under the regulation's own word for the role. */
const appointing = (as: 'coordinator' | 'methodist', name: string, asks: readonly ChoiceName[]): Template => ({
  code: as === 'coordinator' ? 'appointCoordinator' : 'appointMethodist',
  name,
  asks,
  fits: (regulation) => role(regulation, as).value !== null,
  write({ regulation, choices, personTitle, site, today }) {
    const word = role(regulation, as).value?.words.nominative ?? ''
    const person = choices.personId
    const from = choices.from ?? (site && site.from > today ? site.from : today)
    const effects: Effect[] =
      person === null
        ? []
        : [
            {
              kind: 'appoint',
              personId: person,
              as,
              siteId: choices.siteId,
              from,
              to: choices.to ?? site?.to ?? null,
              ground: null,
            },
          ]
    const where = site ? ` на площадке ${site.name}` : ''
    return {
      title: `О назначении: ${word}`,
      preamble: quality,
      points: [point(`Назначить с ${longDate(from)}${where} (${word}): ${person === null ? '' : personTitle(person)}.`, effects)],
    }
  },
})

const approveRegulation: Template = {
  code: 'approveRegulation',
  name: 'Утвердить Положение',
  asks: [],
  fits: (_, hasDraftRegulation) => hasDraftRegulation,
  write: ({ regulation, draftRegulationId }) => ({
    title: `Об утверждении документа «${regulation.title}»`,
    preamble: quality,
    points: [
      point(
        `Утвердить прилагаемое: «${regulation.title}» (приложение 1).`,
        draftRegulationId === null ? [] : [{ kind: 'approveRegulation', regulationId: draftRegulationId }],
      ),
    ],
    appendices: [{ title: regulation.title, content: 'regulation' }],
  }),
}

const terminateStatus: Template = {
  code: 'terminateStatus',
  name: 'Прекратить статус площадки досрочно',
  asks: ['site', 'ground', 'on'],
  fits: () => true,
  write({ regulation, choices, site, today }) {
    const on = choices.on ?? today
    const ground = choices.ground ?? ''
    const words = terminationGrounds(regulation).value?.find((one) => one.code === ground)?.text ?? ground
    return {
      title: 'О прекращении статуса стажировочной площадки',
      preamble: `Основание: ${words}`,
      points: [
        point(
          `Прекратить статус площадки ${site?.name ?? ''} после ${longDate(on)}.`,
          choices.siteId === null ? [] : [{ kind: 'terminateStatus', siteId: choices.siteId, ground, on }],
        ),
      ],
    }
  },
}

const extendStatus: Template = {
  code: 'extendStatus',
  name: 'Продлить статус площадки',
  asks: ['site', 'to'],
  fits: ({ term }) => term?.kind !== 'fixed',
  write({ choices, site, today }) {
    const to = choices.to ?? today
    return {
      title: 'О продлении статуса стажировочной площадки',
      preamble: quality,
      points: [
        point(
          `Продлить статус площадки ${site?.name ?? ''} по ${longDate(to)}.`,
          choices.siteId === null ? [] : [{ kind: 'extendStatus', siteId: choices.siteId, to }],
        ),
      ],
    }
  },
}

const revokeOrder: Template = {
  code: 'revokeOrder',
  name: 'Отменить приказ',
  asks: ['order'],
  fits: () => true,
  write: ({ choices, orderTitle }) => ({
    title: 'Об отмене ранее изданного документа',
    preamble: 'В связи с изменением обстоятельств',
    points: [point(`Отменить ${orderTitle}.`, choices.orderId === null ? [] : [{ kind: 'revoke', orderId: choices.orderId }])],
  }),
}

const plain: Template = {
  code: 'plain',
  name: 'Приказ с поручениями',
  asks: [],
  fits: () => true,
  write: () => ({ title: '', preamble: quality, points: [task('', [])] }),
}

const templates: readonly Template[] = [
  designateSites,
  designateJointSite,
  approveSiteList,
  attachSchools,
  appointing('coordinator', 'Назначить координатора площадки', ['person', 'site', 'from', 'to']),
  appointing('methodist', 'Назначить методиста, который сопровождает площадки', ['person', 'from', 'to']),
  approveRegulation,
  extendStatus,
  terminateStatus,
  revokeOrder,
  plain,
]

/** The templates of orders this territory uses, as its regulation has it. */
export const templatesFor = (regulation: Regulation, hasDraftRegulation: boolean): readonly Template[] =>
  templates.filter((template) => template.fits(regulation, hasDraftRegulation))

/** Writes the draft: the template's own points, then publication and control, which every order of the territory has. */
export function draftFrom(template: Template, setting: Setting): Drafted {
  const { regulation, actKind } = setting
  const { title, preamble, points, appendices = [] } = template.write(setting)
  const publishOnSigning = publishes(regulation, 'orders').value
  const act = actKind === 'order' ? 'приказа' : 'распоряжения'
  return {
    title,
    preamble,
    points: [
      ...points,
      ...(publishOnSigning ? [point(`Разместить ${actNames[actKind]} с приложениями на сайте для всех.`)] : []),
      point(`Контроль за исполнением ${act} оставляю за собой.`),
    ],
    appendices,
    publishOnSigning,
    acquaintance: regulation.acquaintance?.who === 'headsOfOrganisations' ? 'allHeads' : 'assignees',
  }
}
