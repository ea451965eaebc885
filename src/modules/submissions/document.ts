import {
  approvalMarks,
  cell,
  column,
  dateAndNumber,
  document,
  gap,
  heading,
  letterhead,
  p,
  paragraphs,
  section,
  signature,
  table,
} from '../../documents/build.ts'
import type { Block, Cell, Doc } from '../../documents/model.ts'
import { longDate, shortPeriod } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import { siteWord } from '../../regulation/parties/questions.ts'
import { reviewWord } from '../../regulation/review/questions.ts'
import { whoGrants } from '../../regulation/status/questions.ts'
import type { OpenSubmission } from './case.ts'
import type { Place } from './model.ts'
import { resultInWords, resultOf, resultTitle } from './rules.ts'
import type { Sender } from './sender-queries.ts'
import { proposalNames } from './texts.ts'

type Letter = {
  readonly sender: Sender
  /** To whom: the name of the body that decides. */
  readonly to: string
  readonly number: number | null
  /** Null while it has not been sent. */
  readonly sentOn: Day | null
  /** Lines under the title: «о присвоении статуса …». */
  readonly about: readonly string[]
}

/** A submission (представление) of the operator in the form of an official letter, around what it says. */
export const letterBlocks = ({ sender, to, number, sentOn, about }: Letter, content: readonly Block[]): Block[] => [
  ...(sender.letterhead.length > 0 ? [letterhead(...sender.letterhead)] : []),
  dateAndNumber(sentOn === null ? 'проект' : longDate(sentOn), number === null ? '' : `№ ${number}`),
  approvalMarks({ right: [to] }),
  heading(1, 'ПРЕДСТАВЛЕНИЕ'),
  ...about.map((line) => p(line, { align: 'center' })),
  gap(),
  ...content,
  gap(),
  signature(sender.post, sender.name, { line: true }),
]

/** The submission as a letter of the operator to whoever gives the status, with the ranked list. */
export function submissionDocument(opened: OpenSubmission, sender: Sender, today: Day): Doc {
  const { one, regulation, places, protocols, call } = opened
  const title = `Представление № ${one.number}`
  const letter = {
    sender,
    to: whoGrants(regulation).value.name,
    number: one.number,
    sentOn: one.sentOn,
    about: [`о присвоении статуса ${siteWord(regulation, 'genitive')}`, ...(call ? [call.title] : [])],
  }
  const reviewed = places.some(({ assessment }) => resultOf(assessment) !== null)
  return document({ title, date: one.sentOn ?? today }, [
    section(
      letterBlocks(letter, [
        ...paragraphs(one.text),
        ...(protocols.length > 0
          ? [
              p(
                `Протокол ${reviewWord(regulation, 'genitive')}: ${protocols.map(({ number, heldOn }) => `от ${longDate(heldOn)} № ${number}`).join('; ')}.`,
              ),
            ]
          : []),
        gap(),
        table(
          [
            column('№', 1, 'center'),
            column('Организация', 6),
            column('Тема', 6),
            column('Срок', 4),
            ...(reviewed ? [column(resultTitle(places), 2.4, 'center')] : []),
            column('Предложение', 3.6),
            column('Основание', 8),
          ],
          places.map((place, index) => cellsOf(place, index + 1, reviewed)),
        ),
      ]),
      { landscape: true },
    ),
  ])
}

function cellsOf({ candidate, assessment, proposal, proposalReason }: Place, number: number, reviewed: boolean): Cell[] {
  const { organisations, theme, wantedFrom, wantedTo } = candidate
  return [
    cell(`${number}.`),
    cell({ lines: organisations.map(({ documentName }) => documentName) }),
    cell(theme),
    cell(wantedFrom === null ? '' : shortPeriod({ from: wantedFrom, to: wantedTo })),
    ...(reviewed ? [cell(resultInWords(assessment))] : []),
    cell(proposalNames[proposal]),
    cell(proposalReason),
  ]
}
