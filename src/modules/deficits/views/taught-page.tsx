import type { Fields } from '../../../kit/form/fields.ts'
import { FormFields, FormPage } from '../../../kit/form/view.tsx'
import { nb } from '../../../ui/content.ts'
import { type Answer, notFound, type PageRequest } from '../../../web/route.ts'
import { choicesOf, namingFields } from '../forms.ts'
import { type Competence, groups } from '../framework.ts'
import { type OfferAt, offerAt } from '../offers.ts'
import { frameworkHere } from '../store.ts'
import { taughtBy } from '../taught-queries.ts'
import { mostTaught } from '../taught-rules.ts'
import { deficitsHere } from '../whether.ts'
import { Ground, notHere } from './parts.tsx'

const title = 'Чему здесь учат'
const fieldsOf = (framework: readonly Competence[]): Fields =>
  Object.fromEntries(Object.entries(namingFields(framework)).filter(([name]) => name !== 'words'))
const chosenIn = (framework: readonly Competence[], chosen: readonly string[]) =>
  Object.fromEntries(
    groups.map((group) => [
      group,
      framework
        .filter((one) => one.group === group && chosen.includes(one.id))
        .map(({ id }) => id)
        .join(' '),
    ]),
  )

/** Which competences an offer teaches, chosen from the framework by whoever edits the offer. */
export async function taughtPage(
  { ctx, tx, form, conflict }: Pick<PageRequest, 'ctx' | 'tx' | 'form' | 'conflict'>,
  at: OfferAt,
): Promise<Answer> {
  const [here, all, offer] = await Promise.all([deficitsHere(tx, ctx), frameworkHere(tx, ctx), offerAt(tx, ctx, at)])
  if (!offer) return notFound
  if (!here.on) return notHere(ctx)
  const { competences, editVersion } = await taughtBy(tx, ctx, offer.teaching)
  // What was named before and is offered no more may stay.
  const framework = all.map((one) => (competences.includes(one.id) ? { ...one, closed: false } : one))
  const fields = fieldsOf(framework)
  const body = (
    <FormPage
      {...{ title, form }}
      way={[{ href: offer.home, label: offer.title }]}
      more={offer.title}
      outcome="Ничего не сохранено"
      conflict={conflict && { of: fields, theirs: {}, what: 'перечень здесь изменил кто-то ещё' }}
      action={offer.form}
      version={editVersion}
      button="Сохранить"
      leave={{ href: offer.home, label: 'Не сохранять' }}
    >
      <p class="govuk-body">
        {nb(`Отметьте главное, не больше ${mostTaught}: по этим строкам педагоги найдут, кто учит тому, чего им не хватает.`)}
      </p>
      <Ground ctx={ctx} here={here} />
      <FormFields of={fields} form={form} begins={chosenIn(framework, competences)} rows={choicesOf(framework)} />
    </FormPage>
  )
  return { title: `${title}: ${offer.title}`, section: 'events', body }
}
