import { approvalMarks, dateAndNumber, gap, heading, letterhead, p, signature } from '../../documents/build.ts'
import type { Block } from '../../documents/model.ts'
import { longDate } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import type { Sender } from './sender-queries.ts'

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
