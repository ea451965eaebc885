import type { Ctx } from '../../../authz/ctx.ts'
import { localTime } from '../../../kernel/clock.ts'
import { longDate } from '../../../kernel/dates.ts'
import { counted } from '../../../kernel/plural.ts'
import { nb, Pager, Table, TextLink } from '../../../ui/content.ts'
import { Checkboxes, Form, type FormState, SearchForm } from '../../../ui/fields.ts'
import { Breadcrumbs, ButtonLink, Details, ErrorSummary, PageHead, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { type CopySource, pageSize } from '../copy-queries.ts'
import type { ProgrammeContent } from '../model.ts'
import { ProgrammeSheet } from '../programme-blocks.tsx'
import type { ProgrammeOnPage } from '../sheet.ts'
import { namedParts } from '../wording.ts'
import { ownerLink } from './owner-link.ts'

type CopyProps = {
  ctx: Pick<Ctx, 'territory'>
  sheet: ProgrammeOnPage
  sources: readonly CopySource[]
  total: number
  q: string
  page: number
  chosen: { readonly source: CopySource; readonly content: ProgrammeContent } | null
  form: FormState | null
}

/** Programmes to take parts from; with one chosen, its text and its parts to tick. */
export function CopyPage(props: CopyProps) {
  const { ctx, sheet, chosen, form } = props
  const at = { territory: ctx.territory.code, programme: sheet.programme.id }
  return (
    <>
      <Breadcrumbs
        links={[ownerLink(ctx.territory.code, sheet.owner), { href: paths.programme(at), label: sheet.programme.title }]}
      />
      <ErrorSummary outcome="Ничего не перенесено" form={form} />
      <PageHead
        title="Перенести из другой программы"
        more="Из своих прежних программ и из программ площадок, которые есть в реестре."
      />
      <Stack>{chosen ? <Chosen {...props} chosen={chosen} /> : <Sources {...props} />}</Stack>
    </>
  )
}

function Chosen({ ctx, sheet, chosen, form }: CopyProps & { chosen: NonNullable<CopyProps['chosen']> }) {
  const at = { territory: ctx.territory.code, programme: sheet.programme.id }
  const { source, content } = chosen
  return (
    <Sheet title={source.title} aside={<p>{nb(source.organisation)}</p>}>
      <Form action={paths.programmeCopies(at)}>
        <input type="hidden" name="from" value={source.id} />
        <Checkboxes
          form={form}
          name="parts[]"
          label="Что перенести"
          hint="Темы встанут после ваших. Остальные части заменят то, что в них написано"
          choices={namedParts(sheet.regulation).map(({ code, name }) => ({ value: code, label: name }))}
        />
        <div class="govuk-button-group">
          <SubmitButton>Перенести</SubmitButton>
          <ButtonLink href={paths.programmeCopies(at)} kind="secondary">
            Выбрать другую
          </ButtonLink>
        </div>
      </Form>
      <Details summary="Прочитать эту программу">
        <ProgrammeSheet content={content} regulation={sheet.regulation} level={3} />
      </Details>
    </Sheet>
  )
}

function Sources({ ctx, sheet, sources, total, q, page }: CopyProps) {
  const at = { territory: ctx.territory.code, programme: sheet.programme.id }
  const day = (instant: Date) => longDate(localTime(instant, ctx.territory.timeZone).day)
  return (
    <>
      <SearchForm id="q" action={paths.programmeCopies(at)} label="Найти программу или организацию" value={q} />
      {sources.length === 0 ? (
        <Sheet>
          <p>
            {nb(
              q === ''
                ? 'Закреплённых программ здесь пока нет: переносить неоткуда.'
                : 'Ничего не найдено. Поищите по части названия.',
            )}
          </p>
        </Sheet>
      ) : (
        <Sheet title={counted(total, 'программа', 'программы', 'программ')} flush>
          <Table
            caption="Программы, из которых можно перенести части"
            rows={sources}
            columns={[
              {
                title: 'Программа',
                cell: ({ id, title }) => <TextLink href={paths.programmeCopies(at, { from: id })}>{title}</TextLink>,
              },
              { title: 'Организация', cell: ({ organisation, isOwn }) => nb(isOwn ? `${organisation}, ваша` : organisation) },
              { title: 'Закреплена', cell: ({ fixedAt }) => nb(day(fixedAt)) },
            ]}
          />
        </Sheet>
      )}
      <Pager
        label="Страницы списка программ"
        page={page}
        pages={Math.ceil(total / pageSize)}
        href={(number) => paths.programmeCopies(at, { q, page: number })}
      />
    </>
  )
}
