import type { Day } from '../../kernel/types.ts'
import type { Registers } from '../../kit/order/registers.ts'
import type { ActKind } from '../../regulation/acts.ts'
import { bodiesOf, isBody } from '../../regulation/parties/questions.ts'
import { type Appendix, buildAppendices } from './appendices.ts'
import type { DateForm, FullOrder, Office } from './model.ts'

/** An order as it was signed: everything that is printed. Documents of a signed order are made from this and nothing else. */
export type OrderSnapshot = {
  readonly kind: ActKind
  readonly letterhead: readonly string[]
  readonly signedOn: Day
  readonly numberText: string
  readonly place: string | null
  readonly dateForm?: DateForm
  /** Who issues it, as the appendices name it: «к приказу комитета образования». */
  readonly issuerGenitive?: string | null
  readonly title: string
  readonly preamble: string
  readonly enactingWord: string
  readonly points: readonly { readonly number: string; readonly text: string }[]
  readonly signatory: { readonly post: string; readonly name: string }
  readonly appendices: readonly Appendix[]
  /** Of a joint order: the signature of each body, the first that of the one that issues it. */
  readonly signatures?: readonly SignatureShown[]
}

/** The signature of one of several bodies on their paper; without a day it is awaited. */
export type SignatureShown = {
  readonly post: string
  readonly name: string
  readonly letterhead: readonly string[]
  readonly issuerGenitive: string | null
  readonly signedOn: Day | null
}

/** The same before signing: a draft has no number and no day yet. */
export type OrderProof = Omit<OrderSnapshot, 'signedOn' | 'numberText'> & {
  readonly signedOn: Day | null
  readonly numberText: string | null
}

/** What would be printed of an order now. */
export function proofOf(
  { order, points }: FullOrder,
  office: Pick<Office, 'letterhead' | 'signatoryPost' | 'dateForm'>,
  signatoryName: string,
  registers: Registers,
  signatures: readonly SignatureShown[] = [],
): OrderProof {
  return {
    kind: order.kind,
    letterhead: office.letterhead,
    signedOn: null,
    numberText: null,
    place: order.place,
    dateForm: office.dateForm ?? 'long',
    issuerGenitive: issuerGenitive(registers),
    title: order.title,
    preamble: order.preamble,
    enactingWord: signatures.length > 0 ? together(order.enactingWord) : order.enactingWord,
    points: points.map(({ number, text }) => ({ number, text })),
    signatory: { post: order.signatoryPost ?? office.signatoryPost, name: signatoryName },
    appendices: buildAppendices(order.appendices, registers),
    ...(signatures.length > 0 && { signatures }),
  }
}

function issuerGenitive({ issuer, judgedBy }: Registers): string | null {
  const party = judgedBy && bodiesOf(judgedBy.regulation).find(({ code }) => isBody(issuer, code))
  return party ? party.words.genitive : null
}

/** «приказываю:» of one is «приказываем:» of several. */
export const together = (enactingWord: string): string =>
  enactingWord.replace(/([ая])ю(?=[:.\s]*$)/i, (_, vowel: string) => vowel + (vowel === vowel.toUpperCase() ? 'ЕМ' : 'ем'))
