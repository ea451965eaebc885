import * as doc from '../../documents/build.ts'
import type { Block, Doc } from '../../documents/model.ts'
import { longDate } from '../../kernel/dates.ts'
import { asSigned, capital } from '../../kernel/names.ts'
import type { Day } from '../../kernel/types.ts'
import { applicationForm } from '../../regulation/intake/questions.ts'
import type { ApplicationItem } from '../../regulation/kinds.ts'
import { siteWord } from '../../regulation/parties/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { programmeBlocks } from '../programmes/programme-document.ts'
import type { ApplicationView, ShownHead, ShownOrganisation } from './model.ts'
import { evidenceGroupNames, ownCaption, termWords, voteWords } from './wording.ts'

type PaperGiven = {
  readonly view: ApplicationView
  readonly regulation: Regulation
  readonly number: number | null
  /** The day it was sent, or the day a draft is printed. */
  readonly day: Day
  readonly isDraft: boolean
}

/** The application as it is printed in the form of appendix 1, its programme following as appendix 2. (R-33, R-A1) */
export function applicationDocument(given: PaperGiven): Doc {
  const { view, regulation, number, day, isDraft } = given
  const lead = view.organisations.find(({ isLead }) => isLead)
  const title = number === null ? 'Черновик заявки' : `Заявка № ${number}`
  return doc.document({ title: `${title}, ${lead?.shortName ?? ''}`, date: day }, [
    doc.section([
      ...(applicationForm(regulation) === null ? [] : [doc.appendixMark('Приложение 1', 'к Положению')]),
      doc.heading(1, `Заявка на присвоение статуса ${siteWord(regulation, 'genitive')}`),
      ...(number === null ? [] : [doc.p(`№ ${number} от ${longDate(day)}`, { align: 'center' })]),
      ...(isDraft ? [doc.p('Черновик, ещё не отправлена', { align: 'center' })] : []),
      doc.gap(),
      ...applicationBlocks(view, regulation),
      doc.gap(),
      ...view.organisations.map((one) =>
        doc.signature(`Руководитель организации: ${one.shortName}`, asSigned(one.headName), { line: true, seal: true }),
      ),
    ]),
    ...programmeSection(view, regulation),
  ])
}

function programmeSection({ programme }: ApplicationView, regulation: Regulation) {
  if (programme === null) return []
  return [
    doc.section([
      doc.appendixMark('Приложение 2', 'к Положению'),
      doc.heading(1, `Программа ${siteWord(regulation, 'genitive')}`),
      doc.p(doc.bold(`«${programme.title}»`), { align: 'center' }),
      doc.gap(),
      ...programmeBlocks(programme.content, regulation),
    ]),
  ]
}

/** The items of an application under the captions of the regulation, without a title. A joint application repeats the first four for each organisation. (R-A1) */
export function applicationBlocks(view: ApplicationView, regulation: Regulation): Block[] {
  const joint = view.organisations.length > 1
  return [
    ...line('Тема', view.theme),
    ...(view.direction === null ? [] : line('Направление', view.direction)),
    ...line('Срок', termWords(view)),
    ...(joint ? [doc.p('Организации ведут площадку вместе, по одной программе.', { indent: false })] : []),
    ...view.organisations.flatMap((one, index) => organisationBlocks(one, regulation, joint ? index + 1 : null)),
    ...(joint ? [doc.heading(3, 'Общее для организаций', { align: 'left' })] : []),
    ...headBlocks(view.head, regulation),
    ...(!applicationForm(regulation)?.some(({ code }) => code === 'scientificAdviser')
      ? []
      : item(regulation, 'scientificAdviser', [
          view.adviser ? `${view.adviser.name}${view.adviser.post ? `, ${view.adviser.post}` : ''}` : 'нет',
        ])),
    ...(view.own ?? []).map(({ text, ...own }) =>
      doc.p([doc.bold(`${ownCaption(regulation, own)}: `), text || 'не заполнено'], { indent: false }),
    ),
    ...(view.programme === null ? [] : item(regulation, 'programme', [`«${view.programme.title}», прилагается`])),
    ...eligibilityBlocks(view),
  ]
}

/** The items of one organisation; of several, each under its name. */
function organisationBlocks(one: ShownOrganisation, regulation: Regulation, place: number | null): Block[] {
  const { phone, fax, email } = one
  return [
    ...(place === null
      ? []
      : [doc.heading(3, one.isLead ? `Организация ${place}, ведущая` : `Организация ${place}`, { align: 'left' })]),
    ...item(regulation, 'fullName', [one.charterName]),
    ...item(regulation, 'legalAddress', [one.legalAddress]),
    ...item(regulation, 'contacts', [`телефон: ${phone || 'нет'}; факс: ${fax || 'нет'}; электронная почта: ${email || 'нет'}`]),
    ...item(regulation, 'headOfOrganisation', [one.headName]),
    ...(place === null || one.share === '' ? [] : line('Что делает в общей программе', one.share)),
  ]
}

function headBlocks(head: ShownHead | null, regulation: Regulation): Block[] {
  if (head === null) return item(regulation, 'headOfSite', [''])
  const { name, post, category, achievements, protocol, votes } = head
  const about = [name, post, category === null ? '' : `квалификационная категория: ${category}`].filter((part) => part !== '')
  return [
    ...item(regulation, 'headOfSite', [about.join(', ')]),
    ...(achievements.length === 0 ? [] : [doc.p(`Достижения: ${achievements.join('; ')}.`)]),
    ...(protocol === null ? [] : [doc.p(`Выбран организациями: протокол № ${protocol.number} от ${longDate(protocol.on)}`)]),
    ...votes.map((vote) => doc.bullet(voteWords(vote))),
  ]
}

function eligibilityBlocks({ eligibility }: ApplicationView): Block[] {
  if (eligibility.length === 0) return []
  return [
    doc.gap(),
    doc.p(doc.bold('Право на статус'), { align: 'left', keepWithNext: true }),
    doc.table(
      [doc.column('Условие', 5), doc.column('Чем подтверждается', 6)],
      eligibility.map(({ text, group, evidence }) => [
        doc.cell({ lines: [capital(text), `(${evidenceGroupNames[group].toLowerCase()})`] }),
        doc.cell({
          lines:
            evidence.length === 0
              ? ['не подтверждается']
              : evidence.map((one) => [one.text, one.note].filter((part) => part !== '').join(' — ')),
        }),
      ]),
    ),
  ]
}

const fallbacks: Readonly<Record<ApplicationItem, string>> = {
  fullName: 'Полное название по уставу',
  legalAddress: 'Юридический адрес',
  contacts: 'Телефон, факс, электронная почта',
  headOfOrganisation: 'Руководитель организации',
  headOfSite: 'Руководитель площадки',
  scientificAdviser: 'Научный руководитель',
  programme: 'Программа',
}

/** A numbered item of the form with its caption and what is filled in. */
function item(regulation: Regulation, code: ApplicationItem, texts: readonly string[]): Block[] {
  const items = applicationForm(regulation) ?? []
  const at = items.findIndex((one) => one.code === code)
  const caption = at < 0 ? fallbacks[code] : `${at + 1}. ${items[at]?.text ?? ''}`
  const [first = '', ...rest] = texts
  return [
    doc.p([doc.bold(`${caption}: `), first || 'не заполнено'], { indent: false }),
    ...rest.flatMap((text) => doc.paragraphs(text)),
  ]
}

const line = (name: string, text: string): Block[] => [doc.p([doc.bold(`${name}: `), text || 'не указано'], { indent: false })]
