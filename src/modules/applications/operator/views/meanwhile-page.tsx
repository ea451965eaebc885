import type { Territory } from '../../../../authz/ctx.ts'
import { nb, RowList } from '../../../../ui/content.ts'
import { type FormState, valueOf } from '../../../../ui/fields.ts'
import { Breadcrumbs, ButtonLink, Columns, Notice, PageHead, Sheet } from '../../../../ui/frame.ts'
import { paths } from '../../../../web/paths.ts'
import type { Application } from '../../model.ts'
import { applicationTitle } from '../../queries.ts'
import { stateNames } from '../../texts.ts'
import { RemarkList } from '../case-blocks.tsx'
import type { Remark } from '../model.ts'
import { placeName, type RemarkPlace } from '../rules.ts'

export type MeanwhilePageProps = {
  territory: Pick<Territory, 'code'>
  app: Application
  form: FormState
  remarks: readonly Remark[]
  /** Who decided. */
  person: string
  places: readonly RemarkPlace[]
}

/** Somebody else has decided while this person was writing: both texts side by side, and the way on. */
export function MeanwhilePage({ territory, app, form, remarks, person, places }: MeanwhilePageProps) {
  const at = { territory: territory.code, application: app.id }
  const typed = typedRemarks(form, places)
  return (
    <>
      <Breadcrumbs links={[{ href: paths.application(at), label: applicationTitle(app) }]} />
      <PageHead title={`${applicationTitle(app)}: уже решено`} />
      <Notice tone="wait" title={`Пока вы писали, решил другой человек: ${person}`} live>
        <p>{nb(`Сейчас заявка в состоянии «${stateNames[app.state]}». Ваше решение не записано, текст — ниже.`)}</p>
        <ButtonLink small href={paths.application(at)}>
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
    </>
  )
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
