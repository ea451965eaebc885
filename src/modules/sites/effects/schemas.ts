import { z } from 'zod'
import type { ApplicationId, OrganisationId, PersonId, SiteId, StatusCaseId } from '../../../kernel/types.ts'
import { daySchema, idSchema } from '../../../kit/order/effects.ts'
import { planFates } from '../../../kit/order/template.ts'
import { appointmentKinds } from '../../../regulation/kinds.ts'

const siteId = idSchema<SiteId>()
/** The case of the site this decides; an order of its own has none. */
const caseId = idSchema<StatusCaseId>().nullable().default(null)
const organisationIds = z.array(idSchema<OrganisationId>()).min(1)

/** A territory has no order for experts: they are invited by a call. */
export const orderedKinds = appointmentKinds.filter((kind) => kind !== 'expert')

/** Legal changes of sites, as they are stored. */
export const schemas = {
  grantStatus: z.object({
    kind: z.literal('grantStatus'),
    siteId,
    organisationIds,
    leadOrganisationId: idSchema<OrganisationId>(),
    theme: z.string().trim().min(1),
    direction: z.string().min(1).nullable(),
    from: daySchema,
    to: daySchema,
    headPersonId: idSchema<PersonId>().nullable(),
    headGround: z.string().trim().min(1).nullable(),
    /** The application this status answers; an order of its own has none. */
    applicationId: idSchema<ApplicationId>().nullable().optional(),
  }),
  attachOrganisations: z.object({
    kind: z.literal('attachOrganisations'),
    siteId,
    organisationIds,
    from: daySchema,
    to: daySchema.nullable(),
  }),
  detachOrganisations: z.object({ kind: z.literal('detachOrganisations'), siteId, organisationIds, on: daySchema }),
  appoint: z.object({
    kind: z.literal('appoint'),
    personId: idSchema<PersonId>(),
    as: z.enum(orderedKinds),
    siteId: siteId.nullable(),
    from: daySchema,
    to: daySchema.nullable(),
    ground: z.string().trim().min(1).nullable(),
  }),
  endAppointment: z.object({ kind: z.literal('endAppointment'), appointmentId: z.uuid(), on: daySchema }),
  extendStatus: z.object({ kind: z.literal('extendStatus'), siteId, to: daySchema, caseId }),
  suspendStatus: z.object({
    kind: z.literal('suspendStatus'),
    siteId,
    from: daySchema,
    reason: z.string().trim().min(1),
    caseId,
  }),
  resumeStatus: z.object({ kind: z.literal('resumeStatus'), siteId, on: daySchema, caseId }),
  terminateStatus: z.object({
    kind: z.literal('terminateStatus'),
    siteId,
    ground: z.string().trim().min(1),
    on: daySchema,
    /** Where the attached schools go from the next day; null detaches them. */
    attachTo: siteId.nullable().default(null),
    /** What becomes of the lines of the plan after the last day. */
    plan: z.enum(planFates).default('keep'),
    caseId,
  }),
}

type Stored<Schema extends z.ZodType> = Readonly<z.infer<Schema>>

declare module '../../../kit/order/effects.ts' {
  interface Effects {
    grantStatus: Stored<typeof schemas.grantStatus>
    attachOrganisations: Stored<typeof schemas.attachOrganisations>
    detachOrganisations: Stored<typeof schemas.detachOrganisations>
    appoint: Stored<typeof schemas.appoint>
    endAppointment: Stored<typeof schemas.endAppointment>
    extendStatus: Stored<typeof schemas.extendStatus>
    suspendStatus: Stored<typeof schemas.suspendStatus>
    resumeStatus: Stored<typeof schemas.resumeStatus>
    terminateStatus: Stored<typeof schemas.terminateStatus>
  }
}
