import { lastChangeBy } from '../../../../history/last-change.ts'
import type { ThingRequest } from '../../../../kit/thing.ts'
import { nb, RowList } from '../../../../ui/content.ts'
import { type FormState, valueOf } from '../../../../ui/fields.ts'
import { ButtonLink, Columns, Notice, PageFrame, Sheet } from '../../../../ui/frame.ts'
import { paths } from '../../../../web/paths.ts'
import type { Answer } from '../../../../web/route.ts'
import type { ApplicationCase } from '../../case.ts'
import type { ApplicationView } from '../../model.ts'
import { applicationTitle } from '../../queries.ts'
import { stateNames } from '../../texts.ts'
import { RemarkList } from '../case-blocks.tsx'
import { sheetOfRound } from '../check-queries.ts'
import { remarksOf } from '../queries.ts'
import { placeName, type RemarkPlace, remarkPlaces } from '../rules.ts'

export const organisationsOf = ({ organisations }: ApplicationView): string =>
  organisations.map(({ shortName }) => shortName).join(', ')

/** Somebody else has decided while this person was writing: both texts side by side, and the way on. */
export async function madeMeanwhile(found: ApplicationCase, { ctx, tx }: ThingRequest, form: FormState): Promise<Answer> {
  const { one: app, regulation } = found
  const places = remarkPlaces(regulation, await sheetOfRound(tx, ctx, app))
  const remarks = await remarksOf(tx, ctx, app.id, app.round)
  const person = (await lastChangeBy(tx, ctx, app.id)) ?? ''
  const typed = typedRemarks(form, places)
  const title = applicationTitle(app)
  const href = paths.application({ territory: ctx.territory.code, application: app.id })
  const body = (
    <PageFrame way={[{ href, label: title }]} title={`${title}: уже решено`}>
      <Notice tone="wait" title={`Пока вы писали, решил другой человек: ${person}`} live>
        <p>{nb(`Сейчас заявка в состоянии «${stateNames[app.state]}». Ваше решение не записано, текст — ниже.`)}</p>
        <ButtonLink small href={href}>
          Открыть заявку
        </ButtonLink>
      </Notice>
      <div class="pl-gap" />
      <Columns kind="half">
        <Sheet title="Ваши замечания">
          {typed.length > 0 ? <RowList rows={typed.map((text) => nb(text))} /> : <p>Замечаний нет.</p>}
        </Sheet>
        <Sheet title="Записанные замечания">
          {remarks.length > 0 ? <RemarkList remarks={remarks} places={places} /> : <p>Замечаний нет.</p>}
        </Sheet>
      </Columns>
    </PageFrame>
  )
  return { title, section: 'applications', body }
}

/** Everything this person wrote: remarks at lines of the check, or at places of the application. */
function typedRemarks(form: FormState, places: readonly RemarkPlace[]): string[] {
  return Object.keys(form.values).flatMap((name) => {
    const [, kind, index] = /^(items|remarks)\.(\d+)\.(?:remark|text)$/.exec(name) ?? []
    const text = kind === undefined ? '' : valueOf(form, name)
    if (text === '') return []
    return [kind === 'items' ? text : `${placeName(places, valueOf(form, `remarks.${index}.section`))}: ${text}`]
  })
}
