import type { Acting } from '../../../authz/ctx.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result, refuseRule } from '../../../kernel/result.ts'
import type { ApplicationId, PersonId } from '../../../kernel/types.ts'
import { tell } from '../../../notices/tell.ts'
import { headChosenTogether } from '../../../regulation/questions.ts'
import { judgedHead } from '../head-queries.ts'
import { headsOfOrganisations } from '../recipients.ts'
import { taking } from '../rules.ts'
import { votesOf } from '../store.ts'
import { sectionNames } from '../texts.ts'
import { futureSite, regulationOf } from '../view-queries.ts'
import { editSection } from './edit-section.ts'

export type HeadInput = { readonly applicationId: ApplicationId; readonly version: number; readonly personId: PersonId }

/** Names the head of the future site. Whether the regulation lets them is shown at once and asked at the sending. (C-41) */
export function nameHead(ctx: Acting, { applicationId, version, personId }: HeadInput): Promise<Result<null>> {
  return editSection(
    ctx,
    { applicationId, version, part: 'head', name: sectionNames.head },
    async (tx, { app, participants }) => {
      if (app.headPersonId === personId) return ok(null)
      const regulation = await regulationOf(tx, ctx, app)
      const person = await judgedHead(tx, ctx, regulation, personId as never, futureSite(ctx, app, participants))
      if (!person) return refuseRule('application.unknownPerson', { field: 'personId' })
      const voted = (await votesOf(tx, ctx, app.id)).length
      // Votes and the protocol were about somebody else.
      await tx
        .deleteFrom('applicationVotes')
        .where((is) => is.and({ territoryId: ctx.territory.id, applicationId: app.id }))
        .execute()
      await tx
        .updateTable('applications')
        .set({ headPersonId: person.id, protocolNumber: null, protocolOn: null, protocolFileId: null })
        .where((is) => is.and({ territoryId: ctx.territory.id, id: app.id }))
        .execute()
      const voters = taking(participants).map(({ id }) => id)
      if (headChosenTogether(regulation, voters.length).value) {
        const params = { theme: app.theme, by: ctx.actor.name, candidate: person.name }
        const heads = await headsOfOrganisations(tx, ctx, voters)
        await tell(
          tx,
          ctx,
          heads.map((one) => ({ personId: one, kind: 'application.voteAsked', subjectId: app.id, params })),
        )
      }
      await record(tx, ctx, {
        kind: 'application.headNamed',
        subjectId: app.id,
        facts: { person: person.name, votesDropped: voted },
      })
      return ok(null)
    },
  )
}
