import { z } from 'zod'
import type { OrderId, OrganisationId, PersonId, RegulationId, SiteId, StatusCaseId } from '../../kernel/types.ts'
import { appointmentKinds } from '../../regulation/kinds.ts'
import { extendCallSchema, openCallSchema } from './call-effects.ts'
import { applicationIdSchema, declineApplicationSchema } from './decision-effects.ts'

const id = <Id extends string>() => z.uuid() as unknown as z.ZodType<Id>
const day = z.iso.date()
/** The case of the site this decides; an order of its own has none. */
const caseId = id<StatusCaseId>().nullable().default(null)
const organisations = z.array(id<OrganisationId>()).min(1)

/** A territory has no order for experts: they are invited by a call. */
const kinds = appointmentKinds.filter((kind) => kind !== 'expert')

/** Whether an order that ends a status also cancels what the plan has ahead. */
export const planFates = ['cancelRest', 'keep'] as const

/** What an order changes when it is signed. The union is the whole list of legal changes the product knows. */
export const effectSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('approveRegulation'), regulationId: id<RegulationId>() }),
  z.object({
    kind: z.literal('grantStatus'),
    siteId: id<SiteId>(),
    organisationIds: organisations,
    leadOrganisationId: id<OrganisationId>(),
    theme: z.string().trim().min(1),
    direction: z.string().min(1).nullable(),
    from: day,
    to: day,
    headPersonId: id<PersonId>().nullable(),
    headGround: z.string().trim().min(1).nullable(),
    /** The application this status answers; an order of its own has none. */
    applicationId: applicationIdSchema.nullable().optional(),
  }),
  declineApplicationSchema,
  z.object({
    kind: z.literal('attachOrganisations'),
    siteId: id<SiteId>(),
    organisationIds: organisations,
    from: day,
    to: day.nullable(),
  }),
  z.object({
    kind: z.literal('appoint'),
    personId: id<PersonId>(),
    as: z.enum(kinds),
    siteId: id<SiteId>().nullable(),
    from: day,
    to: day.nullable(),
    ground: z.string().trim().min(1).nullable(),
  }),
  z.object({ kind: z.literal('endAppointment'), appointmentId: z.uuid(), on: day }),
  z.object({ kind: z.literal('detachOrganisations'), siteId: id<SiteId>(), organisationIds: organisations, on: day }),
  z.object({ kind: z.literal('extendStatus'), siteId: id<SiteId>(), to: day, caseId }),
  z.object({
    kind: z.literal('terminateStatus'),
    siteId: id<SiteId>(),
    ground: z.string().trim().min(1),
    on: day,
    /** Where the attached schools go from the next day; null detaches them. */
    attachTo: id<SiteId>().nullable().default(null),
    /** What becomes of the lines of the plan after the last day. */
    plan: z.enum(planFates).default('keep'),
    caseId,
  }),
  z.object({
    kind: z.literal('suspendStatus'),
    siteId: id<SiteId>(),
    from: day,
    reason: z.string().trim().min(1),
    caseId,
  }),
  z.object({ kind: z.literal('resumeStatus'), siteId: id<SiteId>(), on: day, caseId }),
  openCallSchema,
  extendCallSchema,
  z.object({ kind: z.literal('revoke'), orderId: id<OrderId>() }),
])

export type Effect = Readonly<z.infer<typeof effectSchema>>
export type EffectKind = Effect['kind']
export type EffectOf<K extends EffectKind> = Extract<Effect, { kind: K }>

/** Later kinds may lean on earlier ones of the same order: a site is granted under the regulation the order approves. */
export const orderOfApplying = [
  'revoke',
  'resumeStatus',
  'terminateStatus',
  'detachOrganisations',
  'endAppointment',
  'approveRegulation',
  'openCall',
  'extendCall',
  'extendStatus',
  'suspendStatus',
  'grantStatus',
  'declineApplication',
  'attachOrganisations',
  'appoint',
] as const satisfies readonly EffectKind[]

/** Every kind, in the order in which people speak of them. */
export const effectKinds: readonly EffectKind[] = [
  'approveRegulation',
  'grantStatus',
  'declineApplication',
  'attachOrganisations',
  'appoint',
  'extendStatus',
  'suspendStatus',
  'resumeStatus',
  'terminateStatus',
  'detachOrganisations',
  'endAppointment',
  'openCall',
  'extendCall',
  'revoke',
]

/** Reads an effect as it is stored or sent; throws when it is none. */
export const readEffect = (data: unknown): Effect => effectSchema.parse(data)
