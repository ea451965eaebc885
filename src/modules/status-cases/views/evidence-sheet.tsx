import { localTime } from '../../../kernel/clock.ts'
import { shortDate } from '../../../kernel/dates.ts'
import { DeedFold } from '../../../kit/deed-sheets.tsx'
import { nb, RowList } from '../../../ui/content.ts'
import { Sheet } from '../../../ui/frame.ts'
import { addEvidence } from '../deeds/hear.ts'
import type { CaseEvidence } from '../model.ts'
import { paths } from '../paths.ts'
import type { ShownCase } from './case-props.ts'

const sides = { accusing: 'Оператор и орган управления', explaining: 'Площадка' } as const

/** What both sides have put to the case, and the form to add more. */
export function EvidenceSheet(props: ShownCase) {
  const { evidence, opened, ctx } = props
  const mayAdd = addEvidence.offered(ctx, opened)
  if (evidence.length === 0 && !mayAdd) return null
  return (
    <Sheet title="Доказательства">
      {evidence.length === 0 && <p class="govuk-body">{nb('Пока ничего не приложено.')}</p>}
      <RowList rows={evidence.map((item) => <Item {...props} item={item} />)} />
      {mayAdd && (
        <div class="pl-gap">
          <DeedFold {...props} deed={addEvidence} />
        </div>
      )}
    </Sheet>
  )
}

function Item({ one, ctx, item, nameOf }: ShownCase & { item: CaseEvidence }) {
  const { file, link } = item
  const day = shortDate(localTime(item.addedAt, ctx.territory.timeZone).day)
  const own = file && paths.statusCaseFile({ territory: ctx.territory.code, case: one.id, file: file.id })
  return (
    <>
      <p>
        {(own ?? link) ? (
          <a class="govuk-link" href={(own ?? link)!} rel={own ? undefined : 'noreferrer nofollow'}>
            {nb(item.text)}
          </a>
        ) : (
          nb(item.text)
        )}
      </p>
      <p class="pl-small pl-quiet">{nb(`${sides[item.side]}, ${nameOf(item.addedBy)}, ${day}`)}</p>
    </>
  )
}
