import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { reshapeRows } from '../../kit/form/flat-rows.ts'
import { formAt, get, notFound, type PageRequest, post, type Route } from '../../web/route.ts'
import { bodyOf } from '../organisations/order-queries.ts'
import { organisationById, organisationChoices, staffOn } from '../organisations/queries.ts'
import { namesOf } from '../people/name-queries.ts'
import { isFixed, keepOffice, nameOrganisation } from './commands/keep-office.ts'
import { namingForm, officeBegins, officeForm } from './office-forms.ts'
import { actingSignatories, bodiesKnown, officeOfBody } from './office-queries.ts'
import { paths } from './paths.ts'
import { asPeople, type BodyShown, OfficePage, OfficesPage, officesTitle } from './views/office-pages.tsx'

const section = 'regulation' as const
const permits = 'office.keep' as const

/** The bodies of the regulation with what they are here. */
async function bodiesHere(tx: Tx, ctx: Ctx): Promise<BodyShown[]> {
  return Promise.all(
    (await bodiesKnown(tx, ctx)).map(async (party) => {
      const id = await bodyOf(tx, ctx, party.code)
      const [organisation, office] = await Promise.all([id && organisationById(tx, ctx, id), officeOfBody(tx, ctx, party.code)])
      return { party, organisation: organisation || null, office: office ?? null }
    }),
  )
}

type Asking = Pick<PageRequest, 'ctx' | 'tx' | 'form'> & { readonly params: { readonly body: string } }

async function officePage({ ctx, tx, params, form }: Asking) {
  const shown = (await bodiesHere(tx, ctx)).find(({ party }) => party.code === params.body)
  if (!shown) return notFound
  const { organisation, office, party } = shown
  const staff = organisation ? await staffOn(tx, ctx, organisation.id, { on: ctx.today }) : []
  const acting = office ? await actingSignatories(tx, ctx, office.issuerId) : []
  const named = [office?.signatoryId, ...acting.map(({ personId }) => personId)].filter((id) => id != null)
  const former = await namesOf(
    tx,
    ctx,
    named.filter((id) => !staff.some((one) => one.id === id)),
    ctx.today,
  )
  const people = asPeople([...staff, ...[...former].map(([id, name]) => ({ ...name, id, title: 'назван раньше' }))])
  const choices = await organisationChoices(tx, ctx)
  const body = (
    <OfficePage
      {...{ ctx, shown, people }}
      form={form ?? { values: officeBegins(office, acting), errors: [] }}
      organisations={choices.map(({ id, name }) => ({ value: id, label: name }))}
      isFixed={isFixed(party.code)}
    />
  )
  return { title: party.name, section, body }
}

export const officeRoutes: Route[] = [
  get(paths.offices, {
    permits,
    page: async ({ ctx, tx }) => ({
      title: officesTitle,
      section,
      body: <OfficesPage ctx={ctx} bodies={await bodiesHere(tx, ctx)} />,
    }),
  }),
  ...formAt(paths.office, {
    permits,
    form: officeForm,
    reshape: reshapeRows,
    act: ({ ctx, params, form }) => keepOffice(ctx, { ...form, body: params.body }),
    next: ({ params }) => ({ to: paths.offices(params), notice: 'Канцелярия сохранена' }),
    page: officePage,
  }),
  post(paths.officeOrganisation, {
    permits,
    form: namingForm,
    act: ({ ctx, params, form }) => nameOrganisation(ctx, { body: params.body, organisationId: form.organisationId }),
    next: ({ params }) => ({ to: paths.office(params), notice: 'Организация названа' }),
    again: officePage,
  }),
]
