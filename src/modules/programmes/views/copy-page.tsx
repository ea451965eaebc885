import type { Ctx } from '../../../authz/ctx.ts'
import { localTime } from '../../../kernel/clock.ts'
import { longDate } from '../../../kernel/dates.ts'
import { counted } from '../../../kernel/plural.ts'
import { nb, Pager, Table, TextLink } from '../../../ui/content.ts'
import { Checkboxes, Form, type FormState, SearchForm, valueOf } from '../../../ui/fields.ts'
import { ButtonLink, Details, PageFrame, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { idOf, pageOf } from '../../../web/address.ts'
import { paths } from '../../../web/paths.ts'
import { type CopySource, copySources, pageSize } from '../copy-queries.ts'
import { copyingInto } from '../deeds/take.ts'
import type { ProgrammeContent } from '../model.ts'
import { ProgrammeSheet } from '../programme-blocks.tsx'
import type { ProgrammeOnPage } from '../sheet.ts'
import { contentOf } from '../store.ts'
import { namedParts } from '../wording.ts'
import { atProgramme, draftPage, wayTo } from './frame.tsx'

type Given = { ctx: Ctx; sheet: ProgrammeOnPage }
const title = 'Перенести из другой программы'

/** Programmes to take parts from; with one chosen, its text and its parts to tick. */
export const copyPage = draftPage(async (sheet, { ctx, tx, query, form }) => {
  const whose = copyingInto(sheet)
  const from = idOf(form ? valueOf(form, 'from') : query.from)
  const source = from && (await copySources(tx, ctx, { ...whose, q: null, page: 1, only: from })).sources[0]
  const q = query.q ?? ''
  const body = (
    <PageFrame
      {...{ title, form }}
      way={wayTo(ctx, sheet)}
      outcome="Ничего не перенесено"
      more="Из своих прежних программ и из программ площадок, которые есть в реестре."
    >
      <Stack>
        {source ? (
          <Chosen {...{ ctx, sheet, form, source }} content={await contentOf(tx, ctx, source.versionId)} />
        ) : (
          <Sources
            {...{ ctx, sheet, q }}
            {...(await copySources(tx, ctx, { ...whose, q: q || null, page: pageOf(query.page) }))}
          />
        )}
      </Stack>
    </PageFrame>
  )
  return { title, body }
})

type ChosenProps = Given & { source: CopySource; content: ProgrammeContent; form: FormState | null }
function Chosen({ ctx, sheet, source, content, form }: ChosenProps) {
  const at = atProgramme(ctx, sheet)
  const { regulation } = sheet.owner
  return (
    <Sheet title={source.title} aside={<p>{nb(source.organisation)}</p>}>
      <Form action={paths.programmeCopies(at)}>
        <input type="hidden" name="from" value={source.id} />
        <Checkboxes
          form={form}
          name="parts[]"
          label="Что перенести"
          hint="Темы встанут после ваших. Остальные части заменят то, что в них написано"
          choices={namedParts(regulation).map(({ code, name }) => ({ value: code, label: name }))}
        />
        <div class="govuk-button-group">
          <SubmitButton>Перенести</SubmitButton>
          <ButtonLink href={paths.programmeCopies(at)} kind="secondary">
            Выбрать другую
          </ButtonLink>
        </div>
      </Form>
      <Details summary="Прочитать эту программу">
        <ProgrammeSheet content={content} regulation={regulation} level={3} />
      </Details>
    </Sheet>
  )
}

type SourcesProps = Given & { q: string } & Awaited<ReturnType<typeof copySources>>
function Sources({ ctx, sheet, sources, total, q, page }: SourcesProps) {
  const at = atProgramme(ctx, sheet)
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
