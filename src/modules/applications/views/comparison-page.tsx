import type { Territory } from '../../../authz/ctx.ts'
import { nb, RowList } from '../../../ui/content.ts'
import { Breadcrumbs, PageHead, Sheet, Stack } from '../../../ui/frame.ts'
import type { ViewChange } from '../comparison.ts'
import type { Remark } from '../operator/model.ts'
import { placeName, type RemarkPlace } from '../operator/rules.ts'
import type { OpenApplication } from '../queries.ts'
import { sectionNames } from '../texts.ts'
import { wayTo } from '../wording.ts'

type ComparisonPageProps = {
  territory: Pick<Territory, 'code'>
  open: OpenApplication
  /** «Отправлено 14 мая 2026 г., 09:30» over each side. */
  captions: readonly [before: string, after: string]
  changes: readonly ViewChange[]
  /** What was asked to be mended. */
  remarks: readonly Remark[]
  places: readonly RemarkPlace[]
}

/** What changed between two submissions, side by side, with the remarks it answers. */
export function ComparisonPage({ territory, open, captions, changes, remarks, places }: ComparisonPageProps) {
  const sections = Object.keys(sectionNames) as (keyof typeof sectionNames)[]
  return (
    <>
      <Breadcrumbs links={wayTo(territory.code, open.app)} />
      <PageHead title="Что изменилось" more={`${captions[0]} и ${captions[1].toLowerCase()}`} />
      <Stack>
        {changes.length === 0 && (
          <Sheet>
            <p>Изменений нет.</p>
          </Sheet>
        )}
        {sections.map((code) => (
          <Changed
            title={sectionNames[code]}
            captions={captions}
            changes={changes.filter(({ section }) => section === code)}
            remarks={remarks.filter(({ section }) => section.split('.')[0] === code)}
            places={places}
          />
        ))}
      </Stack>
    </>
  )
}

type ChangedProps = Pick<ComparisonPageProps, 'captions' | 'changes' | 'remarks' | 'places'> & { title: string }

function Changed({ title, captions, changes, remarks, places }: ChangedProps) {
  if (changes.length === 0 && remarks.length === 0) return null
  return (
    <Sheet title={title}>
      {remarks.length > 0 && (
        <RowList
          small
          rows={remarks.map((one) => (
            <>
              <b>{nb(`Замечание: ${placeName(places, one.section)}`)}</b>
              <br />
              <span class="pl-pre">{nb(one.text)}</span>
            </>
          ))}
        />
      )}
      {changes.length === 0 && <p>Здесь ничего не изменено.</p>}
      {changes.map(({ place, field, before, after }) => (
        <div class="pl-gap">
          <h3 class="govuk-heading-s">{nb(place === title ? field : `${place}: ${field}`)}</h3>
          <div class="pl-sides">
            <Side caption={captions[0]} text={before} />
            <Side caption={captions[1]} text={after} fresh />
          </div>
        </div>
      ))}
    </Sheet>
  )
}

const Side = ({ caption, text, fresh }: { caption: string; text: string; fresh?: boolean }) => (
  <div>
    <h4>{nb(caption)}</h4>
    <div class={`pl-side${fresh ? ' pl-side--yours' : ''}`}>{text === '' ? 'пусто' : nb(text)}</div>
  </div>
)
