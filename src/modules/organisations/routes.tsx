import { may } from '../../authz/ctx.ts'
import type { Subject } from '../../authz/policy.ts'
import { subjectHistory } from '../../history/subject-history.ts'
import type { OrganisationId } from '../../kernel/types.ts'
import { valueOf } from '../../ui/fields.ts'
import { type Answer, formAt, get, notFound, type PageRequest, type Route } from '../../web/route.ts'
import { changeOrganisation } from './commands/change-organisation.ts'
import { registerOrganisation } from './commands/register-organisation.ts'
import { endSupportNeed, recordSupportNeed } from './commands/support-needs.ts'
import { changedOrganisationForm, endingForm, organisationForm, supportNeedForm } from './forms.ts'
import { organisationsAlike } from './likeness-queries.ts'
import { organisationList } from './list.tsx'
import { formerNames } from './name-queries.ts'
import { paths } from './paths.ts'
import { organisationById, sitesOf, staffOn, supportNeedsOf } from './queries.ts'
import { closedFacts, openFacts } from './texts.ts'
import { OrganisationFormPage } from './views/organisation-form-page.tsx'
import { OrganisationPage } from './views/organisation-page.tsx'
import { SupportNeedEndPage, SupportNeedPage } from './views/support-need-pages.tsx'

const section = 'organisations' as const
const staffShown = 50

type Asking = Pick<PageRequest, 'ctx' | 'tx'> & { readonly params: { readonly organisation: OrganisationId } }
type FormAsking = Asking & Pick<PageRequest, 'form' | 'conflict'>

const subject = async ({ ctx, tx, params }: Asking): Promise<Subject | null> => {
  const found = await organisationById(tx, ctx, params.organisation)
  return found && { territoryId: ctx.territory.id, organisationIds: [found.id] }
}

async function organisationPage({ ctx, tx, params }: Asking): Promise<Answer> {
  const organisation = await organisationById(tx, ctx, params.organisation)
  if (!organisation) return notFound
  const seesNeeds = may(ctx, 'supportNeed.view', { territoryId: ctx.territory.id, organisationIds: [organisation.id] })
  const kinds = seesNeeds ? [...openFacts, ...closedFacts] : openFacts
  const [staff, sites, former, needs, history] = await Promise.all([
    staffOn(tx, ctx, organisation.id, { on: ctx.today, most: staffShown + 1 }),
    sitesOf(tx, ctx, organisation.id),
    formerNames(tx, ctx, organisation.id),
    seesNeeds ? supportNeedsOf(tx, ctx, organisation.id) : null,
    may(ctx, 'history.view') ? subjectHistory(tx, ctx, organisation.id, kinds) : null,
  ])
  return {
    title: organisation.shortName,
    section,
    body: (
      <OrganisationPage
        ctx={ctx}
        organisation={organisation}
        {...{ staff, staffShown, needs, history }}
        sites={sites.filter(({ hosts }) => hosts || seesNeeds)}
        formerNames={former}
      />
    ),
  }
}

/** Whose names are like the one typed. */
async function alikeTyped({ ctx, tx, form }: Pick<PageRequest, 'ctx' | 'tx' | 'form'>) {
  const typed = (field: string) => valueOf(form, field)
  const names = { fullName: typed('fullName'), shortName: typed('shortName'), documentName: typed('documentName') }
  return form === null ? [] : organisationsAlike(tx, ctx, { ...names, settlement: typed('settlement') })
}

async function newPage({ ctx, tx, form }: Pick<PageRequest, 'ctx' | 'tx' | 'form'>): Promise<Answer> {
  const alike = await alikeTyped({ ctx, tx, form })
  const body = <OrganisationFormPage ctx={ctx} organisation={null} form={form} conflict={false} alike={alike} />
  return { title: 'Новая организация', section, body }
}

async function editPage({ ctx, tx, params, form, conflict }: FormAsking): Promise<Answer> {
  const organisation = await organisationById(tx, ctx, params.organisation)
  if (!organisation) return notFound
  const alike = (await alikeTyped({ ctx, tx, form })).filter(({ id }) => id !== organisation.id)
  const hasChanged = (await formerNames(tx, ctx, organisation.id)).length > 0
  const body = <OrganisationFormPage {...{ ctx, organisation, form, conflict, alike, hasChanged }} />
  return { title: 'Сведения об организации', section, body }
}

async function needPage({ ctx, tx, params, form }: FormAsking): Promise<Answer> {
  const organisation = await organisationById(tx, ctx, params.organisation)
  if (!organisation) return notFound
  return {
    title: 'Организация нуждается в поддержке',
    section,
    body: <SupportNeedPage ctx={ctx} organisation={organisation} form={form} />,
  }
}

async function needEndPage({ ctx, tx, params, form }: FormAsking & { params: { need: string } }): Promise<Answer> {
  const organisation = await organisationById(tx, ctx, params.organisation)
  const need = organisation && (await supportNeedsOf(tx, ctx, organisation.id)).find((one) => one.id === params.need)
  if (!organisation || !need) return notFound
  const body = <SupportNeedEndPage ctx={ctx} organisation={organisation} need={need} form={form} />
  return { title: 'Снять признак', section, body }
}

export const routes: Route[] = [
  ...organisationList.routes,
  ...formAt(paths.newOrganisation, {
    permits: 'organisation.register',
    form: organisationForm,
    act: ({ ctx, form }) => registerOrganisation(ctx, form),
    next: ({ params, value }) => ({
      to: paths.organisation({ ...params, organisation: value }),
      notice: 'Организация внесена в реестр',
    }),
    page: newPage,
  }),
  get(paths.organisation, { permits: 'organisation.view', subject, page: organisationPage }),
  ...formAt(paths.editOrganisation, {
    permits: 'organisation.edit',
    sees: 'organisation.view',
    subject,
    form: changedOrganisationForm,
    act: ({ ctx, params, form, version }) => changeOrganisation(ctx, { id: params.organisation, version, ...form }),
    next: ({ params }) => ({ to: paths.organisation(params), notice: 'Сведения сохранены' }),
    page: editPage,
  }),
  ...formAt(paths.supportNeeds, {
    permits: 'supportNeed.edit',
    sees: 'supportNeed.view',
    subject,
    form: supportNeedForm,
    act: ({ ctx, params, form }) => recordSupportNeed(ctx, { organisationId: params.organisation, need: form }),
    next: ({ params }) => ({ to: paths.organisation(params), notice: 'Признак записан' }),
    page: needPage,
  }),
  ...formAt(paths.supportNeedEnd, {
    permits: 'supportNeed.edit',
    sees: 'supportNeed.view',
    subject,
    form: endingForm,
    act: ({ ctx, params, form }) =>
      endSupportNeed(ctx, { organisationId: params.organisation, needId: params.need, endsOn: form.endsOn }),
    next: ({ params }) => ({ to: paths.organisation(params), notice: 'Признак снят' }),
    page: needEndPage,
  }),
]
