import type { Doc } from '../../documents/model.ts'
import { serveFile } from '../../files/serve.ts'
import { fullName, signatureName } from '../../kernel/names.ts'
import type { ThingPage, ThingRequest } from '../../kit/thing.ts'
import { reviewWord } from '../../regulation/review/questions.ts'
import { notFound } from '../../web/route.ts'
import { type ApplicationView, numberOf } from '../applications/model.ts'
import { roundView } from '../applications/queries.ts'
import { namesOf } from '../people/name-queries.ts'
import { programmeDocument } from '../programmes/programme-document.ts'
import { regulationById } from '../regulation/queries.ts'
import type { ProtocolCase, ReviewCase } from './case.ts'
import { snapshotOf } from './deeds/protocol.ts'
import { openedTo } from './expert-sheet.ts'
import { protocolDocument } from './protocol-document.ts'
import { summaryOf } from './queries.ts'
import { reviewDocument } from './review-document.ts'
import { scoresOf, textOf } from './store.ts'
import { localDay } from './wording.ts'

type Request = Pick<ThingRequest, 'ctx' | 'tx'>

/** Every file that was submitted with the application. */
const filesIn = ({ head, eligibility }: ApplicationView) => [
  head?.protocol?.fileId,
  ...eligibility.flatMap(({ evidence }) => evidence.map(({ fileId }) => fileId)),
]

/** Files of the application are for the expert alone; the picture of a review on paper is for the office too. */
export const reviewFile: ThingPage<ReviewCase> = async ({ one }, { ctx, tx, params }) => {
  const kept = one.expertId === ctx.actor.personId ? await openedTo(tx, ctx, one) : null
  const known = [one.paperFileId, ...(kept ? filesIn(kept.view) : [])]
  const id = known.find((file) => file === params.file)
  return id ? serveFile(tx, ctx.territory.id, id) : notFound
}

/** The programme of the application as it was submitted, for its expert. */
export async function programmePaper({ one, reviewing }: ReviewCase, { ctx, tx }: Request): Promise<Doc | null> {
  const kept = await openedTo(tx, ctx, one)
  const programme = kept?.view.programme
  if (!kept || !programme) return null
  return programmeDocument({
    title: programme.title,
    organisations: kept.view.organisations.map(({ charterName }) => charterName),
    content: programme.content,
    regulation: reviewing.regulation,
    day: localDay(kept.submittedAt, ctx),
    isDraft: false,
  })
}

/** Experts read their own review on paper, the office every one that has been sent. */
export async function reviewPaper({ one: review, reviewing }: ReviewCase, { ctx, tx }: Request): Promise<Doc | null> {
  const kept = review.state === 'sent' ? await roundView(tx, ctx, reviewing.app.id, review.round) : null
  if (!kept) return null
  const name = (await namesOf(tx, ctx, [review.expertId])).get(review.expertId)!
  return reviewDocument({
    callTitle: reviewing.call.title,
    number: numberOf(reviewing.app),
    theme: kept.view.theme,
    organisations: kept.view.organisations.map(({ charterName }) => charterName),
    expert: { full: fullName(name), signature: signatureName(name) },
    criteria: reviewing.call.criteria,
    review,
    text: textOf(review, await scoresOf(tx, ctx, [review.id])),
    timeZone: ctx.territory.timeZone,
  })
}

/** The protocol as it was signed, or as it would be. */
export async function protocolPaper({ one, call }: ProtocolCase, { ctx, tx }: Request): Promise<Doc> {
  const [{ rows }, stored] = await Promise.all([
    summaryOf(tx, ctx, call),
    regulationById(tx, ctx.territory.id, call.regulationId, ctx.today),
  ])
  const snapshot = one.snapshot ?? (await snapshotOf(tx, ctx, { number: one.number, call, rows, input: one }))
  return protocolDocument(snapshot, { isDraft: one.state === 'draft', review: reviewWord(stored?.paper ?? null, 'genitive') })
}
