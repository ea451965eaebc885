import type { Acting } from '../../../authz/ctx.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { ApplicationId, OrganisationId } from '../../../kernel/types.ts'
import { editSection } from './edit-section.ts'

export type OrganisationInput = {
  readonly applicationId: ApplicationId
  readonly organisationId: OrganisationId
  readonly version: number
  readonly charterName: string | null
  readonly legalAddress: string | null
  readonly phone: string | null
  readonly fax: string | null
  readonly email: string | null
  readonly headName: string | null
  readonly share: string | null
}

/** Keeps what the form asks of one organisation, however incomplete. The registers stay as they are. (R-A1) */
export function saveOrganisation(ctx: Acting, input: OrganisationInput): Promise<Result<null>> {
  const { applicationId, organisationId, version, ...details } = input
  const part = `organisation:${organisationId}` as const
  return editSection(
    ctx,
    { applicationId, version, part, name: 'Сведения об организации' },
    async (tx, { app, participants }) => {
      if (!participants.some(({ id }) => id === organisationId)) return refuse({ code: 'notFound' })
      const { charterName, legalAddress, phone, fax, email, headName, share } = details
      await tx
        .updateTable('applicationOrganisations')
        .set({
          charterName: charterName ?? '',
          legalAddress: legalAddress ?? '',
          phone: phone ?? '',
          fax: fax ?? '',
          email: email ?? '',
          headName: headName ?? '',
          share: share ?? '',
        })
        .where((is) => is.and({ territoryId: ctx.territory.id, applicationId: app.id, organisationId }))
        .execute()
      return ok(null)
    },
  )
}
