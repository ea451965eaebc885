import type { Ctx } from '../../../authz/ctx.ts'
import { localTime } from '../../../kernel/clock.ts'
import { longDate } from '../../../kernel/dates.ts'
import { counted } from '../../../kernel/plural.ts'
import { nb, RowList, TextLink } from '../../../ui/content.ts'
import { type Choice, FileField, Form, type FormState, SelectField, TextArea, valueOf, valuesOf } from '../../../ui/fields.ts'
import { Breadcrumbs, ErrorSummary, Notice, PageHead, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { Dock } from '../../../ui/plan-table.tsx'
import { paths } from '../../../web/paths.ts'
import { hoursText } from '../hours-rules.ts'
import type { Import, openImports } from '../import-store.ts'
import type { PiecePlace, PlacedPiece } from '../reading/pieces.ts'
import type { ProgrammeOnPage } from '../sheet.ts'
import { ownerLink } from './owner-link.ts'
import { fixedPlaceNames, placeChoices, topicPlaceNames } from './place-names.ts'

type Common = { ctx: Pick<Ctx, 'territory'>; sheet: ProgrammeOnPage; form: FormState | null }

const Way = ({ ctx, sheet, more }: Omit<Common, 'form'> & { more?: { href: string; label: string } }) => (
  <Breadcrumbs
    links={[
      ownerLink(ctx.territory.code, sheet.owner),
      { href: paths.programme({ territory: ctx.territory.code, programme: sheet.programme.id }), label: sheet.programme.title },
      ...(more ? [more] : []),
    ]}
  />
)

/** A file to take apart, and files that were begun. */
export function ImportsPage({ ctx, sheet, form, imports }: Common & { imports: Awaited<ReturnType<typeof openImports>> }) {
  const at = { territory: ctx.territory.code, programme: sheet.programme.id }
  const day = (instant: Date) => longDate(localTime(instant, ctx.territory.timeZone).day)
  return (
    <>
      <Way ctx={ctx} sheet={sheet} />
      <ErrorSummary outcome="Файл не разобран" form={form} />
      <PageHead
        title="Разобрать файл"
        more="Текст файла разложится по частям программы. Вы проверите, что куда попало, и только потом он войдёт в программу."
      />
      <Stack>
        <Sheet>
          <Form action={paths.programmeImports(at)} files>
            <FileField
              form={form}
              name="file"
              label="Файл с программой"
              hint="DOCX, не больше 20 МБ. Картинки не переносятся"
              accept=".docx"
            />
            <SubmitButton>Разобрать файл</SubmitButton>
          </Form>
        </Sheet>
        {imports.length > 0 && (
          <Sheet title="Начатые файлы">
            <RowList
              rows={imports.map(({ id, fileName, createdAt, left }) => (
                <>
                  <TextLink href={paths.programmeImport({ ...at, import: id })}>{fileName}</TextLink>
                  <span class="pl-sub">
                    {nb(`${day(createdAt)}, осталось ${counted(left, 'кусок', 'куска', 'кусков')} текста`)}
                  </span>
                </>
              ))}
            />
          </Sheet>
        )}
      </Stack>
    </>
  )
}

/** What of a file went where: unclear text first, with a place to choose; then all that has one. */
export function ImportPage({ ctx, sheet, form, file }: Common & { file: Import }) {
  const at = { territory: ctx.territory.code, programme: sheet.programme.id }
  const { recognised, unplaced, fileName } = file
  const topics = [
    ...recognised.topics,
    ...sheet.content.topics.filter(({ id }) => !recognised.topics.some((topic) => topic.id === id)),
  ]
  const choices = placeChoices(topics)
  const isDone = recognised.pieces.length === 0 && unplaced.length === 0
  return (
    <>
      <Way ctx={ctx} sheet={sheet} more={{ href: paths.programmeImports(at), label: 'Разобрать файл' }} />
      <ErrorSummary outcome="Не перенесено" form={form} />
      <PageHead
        title={fileName}
        more={
          isDone
            ? 'Весь текст файла перенесён.'
            : `Разложено ${counted(recognised.pieces.length, 'кусок', 'куска', 'кусков')} текста, без места ${unplaced.length}.`
        }
      />
      {recognised.notes.length > 0 && (
        <Notice tone="wait" title="Не всё из файла можно перенести">
          {recognised.notes.map((note) => (
            <p>{nb(`${note}.`)}</p>
          ))}
        </Notice>
      )}
      {!isDone && (
        <Form action={paths.programmeImport({ ...at, import: file.id })} guard>
          <Stack>
            {unplaced.length > 0 && <Unplaced form={form} file={file} choices={choices} />}
            <Placed form={form} file={file} topics={topics} />
          </Stack>
          <Dock text={nb('Перенесётся то, у чего есть место. Остальное останется здесь.')}>
            <SubmitButton name="intent" value="apply">
              Перенести в программу
            </SubmitButton>
            <SubmitButton name="intent" value="sort" kind="secondary">
              Разложить и проверить
            </SubmitButton>
          </Dock>
        </Form>
      )}
    </>
  )
}

function Unplaced({ form, file, choices }: { form: FormState | null; file: Import; choices: readonly Choice[] }) {
  return (
    <Sheet title="Без места">
      <p>{nb('Выберите, куда идёт текст; слова можно поправить. Для ненужного выберите «Не переносить».')}</p>
      {file.unplaced.map(({ id, text }, index) => {
        const name = (field: string) => `pieces.${index}.${field}`
        const typed = valueOf(form, name('id')) === id ? form : null
        return (
          <div class="pl-rows__row">
            <div>
              <input type="hidden" name={name('id')} value={id} />
              <TextArea
                form={typed}
                name={name('text')}
                label={`Текст ${index + 1}`}
                initial={text}
                rows={Math.min(6, 1 + Math.ceil(text.length / 90))}
              />
              <SelectField
                form={typed}
                name={name('to')}
                label={`Куда: текст ${index + 1}`}
                choices={choices}
                empty="Пока никуда"
              />
            </div>
          </div>
        )
      })}
    </Sheet>
  )
}

function Placed({
  form,
  file,
  topics,
}: {
  form: FormState | null
  file: Import
  topics: readonly { id: string; title: string }[]
}) {
  const { pieces } = file.recognised
  const places = [...new Set(pieces.map(({ place }) => place))]
  const hours = new Map(file.recognised.topics.map((topic) => [topic.id, topic.hours]))
  const group = (
    title: string,
    key: string,
    names: Readonly<Record<string, string>>,
    placeOf: (name: string) => PiecePlace,
    more?: string,
  ) => {
    const own = Object.keys(names).filter((name) => places.includes(placeOf(name)))
    return own.length === 0 ? null : (
      <Sheet title={title} id={`place-${key}`} aside={more && <p>{more}</p>}>
        {own.map((name) => (
          <>
            <h3 class="govuk-heading-s">{names[name]}</h3>
            <ul class="pl-rows__list">
              {pieces
                .filter(({ place }) => place === placeOf(name))
                .map((piece) => (
                  <PlacedText piece={piece} form={form} />
                ))}
            </ul>
          </>
        ))}
      </Sheet>
    )
  }
  return (
    <>
      {fixedPlaceNames
        .map(({ title, names }, index) => group(title, String(index), names, (name) => name as PiecePlace))
        .slice(0, 1)}
      {topics.map(({ id, title }) => {
        const declared = hours.get(id)
        return group(
          `Тема: ${title}`,
          id,
          topicPlaceNames,
          (name) => `topic.${id}.${name}` as PiecePlace,
          declared ? hoursText(declared) : undefined,
        )
      })}
      {fixedPlaceNames
        .map(({ title, names }, index) => group(title, String(index), names, (name) => name as PiecePlace))
        .slice(1)}
    </>
  )
}

/** A piece with its tick «Не сюда», which takes it back among those without a place. */
function PlacedText({ piece: { id, text }, form }: { piece: PlacedPiece; form: FormState | null }) {
  return (
    <li class="pl-rows__row pl-rows__row--piece">
      <span class="pl-pre">{nb(text)}</span>
      <div class="govuk-checkboxes govuk-checkboxes--small">
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            id={`back-${id}`}
            type="checkbox"
            name="back[]"
            value={id}
            checked={valuesOf(form, 'back[]').includes(id)}
          />
          <label class="govuk-label govuk-checkboxes__label" for={`back-${id}`}>
            Не сюда<span class="govuk-visually-hidden">: {text.slice(0, 60)}</span>
          </label>
        </div>
      </div>
    </li>
  )
}
