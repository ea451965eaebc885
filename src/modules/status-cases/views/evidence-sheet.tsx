import { localTime } from '../../../kernel/clock.ts'
import { shortDate } from '../../../kernel/dates.ts'
import { SubmitButton } from '../../../ui/buttons.tsx'
import { Details } from '../../../ui/details.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { nb } from '../../../ui/nb.ts'
import { RowList } from '../../../ui/row-list.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { paths } from '../../../web/paths.ts'
import { isClosed } from '../machine.ts'
import type { CaseEvidence } from '../model.ts'
import type { CasePageProps } from './case-props.ts'

const sides = { accusing: 'Оператор и орган управления', explaining: 'Площадка' } as const

/** What both sides have put to the case, and the form to add more. */
export function EvidenceSheet(props: CasePageProps) {
  const { evidence, one, may } = props
  const mayAdd = may.add && !isClosed(one.state)
  if (evidence.length === 0 && !mayAdd) return null
  return (
    <Sheet title="Доказательства">
      {evidence.length === 0 && <p class="govuk-body">{nb('Пока ничего не приложено.')}</p>}
      <RowList rows={evidence.map((item) => <Item {...props} item={item} />)} />
      {mayAdd && (
        <div class="pl-gap">
          <AddForm {...props} />
        </div>
      )}
    </Sheet>
  )
}

function Item({ ctx, one, item, nameOf }: CasePageProps & { item: CaseEvidence }) {
  const day = shortDate(localTime(item.addedAt, ctx.territory.timeZone).day)
  return (
    <>
      <p>
        {item.file ? (
          <a class="govuk-link" href={paths.statusCaseFile({ territory: ctx.territory.code, case: one.id, file: item.file.id })}>
            {nb(item.text)}
          </a>
        ) : item.link ? (
          <a class="govuk-link" href={item.link} rel="noreferrer nofollow">
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

function AddForm({ ctx, one, form }: CasePageProps) {
  const own = form && ('evidenceText' in form.values || 'evidenceLink' in form.values) ? form : null
  return (
    <Details summary="Приложить документ или ссылку" open={own !== null}>
      <Form action={paths.statusCaseEvidence({ territory: ctx.territory.code, case: one.id })} guard files>
        <TextField form={own} name="evidenceText" label="Что это" hint="Можно оставить пустым: останется имя файла" />
        <FileField
          form={own}
          name="evidenceFiles"
          label="Файлы"
          hint="PDF, DOCX, XLSX, ODT, JPG или PNG, до 20 МБ каждый, не больше пяти за раз"
          accept=".pdf,.docx,.xlsx,.odt,.jpg,.jpeg,.png"
          multiple
        />
        <TextField form={own} name="evidenceLink" label="Ссылка" hint="Например, https://primer.ru/otchet" />
        <SubmitButton kind="secondary">Приложить</SubmitButton>
      </Form>
    </Details>
  )
}
