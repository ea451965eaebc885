import { longDate } from '../../kernel/dates.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { compareProgrammes } from '../programmes/comparison-rules.ts'
import type { ApplicationView } from './model.ts'
import { sectionNames } from './texts.ts'
import { contactsOf, itemCaption, ownCaption, termWords, voteWords } from './wording.ts'

/** One thing that two submissions say differently; an empty side says nothing. */
export type ViewChange = {
  /** The section, by which remarks and changes are laid side by side. */
  readonly section: string
  readonly place: string
  readonly field: string
  readonly before: string
  readonly after: string
}

type Said = {
  readonly key: string
  readonly section: string
  readonly place: string
  readonly field: string
  readonly text: string
}

/** What changed from one submission to another, item by item, the programme piece by piece. */
export function compareViews(before: ApplicationView, after: ApplicationView, regulation: Regulation): ViewChange[] {
  const [old, fresh] = [said(before, regulation), said(after, regulation)]
  const of = (list: readonly Said[], key: string) => list.find((one) => one.key === key)?.text ?? ''
  const keys = new Map([...old, ...fresh].map((one) => [one.key, one]))
  const items = [...keys.values()].flatMap(({ key, section, place, field }): ViewChange[] => {
    const [was, is] = [of(old, key), of(fresh, key)]
    return was === is ? [] : [{ section, place, field, before: was, after: is }]
  })
  return [...items, ...programmeChanges(before, after, regulation)]
}

function programmeChanges(before: ApplicationView, after: ApplicationView, regulation: Regulation): ViewChange[] {
  if (before.programme === null || after.programme === null) return []
  return compareProgrammes(before.programme.content, after.programme.content, regulation).map((change) => ({
    section: 'programme',
    place: `Программа. ${change.place}`,
    field: change.field,
    before: change.before ?? '',
    after: change.after ?? '',
  }))
}

/** Everything an application says, but for the content of its programme. */
function said(view: ApplicationView, regulation: Regulation): Said[] {
  const { organisations, head, adviser, eligibility, programme } = view
  const piece = (
    section: keyof typeof sectionNames,
    field: string,
    text: string,
    place: string = sectionNames[section],
    id = '',
  ): Said => ({
    key: `${section} ${id} ${field}`,
    section,
    place,
    field,
    text,
  })
  return [
    piece('theme', 'Тема', view.theme),
    piece('theme', 'Направление', view.direction ?? ''),
    piece('theme', 'Срок статуса', termWords(view)),
    ...organisations.flatMap((one) => {
      const of = (field: string, text: string) => piece('organisations', field, text, one.shortName, one.id)
      return [
        of('Участие', one.isLead ? 'ведущая организация' : 'участвует'),
        of(itemCaption(regulation, 'fullName', 'Полное название по уставу'), one.charterName),
        of(itemCaption(regulation, 'legalAddress', 'Юридический адрес'), one.legalAddress),
        of(itemCaption(regulation, 'contacts', 'Телефон, факс, почта'), contactsOf(one)),
        of(itemCaption(regulation, 'headOfOrganisation', 'Руководитель организации'), one.headName),
        of('Что делает в общей программе', one.share),
      ]
    }),
    piece('head', 'Кто', head?.name ?? ''),
    piece('head', 'Должность', head?.post ?? ''),
    piece('head', 'Категория', head?.category ?? ''),
    piece('head', 'Достижения', head?.achievements.join('; ') ?? ''),
    piece('head', 'Как голосовали', head?.votes.map(voteWords).join('; ') ?? ''),
    piece(
      'head',
      'Протокол',
      head?.protocol
        ? `№ ${head.protocol.number} от ${longDate(head.protocol.on)}, ${head.protocol.fileName ?? 'без файла'}`
        : '',
    ),
    piece('adviser', 'Кто', adviser ? [adviser.name, adviser.post].filter((part) => part !== '').join(', ') : 'нет'),
    ...(view.own ?? []).map(({ code, caption, text }) =>
      piece('own', ownCaption(regulation, { code, caption }), text, undefined, code),
    ),
    ...eligibility.map(({ code, text, evidence }) =>
      piece(
        'eligibility',
        text,
        evidence.map((one) => [one.text, one.note].filter((part) => part !== '').join(' — ')).join('\n'),
        undefined,
        code,
      ),
    ),
    piece('programme', 'Название', programme?.title ?? ''),
  ]
}
