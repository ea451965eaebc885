import { z } from 'zod'
import type { OrderId, OrganisationId, PersonId, RegulationId, SiteId } from '../../kernel/types.ts'
import { appointmentKinds } from '../../regulation/kinds.ts'

const id = <Id extends string>() => z.uuid() as unknown as z.ZodType<Id>
const day = z.iso.date()
const organisations = z.array(id<OrganisationId>()).min(1)

/** A territory has no order for experts: they are invited by a call. */
const kinds = appointmentKinds.filter((kind) => kind !== 'expert')

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
  }),
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
  z.object({ kind: z.literal('extendStatus'), siteId: id<SiteId>(), to: day }),
  z.object({ kind: z.literal('terminateStatus'), siteId: id<SiteId>(), ground: z.string().trim().min(1), on: day }),
  z.object({ kind: z.literal('revoke'), orderId: id<OrderId>() }),
])

export type Effect = Readonly<z.infer<typeof effectSchema>>
export type EffectKind = Effect['kind']
export type EffectOf<K extends EffectKind> = Extract<Effect, { kind: K }>

/** Later kinds may lean on earlier ones of the same order: a site is granted under the regulation the order approves. */
export const orderOfApplying = [
  'revoke',
  'terminateStatus',
  'detachOrganisations',
  'endAppointment',
  'approveRegulation',
  'extendStatus',
  'grantStatus',
  'attachOrganisations',
  'appoint',
] as const satisfies readonly EffectKind[]

/** Every kind, in the order in which people speak of them. */
export const effectKinds: readonly EffectKind[] = [
  'approveRegulation',
  'grantStatus',
  'attachOrganisations',
  'appoint',
  'extendStatus',
  'terminateStatus',
  'detachOrganisations',
  'endAppointment',
  'revoke',
]

/** Reads an effect as it is stored or sent; throws when it is none. */
export const readEffect = (data: unknown): Effect => effectSchema.parse(data)
