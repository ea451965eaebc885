import { onlyOf } from '../../kernel/lists.ts'
import { directionsOfAll } from '../../regulation/work/questions.ts'
import { askedFor } from '../../ui/fields.ts'
import { type Answer, formAt, get, notFound, type PageRequest, post, type Route, type SubjectOf } from '../../web/route.ts'
import { organisationsToChoose } from '../organisations/choice-queries.ts'
import { regulationsInForce } from '../regulation/queries.ts'
import { addExpert } from './deeds/add-expert.ts'
import { endExpert } from './deeds/end-expert.ts'
import { expertList } from './expert-list.tsx'
import { expertById, peopleNamed } from './expert-queries.ts'
import { endForm, expertForm, nameQuery } from './forms.ts'
import { paths } from './paths.ts'
import { EndExpertPage, NewExpertPage } from './views/expert-form-pages.tsx'

const section = 'applications' as const

async function newPage({ ctx, tx, query, form }: PageRequest<'/t/:territory/experts/new', { q?: string }>): Promise<Answer> {
  const asked = query.q ?? ''
  const chosen = form?.values.personId
  const found = await peopleNamed(tx, ctx, asked, typeof chosen === 'string' ? chosen : null)
  const free = found.filter(({ isExpert }) => !isExpert)
  const employer = (free.find(({ id }) => id === chosen) ?? onlyOf(free))?.organisationId ?? ''
  const all = await regulationsInForce(tx, ctx)
  const body = (
    <NewExpertPage
      ctx={ctx}
      directions={directionsOfAll(all)}
      q={asked}
      employer={employer}
      found={found}
      organisations={await organisationsToChoose(tx, ctx, askedFor(form, 'employerOrganisationId', employer))}
      form={form}
    />
  )
  return { title: 'Новый эксперт', section, body }
}

async function endPage({ ctx, tx, params, form }: PageRequest<'/t/:territory/experts/:expert/end'>): Promise<Answer> {
  const expert = await expertById(tx, ctx, params.expert)
  if (!expert) return notFound
  return { title: 'Последний день эксперта', section, body: <EndExpertPage ctx={ctx} expert={expert} form={form} /> }
}

const expertSubject: SubjectOf<typeof paths.expertEnd.pattern> = async ({ ctx, tx, params }) =>
  (await expertById(tx, ctx, params.expert)) && { territoryId: ctx.territory.id }

export const poolRoutes: Route[] = [
  ...expertList.routes,
  get(paths.newExpert, { permits: 'expert.manage', query: nameQuery, page: newPage }),
  post(paths.newExpert, {
    permits: 'expert.manage',
    form: expertForm,
    act: ({ ctx, form }) => addExpert(ctx, form),
    next: ({ params }) => ({ to: paths.experts(params), notice: 'Эксперт добавлен' }),
    again: newPage,
  }),
  ...formAt(paths.expertEnd, {
    permits: 'expert.manage',
    subject: expertSubject,
    form: endForm,
    act: ({ ctx, params, form }) => endExpert(ctx, { expertId: params.expert, endsOn: form.endsOn }),
    next: ({ params }) => ({ to: paths.experts(params), notice: 'Последний день записан' }),
    page: endPage,
  }),
]
