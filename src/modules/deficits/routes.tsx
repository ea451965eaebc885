import { z } from 'zod'
import { counted } from '../../kernel/plural.ts'
import { ok } from '../../kernel/result.ts'
import type { PersonId } from '../../kernel/types.ts'
import { row, schemaOf } from '../../kit/form/fields.ts'
import { FormFields, FormPage } from '../../kit/form/view.tsx'
import { oncePage } from '../../kit/once-page.tsx'
import { askedFor } from '../../ui/fields.ts'
import { asked } from '../../web/address.ts'
import { type Answer, formAt, get, type PageRequest, post, type Route } from '../../web/route.ts'
import { peopleToChoose } from '../people/choice-queries.ts'
import { deficitPeople, deficits } from './case.ts'
import { declareDeficits } from './commands/declare.ts'
import { saveFramework } from './commands/save-framework.ts'
import { addDocument, closeByDiagnosis, closeByFact, noteDeficit, takeBackDeficit } from './deeds.ts'
import { namedIn, namingReads } from './forms.ts'
import { makeDeficitLink } from './links.ts'
import { deficitList } from './list.tsx'
import { offerList } from './offer-list.tsx'
import { paths } from './paths.ts'
import { linkDays } from './rules.ts'
import { taughtRoutes } from './taught-routes.ts'
import { competencesForm, competencesPage } from './views/competences-page.tsx'
import { deficitPage } from './views/deficit-page.tsx'
import { mapPage } from './views/map-page.tsx'
import { numbersPage } from './views/numbers-page.tsx'
import { ownPage } from './views/own-page.tsx'
import { notHere } from './views/parts.tsx'
import { personPage } from './views/person-page.tsx'
import { deficitsHere } from './whether.ts'

const choosing = { personId: row<PersonId>('Человек', { what: 'человека' }) }

/** Of whom something is noted: chosen first, so that what is known already is seen beside the form. */
async function choosePage({ ctx, tx, form }: Pick<PageRequest, 'ctx' | 'tx' | 'form'>): Promise<Answer> {
  if (!(await deficitsHere(tx, ctx)).on) return notHere(ctx)
  const at = { territory: ctx.territory.code }
  const title = 'Кому отметить дефицит'
  const body = (
    <FormPage
      {...{ title, form }}
      way={[{ href: paths.deficits(at), label: 'Дефициты' }]}
      outcome="Человек не выбран"
      action={paths.deficitOf(at)}
      button="Дальше"
      leave={{ href: paths.deficits(at), label: 'Не отмечать' }}
    >
      <FormFields of={choosing} form={form} rows={{ personId: await peopleToChoose(tx, ctx, askedFor(form, 'personId')) }} />
    </FormPage>
  )
  return { title, section: 'deficits', body }
}

export const routes: Route[] = [
  ...deficitList.routes,
  get(paths.deficitMap, { permits: 'deficit.map', query: z.object({ site: asked }), page: mapPage }),
  ...offerList.routes,
  get(paths.deficitNumbers, { permits: 'deficit.numbers', page: numbersPage }),
  ...formAt(paths.competences, {
    permits: 'deficit.list',
    form: schemaOf(competencesForm),
    act: ({ ctx, form, version }) => saveFramework(ctx, { ...form, version }),
    next: ({ params }) => ({ to: paths.competences(params), notice: 'Перечень сохранён' }),
    page: competencesPage,
  }),
  ...formAt(paths.deficitOf, {
    permits: 'deficit.list',
    form: schemaOf(choosing),
    act: async ({ form }) => ok(form.personId),
    next: ({ params, value }) => ({ to: paths.personDeficits({ ...params, person: value }) }),
    page: choosePage,
  }),
  ...formAt(paths.ownDeficits, {
    permits: 'deficit.declare',
    form: namingReads,
    act: ({ ctx, form }) => declareDeficits(ctx, namedIn(form)),
    next: ({ params, value }) => ({
      to: paths.ownDeficits(params),
      notice: `Записано: ${counted(value, 'дефицит', 'дефицита', 'дефицитов')}. Закроется тем, что вы сделаете`,
    }),
    page: ownPage,
  }),
  ...taughtRoutes,
  deficitPeople.page(paths.personDeficits, personPage),
  noteDeficit.route(personPage),
  post(paths.personDeficitLink, {
    permits: 'deficit.note',
    sees: 'deficit.view',
    subject: deficitPeople.subjectFor('deficit.note'),
    form: z.object({}),
    act: ({ ctx, params }) => makeDeficitLink(ctx, params.person as PersonId),
    next: ({ params }) => ({ to: paths.personDeficits(params) }),
    shows: async ({ params, value }) =>
      oncePage({
        section: 'deficits',
        title: 'Личная ссылка',
        says: `Передайте эту ссылку самому человеку: по ней он назовёт дефициты без входа. Служит ${linkDays} дней.`,
        link: value,
        back: paths.personDeficits(params),
      }),
    again: deficitPeople.again(personPage),
  }),
  deficits.page(paths.deficit, deficitPage),
  ...[closeByFact, closeByDiagnosis, takeBackDeficit, addDocument].map((deed) => deed.route(deficitPage)),
  deficits.files(paths.deficitFile, ({ one }) => [one.documentFile]),
]
