import { localTime } from '../../../kernel/clock.ts'
import { shortDate } from '../../../kernel/dates.ts'
import { DeedFold } from '../../../kit/deed-sheets.tsx'
import { nb } from '../../../ui/nb.ts'
import { RowList } from '../../../ui/row-list.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { paths } from '../../../web/paths.ts'
import { addEvidence } from '../deeds/hear.tsx'
import type { CaseEvidence } from '../model.ts'
import type { CasePageProps } from './case-props.ts'

const sides = { accusing: 'Оператор и орган управления', explaining: 'Площадка' } as const

/** What both sides have put to the case, and the form to add more. */
export function EvidenceSheet(props: CasePageProps) {
  const { evidence, opened, request } = props
  const mayAdd = addEvidence.offered(request.ctx, opened)
  if (evidence.length === 0 && !mayAdd) return null
  return (
    <Sheet title="Доказательства">
      {evidence.length === 0 && <p class="govuk-body">{nb('Пока ничего не приложено.')}</p>}
      <RowList rows={evidence.map((item) => <Item {...props} item={item} />)} />
      {mayAdd && (
        <div class="pl-gap">
          <DeedFold opened={opened} request={request} deed={addEvidence} />
        </div>
      )}
    </Sheet>
  )
}

function Item({ opened, request: { ctx }, item, nameOf }: CasePageProps & { item: CaseEvidence }) {
  const { file, link } = item
  const day = shortDate(localTime(item.addedAt, ctx.territory.timeZone).day)
  const own = file && paths.statusCaseFile({ territory: ctx.territory.code, case: opened.one.id, file: file.id })
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
